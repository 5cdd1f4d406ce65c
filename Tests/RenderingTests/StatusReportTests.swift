// The status report on a page of a site: its sections in each readership's words, and the coordinates of its timeline.

import Rendering
import TestSites
import Testing

@Suite struct StatusReportTests {
  /// Two phases of four weeks from Monday 2026-03-02 on: eight weeks of 938 places.
  private let data = [
    "projects/p/project.yaml": """
    name: Flytten
    type: partner-change
    stage: live
    client: Kund
    currency: EUR
    sponsor: boss
    goLive: { SE: 2026-03-30 }
    """,
    "projects/p/roles.yaml": "- { id: boss, title: Chef, party: client }\n",
    "projects/p/phases.yaml": """
    - { id: a, name: Plan, kind: plan, start: 2026-03-02, end: 2026-03-29 }
    - { id: b, name: Start, kind: go-live, start: 2026-03-30, end: 2026-04-26 }
    """,
    "projects/p/milestones.yaml": """
    - { id: m1, name: Avtal, phase: a, planned: 2026-03-09, actual: 2026-03-09 }
    - { id: m2, name: Utbildat, phase: a, planned: 2026-03-12 }
    - { id: m3, name: Go eller inte, phase: a, planned: 2026-03-27, baseline: 2026-03-20, gate: {} }
    """,
    "projects/p/risks.yaml": """
    - { id: r, title: Sent, owner: boss, probability: 4, impact: 4, residual: { p: 2, i: 4 }, mitigation: \"Börja *nu*\" }
    """,
    "projects/p/decisions.yaml": "- { id: d, title: Fler i teamet, due: 2026-03-18, by: boss }\n",
  ]

  private func body(_ edition: String = "team", audience: String = "team") throws -> String {
    let built = try SmallSite(
      data.merging(["projects/p/index.sv.md": page("T", "audience: \(audience)", "::status")]) { $1 }
    ).build(edition)
    return try built.body("sv/projects/p/")
  }

  @Test func theTimelineStandsWhereTheDaysAre() throws {
    let html = try body()
    for shape in [
      // 28 days of 56 are half of 938 places, behind a gutter of 250; 2026-03-16 is a quarter.
      "<rect x=\"250\" y=\"49\" width=\"469\" height=\"11\" fill=\"#1f5fa8\" class=\"fill-main\" rx=\"2\">",
      "<rect x=\"720\" y=\"67\" width=\"467\" height=\"9\" fill=\"#ffffff\" stroke=\"#1f5fa8\" stroke-width=\"2\" class=\"fill-paper stroke-main\" rx=\"2\">",
      "<line x1=\"484\" y1=\"16\" x2=\"484\" y2=\"84\" stroke=\"#a3243b\" stroke-width=\"2\" class=\"stroke-bad\">",
      "<text x=\"489\" y=\"11\" font-size=\"12\" fill=\"#a3243b\" class=\"fill-bad\" font-weight=\"600\">I dag, 16 mars</text>",
      // Go-live on 30 March, and the week of 9 March, the 11th.
      "<line x1=\"719\" y1=\"46\" x2=\"719\" y2=\"80\" stroke=\"#1a2330\" stroke-width=\"1\" class=\"stroke-text\" stroke-dasharray=\"2 3\">",
      "<text x=\"369\" y=\"38\" font-size=\"11\" fill=\"#556070\" class=\"fill-muted\">11</text>",
      // Reached, late, to come.
      "<path d=\"M367+54m0-7l7 7-7 7-7-7z\" fill=\"#1a2330\"",
      "<path d=\"M417+54m0-7l7 7-7 7-7-7zm-3 4l6 6m0-6l-6 6\"",
      "<path d=\"M668+54m0-6l6 6-6 6-6-6z\" fill=\"#ffffff\"",
      "<desc>Plan: 2 mars 2026 – 29 mars 2026; Start: 30 mars 2026 – 26 april 2026</desc>",
    ] {
      #expect(html.contains(shape), "\(shape)")
    }
  }

  @Test func sectionsSayWhatThereIs() throws {
    let html = try body()
    for text in [
      "<h2>Lägesrapport</h2>", "<dt>Samlad bedömning</dt><dd><span class=\"tone attention\">Gult</span>",
      "<span class=\"tone attention\">Gult</span> <span class=\"reason\">1 milstolpe försenad</span>",
      "<dt>Fas</dt><dd>Plan · vecka 3 av 4</dd>", "<dt>Nästa driftstart</dt><dd>Sverige · 30 mars · om 14 dagar</dd>",
      "<h3>Nästa go/no-go</h3><p class=\"under\">Go eller inte · 27 mars · om 11 dagar</p>",
      "<th scope=\"row\">Utbildat</th><td class=\"number\">12 mars</td><td class=\"number\">12 mars</td>"
        + "<td><span class=\"tone bad\">4 dagar sen</span></td>",
      "<th scope=\"row\">Go eller inte</th><td class=\"number\">20 mars</td><td class=\"number\">27 mars</td>",
      "<th scope=\"row\">Fler i teamet</th><td class=\"number\">18 mars</td><td>Chef</td>",
      "<th scope=\"row\">Sent</th><td class=\"number\">16\u{A0}→\u{A0}8</td><td><span class=\"tone attention\">Öppen</span></td>"
        + "<td>Chef</td><td>Börja nu</td>",
      "<p class=\"empty\">Här visas nyckeltalen i kpis.yaml, med målvärde och senaste värde.</p>",
    ] {
      #expect(html.contains(text), "\(text)")
    }
    #expect(!html.contains("Engångskostnader"), "money is for a restricted circle")
  }

  @Test func readersSeeTheirSections() throws {
    let wiki = try body("wiki", audience: "internal")
    #expect(wiki.contains("Nästa milstolpar") && !wiki.contains("riskerna") && !wiki.contains("Beslut som behövs"))
    let board = try body("board")
    #expect(board.contains("Här visas engångskostnaderna i costItems.yaml"))
  }

  @Test func itMayNotStandBeforeCustomers() throws {
    let site = SmallSite(data.merging(["projects/p/index.sv.md": page("T", "audience: public", "‸::status")]) { $1 })
    #expect(try site.build("team").diagnostics.named("audience").lines == site.marks.map { "audience \($0)" })
  }
}
