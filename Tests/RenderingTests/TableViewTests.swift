// Tries `::table`: what it shows of a collection or a table, in which order, to whom, and each wrong argument's place.

import Syntax
import TestSites
import Testing

@testable import Rendering

@Suite struct TableViewTests {
  private let data = [
    "projects/p/project.yaml": "name: { sv: Flytten, de: Umzug }\ntype: insourcing\nstart: 2025-10-01\n",
    "projects/p/roles.yaml": "- { id: lead, title: { sv: Ledare, de: Leitung }, party: client }\n",
    "projects/p/risks.yaml": """
    - { id: r1, title: { sv: Sent, de: Spät }, owner: lead, probability: 4, impact: 5, due: 2026-04-01, status: open, residual: { p: 2, i: 1 } }
    - { id: r2, title: Ånger, owner: lead, probability: 2, impact: 2, due: 2026-03-01, status: closed, x-cost: "70" }
    - { id: r3, title: Zoo, owner: lead, status: watch, tags: [x1, x2] }
    - { id: r4, title: Äpple, owner: lead, probability: 5, impact: 5, due: 2026-05-01 }

    """,
    "projects/p/tables/team-sizes.csv": """
    Ort;Antal;Öppnar;Kommentar.sv;Kommentar.de;owner
    Malmö;12,5;2.3.2026;Nära;Nah;lead
    Örebro;9;16.3.2026;"Först i april";;
    Berlin;1200;4.5.2026;;Groß;

    """,
  ]

  /// The cells of each row, without markup.
  private func rows(_ text: String, _ route: String = "sv/") throws -> [[String]] {
    let rows = try build(text).body(route).split(separator: "<tr>").dropFirst()
    return rows.map { row in
      row.replacing("</th>", with: "</td>").split(separator: "</td>").dropLast().map { cell in
        cell.split(separator: "<", omittingEmptySubsequences: false).map { part in
          part.firstIndex(of: ">").map { String(part[part.index(after: $0)...]) } ?? String(part)
        }.joined()
      }
    }
  }

  private func build(_ text: String, _ fields: String = "audience: team", edition: String = "team") throws -> BuiltSite
  {
    let pages = ["index.sv.md": page("T", fields, text), "index.de.md": page("T", fields + "\nsource: sv", text)]
    let built = try SmallSite(data.merging(pages) { $1 }).build(edition)
    #expect(built.diagnostics.errors.lines == [], "\(built.diagnostics.map(\.message))")
    return built
  }

  private func first(_ text: String, _ route: String = "sv/") throws -> [String] {
    try rows(text, route).dropFirst().map { $0.first ?? "" }
  }

  @Test func showsTheColumnsThatAreNamed() throws {
    let found = try rows(
      "::table{of=risks columns=\"title, score, residual.p, x-cost, tags\" where=\"status!=watch\"}")
    #expect(found.first == ["Titel", "Poäng", "Kvarstående sannolikhet", "x-cost", "Ämnen"])
    #expect(found.dropFirst().map { $0.joined(separator: "|") } == ["Sent|20|2||", "Ånger|4||70|", "Äpple|25|||"])
  }

  @Test func ordersByValuesAndTexts() throws {
    #expect(try first("::table{of=risks columns=title sort=due}") == ["Ånger", "Sent", "Äpple", "Zoo"])
    #expect(try first("::table{of=risks columns=title sort=-due}") == ["Äpple", "Sent", "Ånger", "Zoo"])
    #expect(try first("::table{of=risks columns=title sort=-score}") == ["Äpple", "Sent", "Ånger", "Zoo"])
    #expect(try first("::table{of=risks columns=title sort=title}") == ["Sent", "Zoo", "Ånger", "Äpple"])
    #expect(try first("::table{of=risks columns=title sort=title}", "de/") == ["Ånger", "Äpple", "Spät", "Zoo"])
    #expect(try first("::table{of=risks columns=title sort=status}") == ["Sent", "Zoo", "Ånger", "Äpple"])
  }

  @Test(arguments: [
    ("status=open", ["Sent"]), ("status!=open", ["Ånger", "Zoo", "Äpple"]), ("score>=20", ["Sent", "Äpple"]),
    ("score>20", ["Äpple"]), ("due<2026-04-01", ["Ånger"]), ("due<=2026-04-01, status=open", ["Sent"]),
    ("tags=x2", ["Zoo"]), ("owner=lead,title=Zoo", ["Zoo"]), ("residual.p=2", ["Sent"]), ("x-cost=70", ["Ånger"]),
    ("status>=watch", ["Ånger", "Zoo"]),
  ])
  func filters(_ condition: String, _ titles: [String]) throws {
    #expect(try first("::table{of=risks columns=title where=\"\(condition)\"}") == titles)
  }

  @Test func showsTablesWithTheirOwnColumns() throws {
    let found = try rows("::table{of=team-sizes sort=-Antal caption=\"Platser\"}")
    #expect(
      found.map { $0.joined(separator: "|") }.dropFirst() == [
        "Berlin|1\u{A0}200|4 maj 2026|Groß|", "Malmö|12,5|2 mars 2026|Nära|lead",
        "Örebro|9|16 mars 2026|Först i april|",
      ])
    #expect(try first("::table{of=tables/team-sizes where=\"Öppnar>2026-03-10\"}", "de/") == ["Örebro", "Berlin"])
    let html = try build("::table{of=team-sizes caption=\"Platser\"}").body("sv/")
    #expect(
      html.contains("<caption>Platser</caption>") && html.contains("<th scope=\"col\" class=\"number\">Antal</th>"))
  }

  @Test(
    arguments: [
      ("‸::table", "::table does not say of what", "write ::table{of=risks}"),
      ("::table{‸of=riks}", "there is no collection or table \"riks\"", "did you mean \"risks\"?"),
      ("::table{‸of=team-size}", "there is no collection or table \"team-size\"", "did you mean \"team-sizes\"?"),
      ("::table{of=project}", nil, nil),
      ("::table{of=risks ‸columns=\"title, dew\"}", "\"dew\" is not a column of risks", nil),
      ("::table{of=risks ‸columns=residual}", "\"residual\" is too much for a cell: a mapping with p, i", nil),
      ("::table{of=team-sizes ‸columns=ort}", "\"ort\" is not a column of tables/team-sizes", "did you mean \"Ort\"?"),
      ("::table{of=risks ‸where=status}", "\"status\" is not a condition", nil),
      ("::table{of=risks ‸where=\"status=opn\"}", "\"status\" is never \"opn\"", "did you mean \"open\"?"),
      ("::table{of=risks ‸where=\"score>=many\"}", "\"score\" is never \"many\"", nil),
      ("::table{of=risks ‸where=\"title>=B\"}", "\"title\" has no order that >= could ask for", nil),
      ("::table{of=risks ‸where=\"stat=open\"}", "\"stat\" is not a column of risks", nil),
      ("::table{of=risks ‸sort=-tilte}", "\"tilte\" is not a column of risks", "did you mean \"title\"?"),
      ("::table{of=risks ‸colums=title}", "::table takes no \"colums\"", "did you mean \"columns\"?"),
    ] as [(String, String?, String?)])
  func wrongArguments(_ text: String, _ message: String?, _ help: String?) throws {
    let site = SmallSite(data.merging(["index.sv.md": page("T", "audience: team", "Å\n\n" + text)]) { $1 })
    let found = try site.build("team").diagnostics.named("component")
    guard let message else {
      #expect(found.count == 1)
      return
    }
    #expect(
      found.lines == site.marks.map { "component \($0)" } && found.first?.message == message, "\(found.map(\.message))")
    if let help { #expect(found.first?.help == help) }
  }

  /// Who may stand where: risks are for the team, tables for the client's own people, milestones for partners.
  @Test(arguments: [
    ("audience: internal", "‸::table{of=risks}"), ("audience: partner", "‸::table{of=team-sizes}"),
    ("audience: public", "‸::table{of=tables/team-sizes}"), ("audience: public", "‸::table{of=objectives}"),
    ("audience: public", "‸::table{of=milestones columns=actual}"),
    ("audience: public", "‸::table{of=milestones columns=id where=\"phase=p0\"}"),
    ("audience: public", "‸::table{of=milestones columns=id sort=baseline}"),
    ("audience: internal", "‸::table{of=milestones columns=note}"),
    ("audience: team", "::table{of=risks}"), ("audience: internal", "::table{of=team-sizes}"),
    ("audience: public", "::table{of=milestones columns=\"publicLabel, planned\"}"),
    ("audience: internal", ":::audience{team}\n::table{of=risks}\n:::"),
  ])
  func standsWhereItsReadersMaySeeIt(_ fields: String, _ text: String) throws {
    let site = SmallSite(data.merging(["index.sv.md": page("T", fields, text)]) { $1 })
    let found = try site.build("board").diagnostics.named("audience")
    #expect(found.lines == site.marks.map { "audience \($0)" }, "\(found.map(\.message))")
  }

  @Test func nothingOfATableReachesOthers() throws {
    var files = data
    files["index.sv.md"] = page("T", "audience: public", "Text\n\n:::audience{internal}\n::table{of=team-sizes}\n:::")
    for edition in ["open", "svarsund"] {
      let built = try SmallSite(files).build(edition)
      #expect(!built.site.projects.contains { !$0.tables.isEmpty })
      let html = try built.body("sv/")
      #expect(!html.contains("Malmö"))
    }
    #expect(try SmallSite(files).build("wiki").body("sv/").contains("Malmö"))
  }
}
