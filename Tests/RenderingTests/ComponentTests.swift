// The components: their HTML byte by byte, what they say when there is nothing, and wrong names and arguments.

import Rendering
import Site
import Syntax
import TestSites
import Testing

@Suite struct ComponentTests {
  private let data = [
    "projects/p/project.yaml":
      "name: { sv: Flytten, de: \"Umzug & Co\" }\ntype: insourcing\nstart: 2026-01-01\nincoming: svarsund\noutgoing: ponteluna\n",
    "projects/p/roles.yaml": "- { id: lead, title: { sv: Ledare, de: Leitung }, party: client }\n",
    "projects/p/phases.yaml": "- { id: move, name: { sv: Flytt, de: Verlagerung } }\n",
    "projects/p/milestones.yaml": """
    - { id: m2, name: { de: \"Start <live>\" }, phase: move, planned: 2026-03-02, actual: 2026-03-03 }
    - { id: m0, name: { sv: Utan dag } }
    - { id: m1, name: { sv: Avtal, de: Vertrag }, planned: 2026-02-01, publicLabel: Avtal }
    """,
    "projects/p/risks.yaml": """
    - { id: low, title: Liten, owner: lead, probability: 1, impact: 2 }
    - { id: high, title: Stor, owner: lead, probability: 4, impact: 5, status: watch, trigger: Larm,
        mitigation: \"Gör *nu*\", contingency: \"a < b\" }
    """,
    "projects/p/kpis.yaml": """
    - id: answered
      name: Svarsgrad
      target: 80
      unit: "%"
      decimals: 1
      frequency: monthly
      measurements: [{ period: 2026-01, value: 71 }, { period: 2026-02, value: 82.25 }, { period: 2026-03, value: 99 }]
    - { id: new, name: Ny, target: { min: 1, max: 2 }, unit: h }
    """,
  ]

  private func body(_ text: String, _ route: String = "sv/", _ fields: String = "", edition: String = "team") throws
    -> String
  {
    let language = route.prefix(2)
    let files = data.merging(["index.\(language).md": page("T", fields, text)]) { $1 }
    let built = try SmallSite(files).build(edition)
    #expect(built.diagnostics.lines == [])
    return try built.body(route)
  }

  private func head(_ caption: String, _ columns: String) -> String {
    """
    <div class="table" role="group" aria-label="\(caption)" tabindex="0">
    <table><caption>\(caption)</caption>
    <thead><tr>\(columns)</tr></thead>
    <tbody>

    """
  }

  private func tail(_ file: String) -> String {
    """
    </tbody>
    </table>
    </div>
    <p class="download"><a href="../data/p/\(file)" download="">Ladda ner tabellen som CSV</a></p>

    """
  }

  @Test func drawsTheRisksInSwedish() throws {
    let columns = """
      <th scope="col">Risk</th><th scope="col" class="number">Riskvärde</th>\
      <th scope="col">Ansvarig</th><th scope="col">Utlösande händelse</th><th scope="col">Åtgärd</th>\
      <th scope="col">Reservplan</th><th scope="col">Status</th>
      """
    let high = """
      <tr><th scope="row">Stor</th><td class="number">4 × 5 = 20</td>\
      <td>Ledare</td><td>Larm</td><td>Gör <em>nu</em></td><td>a &lt; b</td><td>Bevakas</td></tr>

      """
    let low = """
      <tr><th scope="row">Liten</th><td class="number">1 × 2 = 2</td>\
      <td>Ledare</td><td></td><td></td><td></td><td>Öppen</td></tr>

      """
    let head = head("Riskregister: Flytten", columns)
    #expect(try body("::risk-register", "sv/", "audience: team") == head + high + low + tail("risk-register.sv.csv"))
    #expect(
      try body("::risk-register{min-score=8}", "sv/", "audience: team")
        == head + high + tail("risk-register-min-score-8.sv.csv"))
  }

  @Test func aProviderSeesNoScores() throws {
    var files = data
    files["index.sv.md"] = page("T", "audience: partner", "::risk-register{min-score=8}")
    files["projects/p/risks.yaml"] =
      "- { id: r, title: Delad, owner: lead, probability: 1, impact: 1, forParties: [svarsund] }\n"
    let built = try SmallSite(files).build("svarsund")
    #expect(built.diagnostics.lines == [])
    let html = try built.body("sv/")
    #expect(html.contains("Delad") && !html.contains("Riskvärde") && !html.contains("Sannolikhet"))
    #expect(
      try SmallSite(files).build("ponteluna").body("sv/") == "<p class=\"empty\">Inga risker är registrerade.</p>\n")
  }

  @Test func thePublicSeesLabelsOfMilestones() throws {
    let html = try body("::milestone-list", "sv/", "audience: public", edition: "open")
    #expect(html.contains("<tr><th scope=\"row\">Avtal</th><td></td><td class=\"number\">1 februari 2026</td>"))
    #expect(!html.contains("live") && !html.contains("Flytten"))
  }

  @Test(arguments: [
    ("‸::milestone-lst", "component", "did you mean \"milestone-list\"?"),
    ("::milestone-list{‸capton=2}", "component", "did you mean \"caption\"?"),
    ("::scorecard{‸fast}", "component", nil),
    ("::risk-register{‸project=q}", "component", "did you mean \"p\"?"),
    ("::risk-matrix{‸phase=moves}", "component", "did you mean \"move\"?"),
    ("::risk-register{‸min-scor=8}", "component", "did you mean \"min-score\"?"),
    ("::risk-register{‸min-score=26}", "component", nil),
    ("::risk-register{‸min-score=many}", "component", nil),
  ])
  func findsWrongNamesAndArguments(_ text: String, _ id: String, _ help: String?) throws {
    let site = SmallSite(data.merging(["index.sv.md": page("T", "audience: team", "Å\n\n" + text)]) { $1 })
    let found = try site.build("team").diagnostics
    #expect(found.lines == site.marks.map { "\(id) \($0)" })
    if let help { #expect(found.first?.help == help) }
  }

  @Test func aComponentStandsWhereItsReadersMaySeeIt() throws {
    let site = SmallSite(
      data.merging(["index.sv.md": page("T", "", "‸::risk-register\n\n:::audience{team}\n::risk-register\n:::")]) { $1 }
    )
    #expect(try site.build("team").diagnostics.lines == site.marks.map { "audience \($0)" })
    let projectless = SmallSite(["index.sv.md": page("T", "", "‸::scorecard")])
    #expect(try projectless.build().diagnostics.lines == projectless.marks.map { "component \($0)" })
  }

  @Test func everyComponentDrawsWithoutData() throws {
    // What shows all projects always has one to show here, and what is about one record needs it.
    let needing = ["kpi-chart", "process-sheet", "notice-card"]
    for component in Components.all where !component.isOfAllProjects && !needing.contains(component.name) {
      let arguments = ["table", "checklist"].contains(component.name) ? "{of=risks}" : ""
      let files = ["index.sv.md": page("T", "audience: restricted", "::\(component.name)\(arguments)")]
      let project = ["projects/p/project.yaml": "name: n\ntype: insourcing\nstart: 2026-01-01\n"]
      let html = try SmallSite(files.merging(project) { $1 }).build("board").body("sv/")
      let lines = html.split(separator: "\n")
      #expect(!lines.isEmpty, "\(component.name)")
      #expect(lines.allSatisfy { $0.hasPrefix("<p class=\"empty\">") && $0.hasSuffix(".</p>") }, "\(component.name)")
    }
  }
}
