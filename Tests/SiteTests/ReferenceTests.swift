// Values merged into prose: their formats in three languages, and what is said of references that fail.

import Languages
import Site
import Syntax
import TestSites
import Testing

@Suite struct ReferenceTests {
  private let data = [
    "projects/p/project.yaml": "name: Flytten\ntype: insourcing\nstart: 2026-01-01\ngoLive: { SE: 2026-03-02 }\n",
    "projects/p/milestones.yaml": """
    - { id: d1, name: Ett, planned: 2026-03-01 }
    - { id: d8, name: Åtta, planned: 2026-03-08 }
    - { id: d11, name: Elva, planned: 2026-03-11 }
    - { id: y1, name: Nästa år, planned: 2027-01-01, publicLabel: Snart }
    - { id: none, name: Utan dag }
    """,
    "projects/p/roles.yaml": "- { id: lead, title: Ledare, party: client, mandate: Stort }\n",
    "projects/p/kpis.yaml": """
    - { id: k, name: Svar, target: 80.5, unit: "%", decimals: 1, owner: lead, measuredDaily: true }
    - { id: band, name: Band, target: { min: 80, max: 95 }, unit: "%" }
    - { id: wait, name: Väntan, target: 1234.5, unit: s }
    """,
  ]
  private static let three = SmallSite.configuration.replacing("[sv, de]", with: "[sv, de, it]")

  private func site(_ pages: [String: String], configuration: String = SmallSite.configuration) -> SmallSite {
    SmallSite(data.merging(pages) { $1 }, configuration: configuration)
  }

  private func text(_ reference: String, _ language: String = "sv") throws -> String {
    let built = try site(["index.\(language).md": page("T", "", reference)], configuration: Self.three).build()
    #expect(built.diagnostics.lines == [])
    return String(try built.body("\(language)/").dropFirst("<p>".count).dropLast("</p>\n".count))
  }

  @Test(arguments: [
    ("d1, from", "dal 1º marzo", "från och med den 1 mars", "ab dem 1. März"),
    ("d8, from", "dall’8 marzo", "från och med den 8 mars", "ab dem 8. März"),
    ("d11, from", "dall’11 marzo", "från och med den 11 mars", "ab dem 11. März"),
    ("d1, until", "fino al 1º marzo", "till och med den 1 mars", "bis zum 1. März"),
    ("d8, until", "fino all’8 marzo", "till och med den 8 mars", "bis zum 8. März"),
    ("d11, until", "fino all’11 marzo", "till och med den 11 mars", "bis zum 11. März"),
    ("d1, on", "il 1º marzo", "den 1 mars", "am 1. März"),
    ("d8, on", "l’8 marzo", "den 8 mars", "am 8. März"),
    ("d11, on", "l’11 marzo", "den 11 mars", "am 11. März"),
    ("y1, on", "il 1º gennaio 2027", "den 1 januari 2027", "am 1. Januar 2027"),
    ("d8, long", "8 marzo 2026", "8 mars 2026", "8. März 2026"),
    ("d8", "8 marzo 2026", "8 mars 2026", "8. März 2026"),
    ("d8, week", "settimana 10", "vecka 10", "KW 10"),
    ("d8, iso", "2026-03-08", "2026-03-08", "2026-03-08"),
  ])
  func writesDays(_ reference: String, _ italian: String, _ swedish: String, _ german: String) throws {
    let parts = reference.split(separator: ",", maxSplits: 1)
    let merged = "{{ milestones.\(parts[0]).planned\(parts.count > 1 ? ",\(parts[1])" : "") }}"
    #expect(try text(merged, "it") == italian)
    #expect(try text(merged, "sv") == swedish)
    #expect(try text(merged, "de") == german)
  }

  @Test(arguments: [
    ("kpis.k.target", "80,5\u{A0}%"), ("kpis.band.target", "80–95\u{A0}%"), ("kpis.wait.target", "1\u{A0}234,5\u{A0}s"),
    ("kpis.k.owner", "Ledare"), ("kpis.k.measuredDaily", "Ja"), ("project.goLive.SE", "2 mars 2026"),
    ("projects.p.name", "Flytten"), ("projects.p.milestones.d1.name", "Ett"), ("milestones.y1.publicLabel", "Snart"),
  ])
  func writesValues(_ path: String, _ expected: String) throws {
    #expect(try text("{{ \(path) }}") == expected)
  }

  @Test func mergesIntoTitlesLinksAndCells() throws {
    let body = """
      ## Den {{ milestones.d8.planned, short }}

      [{{ milestones.d1.name }}](https://a.example/{{ milestones.d8.planned, iso }})

      | a |
      |---|
      | {{ milestones.d11.name }} |

      `{{ code }}` och \\{{ klamrar }}
      """
    let built = try site(["index.sv.md": page("\"Dag {{ milestones.d8.planned, short }}\"", "", body)]).build()
    #expect(built.diagnostics.lines == [])
    #expect(try built.page("sv/").title == "Dag 8 mars")
    let html = try built.body("sv/")
    #expect(html.contains(">Den 8 mars</h2>"))
    #expect(html.contains("<a href=\"https://a.example/2026-03-08\">Ett</a>"))
    #expect(html.contains("<td>Elva</td>"))
    #expect(html.contains("<code>{{ code }}</code> och {{ klamrar }}"))
  }

  @Test(arguments: [
    ("Å ‸{{ milestones.d9.planned }}", "did you mean \"d1\"?"),
    ("‸{{ milestons.d1.planned }}", "did you mean \"milestones\"?"),
    ("x ‸{{ milestones.d1.planed }} y", "did you mean \"planned\"?"),
    ("‸{{ projects.q.name }}", "did you mean \"p\"?"),
    ("‸{{ milestones.none.planned }}", "add planned to the record, or take the reference out"),
    ("‸{{ milestones.d1.planned, lang }}", "did you mean \"long\"?"),
    ("‸{{ milestones.d1.name, long }}", nil),
    ("‸{{ project.goLive }}", "refer to one of its fields"),
    ("| a |\n|---|\n| b ‸{{ roles.boss.title }} |", nil),
    ("## T ‸{{ roles.lead.nix }}", nil),
    ("[a](https://b.example/‸{{ roles.nix.title }})", nil),
  ])
  func saysWhatIsWrong(_ body: String, _ help: String?) throws {
    let site = site(["index.sv.md": page("T", "", body)])
    let found = try site.build().diagnostics
    #expect(found.lines == site.marks.map { "reference \($0)" })
    if let help { #expect(found.first?.help == help) }
  }

  @Test func aTitlesReferenceIsCheckedWhereItStands() throws {
    let site = site(["index.sv.md": page("\"Å ‸{{ milestones.nix.planned }}\"")])
    #expect(try site.build().diagnostics.lines == site.marks.map { "reference \($0)" })
  }

  @Test(arguments: [
    "roles.lead.title", "milestones.d1.planned", "kpis.k.last", "projects.p.name", "milestones.y1.name",
  ])
  func whatIsHiddenIsNotUnknown(_ path: String) throws {
    let site = site(["index.sv.md": page("T", "audience: public", "Ö ‸{{ \(path) }}")])
    for edition in ["open", "board"] where path != "kpis.k.last" || edition == "open" {
      let found = try site.build(edition).diagnostics
      #expect(found.lines == site.marks.map { "audience \($0)" }, "\(edition)")
    }
  }

  @Test func anAudienceBlockMayShowMore() throws {
    let body =
      ":::audience{team}\n{{ roles.lead.mandate }}\n:::\n\n:audience[{{ roles.lead.title }}]{partner}‸{{ roles.lead.mandate }}"
    let site = site(["index.sv.md": page("T", "audience: partner", body)])
    #expect(try site.build("team").diagnostics.lines == site.marks.map { "audience \($0)" })
  }

  @Test func usesAreWrittenDown() throws {
    let body = "{{ milestones.d1.planned }} {{ projects.p.name }}\n\n::milestone-list\n"
    let built = try site(["index.sv.md": page("\"{{ kpis.k.name }}\"", "", body)]).build()
    let uses = built.plan.uses.map {
      "\($0.project) \($0.collection) \($0.record ?? "*") \($0.fields.joined(separator: "+"))"
    }
    #expect(
      uses == [
        "p milestones d1 planned", "p project  name", "p kpis k name",
        "p milestones * name+phase+planned+actual+baseline",
      ])
    #expect(built.plan.uses.allSatisfy { built.site.pages[$0.page].route == "sv/" })
  }
}
