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

  private let tail = "</tbody>\n</table>\n</div>\n"

  @Test func drawsTheMilestonesInGerman() throws {
    let columns = """
      <th scope="col">Meilenstein</th><th scope="col">Phase</th><th scope="col" class="number">Geplant</th>\
      <th scope="col" class="number">Tatsächlich</th>
      """
    let rows = """
      <tr><th scope="row">Vertrag</th><td></td><td class="number">1. Februar 2026</td><td class="number"></td></tr>
      <tr><th scope="row">Start &lt;live&gt;</th><td>Verlagerung</td><td class="number">2. März 2026</td>\
      <td class="number">3. März 2026</td></tr>
      <tr><th scope="row"><span lang="sv">Utan dag</span></th><td></td><td class="number"></td><td class="number"></td></tr>

      """
    #expect(
      try body("::milestone-list", "de/") == head("Meilensteine: Umzug &amp; Co", columns) + rows + tail)
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
    #expect(try body("::risk-register", "sv/", "audience: team") == head + high + low + tail)
    #expect(try body("::risk-register{min-score=8}", "sv/", "audience: team") == head + high + tail)
  }

  @Test func drawsTheScorecardInSwedish() throws {
    let columns = """
      <th scope="col">Nyckeltal (KPI)</th><th scope="col" class="number">Målvärde</th>\
      <th scope="col" class="number">Senaste värde</th><th scope="col">Period</th><th scope="col">Utveckling</th>
      """
    let trend = "från 71,0\u{A0}% (januari 2026) till 82,3\u{A0}% (februari 2026), 2 värden"
    let rows = """
      <tr><th scope="row">Svarsgrad</th><td class="number">80,0\u{A0}%</td><td class="number">82,3\u{A0}%</td>\
      <td>februari 2026</td><td><svg class="sparkline" role="img" aria-label="\(trend)" width="120" height="24" \
      viewBox="0 0 120 24"><polyline fill="none" stroke="#1f6feb" stroke-width="2" class="line" \
      points="2,22 118,2"></polyline></svg></td></tr>
      <tr><th scope="row">Ny</th><td class="number">1–2\u{A0}h</td><td class="number">Värde saknas</td><td></td>\
      <td></td></tr>

      """
    #expect(try body("::scorecard") == head("Styrkort: Flytten", columns) + rows + tail)
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
    ("::milestone-list{‸from=2}", "component", "there is none"),
    ("::scorecard{‸fast}", "component", "there is none"),
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
    for component in Components.all {
      let files = [
        "index.sv.md": page(
          "T", "audience: team", "::\(component.name)\(component.name == "table" ? "{of=risks}" : "")")
      ]
      let project = ["projects/p/project.yaml": "name: n\ntype: insourcing\nstart: 2026-01-01\n"]
      let html = try SmallSite(files.merging(project) { $1 }).build("team").body("sv/")
      #expect(html.hasPrefix("<p class=\"empty\">") && html.hasSuffix(".</p>\n"), "\(component.name)")
    }
  }
}
