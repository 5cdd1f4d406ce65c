// Mistakes of single values: ranges, choices, languages, nested mappings, and who may open a record.

import Syntax
import Testing
import Transition

@Suite struct ValueMistakeTests {
  private func expect(_ id: String, _ text: String, _ schema: EntitySchema, help: String? = nil) throws {
    let found = try read(text, schema)
    #expect(found.lines == found.marks.map { "\(id) \($0)" })
    #expect(!found.marks.isEmpty)
    if let help { #expect(found.diagnostics.first?.help == help) }
  }

  @Test(arguments: ["0", "6", "-1", "3.0", "+3", "03", "99999999999999999999"])
  func boundsWholeNumbers(_ value: String) throws {
    try expect("V04", "- { id: r, title: t, owner: o, probability: ‸\(value) }", Risk.schema)
    try expect("V04", "- { id: r, title: t, owner: o, residual: { p: 1, i: ‸\(value) } }", Risk.schema)
  }

  @Test(arguments: ["100.01", "-0.5", "NaN", "1e3", "1 000"]) func boundsNumbers(_ value: String) throws {
    try expect("V04", "- { id: r, title: t, party: client, allocation: ‸\"\(value)\" }", Role.schema)
  }

  /// Beyond it a computation over several values could leave its 64 bits.
  @Test(arguments: ["1000000000.1", "-1000000001", "9223372036854775807", "-9223372036854775808"])
  func boundsWhatIsMeasured(_ value: String) throws {
    try expect("V04", "- { id: k, name: n, target: ‸\(value) }", KPI.schema)
    try expect("V04", "- { id: k, name: n, target: { min: 1, max: ‸\(value) } }", KPI.schema)
    try expect(
      "V04", "- { id: k, name: n, target: 1, measurements: [{ period: 2026-03, value: ‸\(value) }] }", KPI.schema)
  }

  @Test func suggestsTheChoiceThatWasMeant() throws {
    try expect(
      "V04", "- { id: r, title: t, owner: o, status: ‸opn }", Risk.schema, help: "did you mean \"open\"?")
    try expect(
      "V04", "- { id: r, title: t, owner: o, audience: ‸restrictd }", Risk.schema,
      help: "did you mean \"restricted\"?")
    try expect("V04", "- { id: c, kind: chat, ai: ‸treu }", Channel.schema, help: "did you mean \"true\"?")
  }

  @Test func findsMistakesInsideMappings() throws {
    try expect("V03", "- { id: m, name: n, gate: { ‸decison: go } }", Milestone.schema)
    try expect("V04", "- { id: c, kind: chat, hours: [‸{ days: mon, open: \"08:00\" }] }", Channel.schema)
    try expect("V04", "- { id: k, name: n, target: ‸{ min: 1 } }", KPI.schema)
    try expect(
      "V04", "- id: k\n  name: n\n  target: 1\n  measurements:\n    - { period: 2026-03, value: ‸åtta }\n", KPI.schema)
    try expect("V04", "name: n\ntype: insourcing\ngoLive:\n  SE: ‸snart\n", Project.schema)
    try expect(
      "V04", "name: n\ntype: insourcing\ncalendar: { holidays: { SE: [2026-05-01, ‸1 maj] } }\n", Project.schema)
  }

  @Test func findsLanguagesThatAreNone() throws {
    try expect("V04", "- { id: r, party: client, title: { sv: Chef, ‸Deutsch: Leitung } }", Role.schema)
    try expect("V04", "- { id: r, party: client, title: { sv: ‸[Chef] } }", Role.schema)
  }

  @Test(arguments: [
    "# Rubrik", "    kod", "rad<br>rad", "![bild](a.png)", "> citat", "[x](javascript:y)",
    "[x](https://a.ex&#x200B;ample)", "a &#1; b", "*a* &#xFFFF;",
  ]) func refusesMoreThanSimpleMarkdown(_ text: String) throws {
    try expect("data-markdown", "- { id: r, party: client, title: t, responsibilities: ‸\"\(text)\" }", Role.schema)
  }

  @Test(arguments: ["Text med **fetstil** och [länk](https://a.example)", "- ett\\n- två", "1 % av 2 < 3", "{{ a.b }}"])
  func takesSimpleMarkdown(_ text: String) throws {
    let found = try read("- { id: r, party: client, title: t, responsibilities: \"\(text)\" }", Role.schema)
    #expect(found.lines == [])
  }

  // MARK: Who may open a record

  @Test func audienceOnlyNarrows() throws {
    try expect("V04", "- { id: p, name: n, audience: ‸public }", Phase.schema)
    try expect("V04", "- { id: r, title: t, owner: o, audience: ‸partner }", Risk.schema)
    #expect(try read("- { id: p, name: n, audience: ‸public }", Phase.schema).first().audience == .partner)
    let narrowed = try read("- { id: p, name: n, audience: restricted }", Phase.schema)
    #expect(narrowed.lines == [])
    #expect(try narrowed.first().audience == .restricted)
  }

  @Test func publishNeedsAReason() throws {
    let text = "- { id: p, name: n, publish: ‸true }"
    try expect("V04", text, Phase.schema, help: "add publishReason: \"…\"")
    #expect(try read(text, Phase.schema).first().audience == .partner)
    let open = try read("- { id: p, name: n, publish: true, publishReason: Announced }", Phase.schema)
    #expect(open.lines == [])
    #expect(try open.first().audience == .public)
  }

  @Test func someRecordsAreNeverPublic() throws {
    let text = "- { id: r, title: t, owner: o, publish: ‸true, publishReason: why }"
    try expect("V04", text, Risk.schema)
    #expect(try read(text, Risk.schema).first().audience == .team)
  }
}
