// What an edition shows as items with keys, and what of them is new to whom, on small sites in memory.

import Languages
import Rendering
import Site
import TestSites
import Testing
import Transition

@testable import Publishing

@Suite struct DisclosureTests {
  private let project = "id: p\nname: n\ntype: insourcing\nstart: 2026-01-01\n"

  /// What an edition shows, as `kind key`; the texts that only a comparison reads left out.
  private func shown(_ files: [String: String], to edition: String, asOf: String = "2026-03-16") throws -> [String] {
    let site = try SmallSite(files).checked(asOf: asOf)
    let disclosure = try #require(Disclosure.make(site, before: nil, jobs: 1))
    return try #require(disclosure.parts.first { $0.edition.name == edition }).items.map {
      "\($0.key.kind) \($0.key.text)"
    }
  }

  /// What is new to an edition's readers, as `kind key`, with who saw it before.
  private func new(_ before: [String: String], _ after: [String: String], to edition: String) throws -> [String] {
    let (parsed, _) = try SmallSite(before).parsed()
    let day = try #require(Day(iso: "2026-03-16"))
    let baseline = Disclosure.Baseline(revision: "v1", commit: "", asOf: day, hasErrors: false)
    let disclosure = try #require(
      Disclosure.make(
        try SmallSite(after).checked(asOf: day.iso), before: ShownBefore(parsed, baseline, jobs: 1), jobs: 2))
    return try #require(disclosure.parts.first { $0.edition.name == edition }).items.map { item in
      "\(item.key.kind) \(item.key.text)" + (item.before.map { " < \($0.shown)" } ?? "")
    }
  }

  // MARK: What is shown

  @Test func aPageStandsInEachOfItsLanguages() throws {
    let files = [
      "index.sv.md": page("Hem", "audience: public"), "index.de.md": page("Start", "audience: public\nsource: sv"),
      "a.sv.md": page("A", "audience: public"), "b.sv.md": page("B"),
    ]
    let pages = ["page a/sv", "page index/de", "page index/sv"]
    #expect(try shown(files, to: "open").filter { $0.hasPrefix("page") } == pages)
    #expect(
      try shown(files, to: "wiki").filter { $0.hasPrefix("page") } == ["page a/sv", "page b/sv"] + pages.dropFirst())
  }

  @Test func partsForFewerReadersAreCountedWhereTheyAreShown() throws {
    let body = ":::audience{internal}\nx\n\n:::note\ny\n:::\n:::\n\nz :audience[w]{team} :audience[u]{public}"
    let site = try SmallSite(["index.sv.md": page("Hem", "audience: public", body)]).checked()
    let disclosure = try #require(Disclosure.make(site, before: nil, jobs: 1))
    let parts = disclosure.parts.map { part in part.items.filter { $0.key.kind == .part }.map(\.text) }
    #expect(parts == [[], [], [], ["1"], ["2"], ["2"]])
  }

  @Test func fieldsAreThoseThatTheReadersMaySee() throws {
    let files = [
      "index.sv.md": page("Hem"), "projects/p/project.yaml": project,
      "projects/p/milestones.yaml": """
      - { id: m, name: n, planned: 2026-01-02, publicLabel: l, gate: { decision: d, criteria: [r] }, note: hemligt, x-y: z }
      """,
    ]
    func milestone(_ edition: String) throws -> [String] {
      try shown(files, to: edition).filter { $0.contains("milestones") }.map { String($0.dropFirst(19)) }
    }
    #expect(try milestone("open") == ["m/id", "m/planned", "m/publicLabel"])
    #expect(try milestone("wiki") == ["m/gate", "m/gate.criteria", "m/id", "m/name", "m/planned", "m/publicLabel"])
    #expect(try milestone("team").contains("m/gate.decision") && milestone("team").contains("m/note"))
  }

  @Test func whatHasNoIdIsCounted() throws {
    let files = [
      "index.sv.md": page("Hem"), "projects/p/project.yaml": project,
      "projects/p/raci.yaml": "- { item: a }\n- { item: b }\n", "projects/p/tables/t.csv": "A;B\n1;2\n",
    ]
    #expect(
      try shown(files, to: "wiki").filter { $0.contains("raci") || $0.contains("tables") } == [
        "field p/raci/#1/item", "field p/raci/#2/item", "field p/tables/t/#1/A", "field p/tables/t/#1/B",
      ])
  }

  @Test func numbersOfPhonesAreNoAmounts() {
    func found(_ text: String) -> [String] {
      DisclosedValue.all(in: Array(text.utf8)[...]).map { "\($0.kind) \($0.name) \($0.offset)" }
    }
    #expect(found("Tel. +46 40 123 456 789, 040-123 456 78") == ["phone +4640123456789 5", "phone 04012345678 25"])
    #expect(found("a@b.se: 12 500 kr, 10000, 9 999") == ["email a@b.se 0", "amount 12500 8", "amount 10000 19"])
    #expect(found("#123456 x_20000 0.123456 /30000 v40000 A50000") == [])
    #expect(found("(60 000) –70.000 €80'000") == ["amount 60000 1", "amount 70000 12", "amount 80000 22"])
  }

  @Test func commentsOfAuthorsAreNotShown() throws {
    let body = """
      Ett <!-- a@dold.se --> två b@bolag.se

      <!-- c@dold.se -->

      <!--
      d@dold.se
      --> <!-- e@dold.se -->

      > <!-- f@dold.se
      > g@dold.se -->

      - h@bolag.se

      ```
      <!-- i@bolag.se -->
      ```
      """
    let found = try shown(["index.sv.md": page("Hem", "", body)], to: "wiki")
    #expect(found.filter { $0.hasPrefix("email") } == ["email b@bolag.se", "email h@bolag.se", "email i@bolag.se"])
  }

  // MARK: What is new

  @Test func theSameSiteShowsNothingNew() throws {
    let files = [
      "index.sv.md": page("Hem", "audience: public", "Ring +46 40 12 34 56."), "projects/p/project.yaml": project,
    ]
    for edition in ["open", "svarsund", "wiki", "board"] { #expect(try new(files, files, to: edition) == []) }
  }

  @Test func aWiderAudienceIsSaidWithTheOneBefore() throws {
    let one = ["index.sv.md": page("Hem"), "a.sv.md": page("A", "audience: team")]
    let two = ["index.sv.md": page("Hem"), "a.sv.md": page("A", "audience: public")]
    #expect(try new(one, two, to: "open") == ["page a/sv < team"])
    #expect(try new(one, two, to: "wiki") == ["page a/sv < team"])
    #expect(try new(one, two, to: "team") == [])
    #expect(try new(two, one, to: "open") == [])
  }

  @Test func whatMovesBetweenProvidersIsNewToTheOther() throws {
    let one = ["index.sv.md": page("Hem"), "a.sv.md": page("A", "audience: partner\nparties: [ponteluna]")]
    let two = ["index.sv.md": page("Hem"), "a.sv.md": page("A", "audience: partner\nparties: [svarsund]")]
    #expect(try new(one, two, to: "svarsund") == ["page a/sv < partner ponteluna"])
    #expect(try new(one, two, to: "ponteluna") == [])
    #expect(try new(one, two, to: "wiki") == [])
  }

  @Test func anAmountIsNewWhereItStoodNot() throws {
    let (hem, a) = (page("Hem", "audience: public", "20 000 kr"), page("A", "audience: public", "x"))
    let changed = page("A", "audience: public", "x\n20 000 kr")
    #expect(
      try new(["index.sv.md": hem, "a.sv.md": a], ["index.sv.md": hem, "a.sv.md": changed], to: "open") == [
        "text a/sv/20 000 kr", "amount a/20000",
      ])
  }

  @Test func ofANewPageTheLinesAreNotListed() throws {
    let one = ["index.sv.md": page("Hem")]
    let two = ["index.sv.md": page("Hem"), "a.sv.md": page("A", "", "x\n\na@b.se")]
    #expect(try new(one, two, to: "wiki") == ["page a/sv", "email a@b.se"])
  }

  @Test func theLegalNotesAreForThePublicAlone() throws {
    let noted = SmallSite.configuration + "\nlegal: { SE: { imprint: \"Skriv till vd@bolag.se\" } }\n"
    let files = ["index.sv.md": page("Hem"), "site.yaml": noted]
    #expect(try shown(files, to: "open").contains("email vd@bolag.se"))
    #expect(try !shown(files, to: "board").contains("email vd@bolag.se"))
  }
}
