// Tries the YAML reader: scalars as written, places in texts of several bytes a letter, and what is refused where.

import Testing

@testable import Syntax

@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> (node: YAMLNode?, file: SourceFile, diagnostics: [Diagnostic]) {
    let file = SourceFile(path: "a.yaml", text: text)
    let (node, diagnostics) = YAMLReader.read(file)
    return (node, file, diagnostics)
  }

  @Test(arguments: [
    "no", "on", "yes", "true", "0123", "8:30", "12:30:00", "1.10", "2027-02-30", "+39 02 1234", "0x1F", "1e3", ".5",
    "1_000",
    "NaN", "å ä ö", "a {{ b }}", "null and void", "~x", "=", "12:30",
  ])
  func scalarsStayAsWritten(_ text: String) {
    let (node, _, diagnostics) = read("a: \(text)\nb: \"\(text)\"\nc:\n  - '\(text)'\n")
    #expect(diagnostics.isEmpty)
    #expect(node?["a"]?.text == text)
    #expect(node?["b"]?.text == text)
    #expect(node?["c"]?.elements?.first?.text == text)
  }

  @Test(arguments: [
    ("a:", true), ("a: ~", true), ("a: null", true), ("a: ''", false), ("a: \"~\"", false), ("a: Null", false),
  ])
  func nothing(_ text: String, _ isEmpty: Bool) {
    #expect(read(text).node?["a"]?.isEmpty == isEmpty)
  }

  /// The value of the key `here` stands at ⟦; the key `key` too, where the marker is before it.
  @Test(arguments: [
    "here: ⟦x", "å: é\nhere: ⟦x", "\"å👩‍👩‍👧\": e\u{301}\n'here': ⟦'x'", "a:\n  - å\n  - {b: ö, here: ⟦x}",
    "# å\n---\nhere: ⟦\"å\"",
    "å: |\n  é\n  👩‍👩‍👧\nhere: ⟦|\n  x", "å: >-\n  é\n\n  ö\nhere:\n  ⟦- x", "here:\n  ⟦b: x", "{å: 1, here: ⟦[x]}",
    "å: ä # ö\nhere:   ⟦x # y",
    "a: \"å\\\n  b\"\nhere: ⟦x", "a: 'it''s å'\nhere: ⟦x", "- å\n- here: ⟦x", "? here\n: ⟦x",
    "a: \"é\u{2028}b\"\nhere: ⟦x",
  ])
  func placesOfValues(_ marked: String) throws {
    let input = MarkedInput(marked)
    let (node, file, diagnostics) = read(input.text)
    #expect(diagnostics.isEmpty)
    let entry = try #require(find("here", in: node))
    #expect(file.place(entry.value.span) == input.place)
  }

  @Test(arguments: [
    "⟦here: x", "å: é\n⟦here: x", "å:\n  - b: {ö: ä, ⟦'here': x}", "? ⟦here\n: x", "---\nå: 1\n⟦\"here\": x",
  ])
  func placesOfKeys(_ marked: String) throws {
    let input = MarkedInput(marked)
    let (node, file, _) = read(input.text)
    #expect(file.place(try #require(find("here", in: node)).keySpan) == input.place)
  }

  @Test func placesInFrontMatter() throws {
    let file = SourceFile(path: "a.md", text: "---\ntitle: å é\nowner:   müller\n---\n# a\n")
    let (parts, _) = FrontMatter.split(file)
    let (node, diagnostics) = YAMLReader.read(file, in: parts.yaml)
    #expect(diagnostics.isEmpty)
    #expect(file.place(try #require(node?["owner"]).span) == "3:10")
    #expect(file.text(try #require(node?["owner"]).span) == "müller")
  }

  @Test func duplicatesNameBothPlaces() throws {
    let input = MarkedInput("å: é\nö:\n  a: 1\n  b: ä\n  ⟦\"a\": 2\n  a: 3\n")
    let (node, file, diagnostics) = read(input.text)
    #expect(diagnostics.map(\.id) == ["duplicate-key", "duplicate-key"])
    #expect(file.place(try #require(diagnostics.first).place.span) == input.place)
    #expect(diagnostics.first?.related.map { file.place($0.place.span) } == ["3:3"])
    #expect(node?["ö"]?["a"]?.text == "1")
    // The same letter in its two forms is two keys, since they are other bytes.
    #expect(read("\u{E5}: 1\na\u{30A}: 2\n").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("å: ⟦&x b", "yaml-alias"), ("å: ⟦*x", "yaml-alias"), ("a: ⟦&x [b]\nc: d", "yaml-alias"),
    ("å:\n  <<: ⟦*b", "yaml-alias"),
    ("å:\n  ⟦<<: {b: c}", "yaml-syntax"), ("å: ⟦!!python/object:os.system x", "yaml-tag"), ("å: ⟦!x y", "yaml-tag"),
    ("å: ⟦!!str y", "yaml-tag"), ("å: ⟦!!map {b: c}", "yaml-tag"), ("⟦*a : b", "yaml-alias"),
    ("å: b\n⟦---\nc: d", "yaml-document"),
    ("å:\n⟦\tb: c", "yaml-syntax"), ("å: {⟦[b]: c}", "yaml-syntax"), ("title: Fase å⟦: avvio", "yaml-syntax"),
    ("å: ⟦@mario", "yaml-syntax"),
    ("å: ⟦`x", "yaml-syntax"), ("å: ⟦%x", "yaml-syntax"), ("å: b⟦\u{7F}c", "yaml-syntax"),
    ("å: [é, ⟦&a b]", "yaml-alias"), ("title: ⟦'l'avviso'\nö: x", "yaml-syntax"),
    ("å: ⟦'é' ö'", "yaml-syntax"), ("- {å: ⟦\"é \"ö\" é\", b: c}", "yaml-syntax"),
    ("å: b\nc: ⟦'é\nd: e", "yaml-syntax"),
    ("å: [⟦\"é]", "yaml-syntax"), ("⟦%å: b", "yaml-syntax"), ("å: ⟦\"é\\0\"", "control-character"),
    ("å: ⟦\"\\x1b[1m\"", "control-character"), ("å: {b: ⟦\"\\N\"}", "control-character"),
    ("å: ⟦\"\\uFFFE\"", "control-character"), ("⟦\"å\\x7F\": b", "control-character"),
  ])
  func isRefused(_ marked: String, _ id: String) {
    let input = MarkedInput(marked)
    let (_, file, diagnostics) = read(input.text)
    #expect(
      diagnostics.contains { $0.id == id && file.place($0.place.span) == input.place },
      "\(diagnostics.map { "\(file.place($0.place.span)) \($0.id) \($0.message)" })")
    #expect(diagnostics.hasErrors)
  }

  @Test func quotesSayWhatToDo() {
    #expect(read("a: 'l'avviso'").diagnostics.first?.help?.contains("l''avviso") == true)
    #expect(read("a: \"il \"x\" y\"").diagnostics.first?.help?.contains("\\\"") == true)
    #expect(read("a: 'b\n").diagnostics.first?.message == "the quote that begins here is not closed")
  }

  @Test(arguments: [("\\t", "\t"), ("\\n", "\n"), ("\\u202e", "\u{202E}"), ("\\L", "\u{2028}"), ("\\\\0", "\\0")])
  func escapesThatStandForText(_ written: String, _ text: String) {
    let (node, _, diagnostics) = read("å: \"é\(written)\"")
    #expect(node?["å"]?.text == "é" + text && diagnostics.isEmpty)
  }

  @Test func bombs() {
    var bomb = "a0: &a0 x\n"
    for level in 1...20 {
      bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    #expect(read(bomb).diagnostics.contains { $0.id == "yaml-alias" })
    for text in [
      String(repeating: "[", count: 1001), String(repeating: "{a: ", count: 1001), String(repeating: "- ", count: 1001),
    ] {
      let (_, file, diagnostics) = read(text)
      #expect(diagnostics.map(\.id) == ["yaml-syntax"])
      #expect(file.place(diagnostics[0].place.span).hasPrefix("1:"))
    }
    let deepest = String(repeating: "[", count: 50) + String(repeating: "]", count: 50)
    #expect(read("a: " + deepest.dropFirst().dropLast()).diagnostics.isEmpty)
  }

  @Test(arguments: ["", "\n\n", "# å\n", "---\n", "---\n...\n"])
  func emptyDocuments(_ text: String) {
    let (node, _, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    #expect(node?.isEmpty != false)
  }

  private func find(_ key: String, in node: YAMLNode?) -> YAMLNode.Entry? {
    for entry in node?.entries ?? [] {
      if entry.key == key { return entry }
      if let found = find(key, in: entry.value) { return found }
    }
    for element in node?.elements ?? [] {
      if let found = find(key, in: element) { return found }
    }
    return nil
  }
}
