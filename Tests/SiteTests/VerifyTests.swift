// What leaves with an edition is looked at once more: a text, a name, an amount that only narrower readers may see.

import Site
import Syntax
import TestSites
import Testing

@Suite struct VerifyTests {
  private let project = "name: N\ntype: partner-change\nstart: 2026-01-05\ncurrency: EUR\nincoming: svarsund\n"

  /// Findings about an edition to whose pages a text file with these words is attached.
  private func leaks(_ words: String, _ edition: String = "open", audience: String = "public") throws -> [Diagnostic] {
    try SmallSite([
      "site.yaml": SmallSite.configuration + "\nfiles: { note.txt: \(audience) }\n",
      "index.sv.md": page("Hem", "audience: \(audience)", "[Text](note.txt)"),
      "note.txt": words, "projects/p/project.yaml": project,
      "projects/p/roles.yaml":
        "- { id: lead, title: Ledare, party: client }\n- { id: sv, title: S, party: svarsund }\n",
      "projects/p/people.yaml": """
      - { role: lead, name: Åsa Ek, phone: 040-123 45 67 }
      - { role: sv, name: Bo Lind }
      """,
      "projects/p/risks.yaml": "- { id: r, title: Kunskap om undantagen går förlorad, owner: lead }\n",
      "projects/p/costItems.yaml": "- { id: c, name: Parallell drift, kind: overlap, amount: \"52285.50\" }\n",
      "projects/p/channels.yaml": """
      - { id: mail, kind: email, market: SE, address: hjalp@firma.example, publish: true, publishReason: Alla skriver dit }
      """,
    ]).build(edition).leaks()
  }

  @Test(arguments: [
    ("Kunskap om undantagen går förlorad", ["V57.text"]), ("Kostnaden 52 285,50 euro", ["V57.amount"]),
    ("Fråga Åsa Ek", ["V57.name"]), ("Ring 040-123 45 67", ["V57.name", "V61.phone"]),
    ("Parallell drift", ["V57.text"]),
    ("Skriv till hjalp@firma.example", []), ("Skriv till bo@firma.example", ["V61.email"]), ("Ledare", []),
    ("risks", []),
  ])
  func aPublicFileHoldsNothingOfIt(_ words: String, _ keys: [String]) throws {
    let found = try leaks(words)
    #expect(found.compactMap(\.key) == keys)
    for finding in found {
      #expect(finding.severity == .error)
      #expect(!finding.message.contains(words) && finding.message.contains("files/note.txt"))
    }
  }

  @Test func aProviderReadsItsOwnPeopleOnly() throws {
    #expect(try leaks("Bo Lind", "svarsund", audience: "partner").isEmpty)
    #expect(try leaks("Åsa Ek", "svarsund", audience: "partner").compactMap(\.key) == ["V57.name"])
    #expect(try leaks("Bo Lind", "ponteluna", audience: "partner").isEmpty, "the page is not there either")
  }

  @Test func thoseWhoMayKnowReadOn() throws {
    #expect(try leaks("Åsa Ek: 52 285,50. Kunskap om undantagen går förlorad", "board", audience: "internal").isEmpty)
    #expect(
      try leaks("Åsa Ek: 52 285,50. Kunskap om undantagen går förlorad", "team", audience: "internal").compactMap(\.key)
        == ["V57.amount"])
  }

  @Test func whatThePageSaysItselfIsNoLeak() throws {
    let site = SmallSite([
      "index.sv.md": page("Hem", "audience: public", "Kunskap om undantagen går förlorad, skriver tidningen."),
      "projects/p/project.yaml": project,
      "projects/p/risks.yaml": "- { id: r, title: Kunskap om undantagen går förlorad, owner: lead }\n",
      "projects/p/roles.yaml": "- { id: lead, title: Ledare, party: client }\n",
    ])
    #expect(try site.build("open").leaks().isEmpty)
  }

  // MARK: Parts of pages

  /// The editions that show a part of a page.
  private func readers(_ mark: String) throws -> [String] {
    let site = SmallSite([
      "index.sv.md": page("Hem", "audience: public", "Alla. :audience[delen]{\(mark)}\n"),
      "projects/p/project.yaml": project + "outgoing: ponteluna\n",
    ])
    return try ["open", "svarsund", "ponteluna", "wiki", "team", "board"].filter {
      let built = try site.build($0)
      #expect(built.diagnostics.lines == [], "\(mark)")
      return try built.body("sv/").contains("delen")
    }
  }

  @Test(arguments: [
    ("partner", ["svarsund", "ponteluna", "wiki", "team", "board"]),
    ("partner parties=\"svarsund\"", ["svarsund", "wiki", "team", "board"]),
    ("partner parties=\"svarsund ponteluna\"", ["svarsund", "ponteluna", "wiki", "team", "board"]),
    ("internal agents", ["svarsund", "wiki", "team", "board"]), ("team", ["team", "board"]),
  ])
  func partsAreForThemThatTheBracesName(_ mark: String, _ editions: [String]) throws {
    #expect(try readers(mark) == editions)
  }

  @Test(arguments: [
    (":audience[x]{‸everyone}", "audience"), (":audience[x]{team ‸agents}", "audience"),
    (":audience[x]{internal ‸parties=svarsund}", "audience"), (":audience[x]{partner ‸party=svarsund}", "audience"),
    ("‸:audience[x]{partner parties=svarsnud}", "V01"),
  ])
  func saysWhatIsWrongWithAMark(_ body: String, _ id: String) throws {
    let site = SmallSite([
      "index.sv.md": page("Hem", "audience: public", body), "projects/p/project.yaml": project,
    ])
    #expect(try site.allFindings().filter { $0.severity == .error }.lines == site.marks.map { "\(id) \($0)" })
  }

  // MARK: Ways around the wall

  @Test(arguments: ["embargoUntil: 2026-05-01", "proposed: true"])
  func aTermThatIsHeldBackIsNotExplained(_ field: String) throws {
    let site = SmallSite([
      "index.sv.md": page("Hem", "audience: public", ":audience[:term[fusion]]{team}"),
      "glossary.yaml": "- { id: fusion, term: fusion, definition: Vi går ihop, audience: public, \(field) }\n",
    ])
    #expect(try site.build("open").selectedTerms == 0)
    #expect(try site.build("team").selectedTerms == 1)
  }

  @Test(arguments: [
    ":::audience{restricted}\n[k]: tel:1177 \"Gamma\"\n:::\n\n:::audience{public}\n[z]: https://z.example\n\nSe ‸[k] och [z].\n:::",
    "::::audience{partner}\n:::audience{restricted}\n[o]: http://y.example \"Delta\"\n:::\n\n‸[offert][o]\n::::",
    ":::audience{team}\n[k]: https://k.example \"hemlig\"\n:::\n\n[k]: https://k.example \"öppen\"\n\nSe ‸[k].",
  ])
  func aDefinitionServesOnlyItsOwnBlock(_ body: String) throws {
    let site = SmallSite(["index.sv.md": page("Hem", "audience: public", body)])
    #expect(site.findings().named("audience").lines == site.marks.map { "audience \($0)" })
  }
}
