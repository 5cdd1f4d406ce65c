// A new language with files only: texts in `templates/languages`, a line in `site.yaml`, and pages.

import Rendering
import Site
import Syntax
import TestSites
import Testing

@Suite struct NewLanguageTests {
  /// Everything a language file may hold; the strings are made from the keys of the Swedish one.
  private func english(without missing: String = "") throws -> String {
    let own = [
      "skip-to-content": "Skip to content", "languages": "Languages", "breadcrumbs": "You are here",
      "contents": "Contents", "previous": "Previous page", "next": "Next page", "last-data": "Data {date}",
      "milestone": "Milestone", "planned": "Planned", "actual": "Actual", "phase": "Phase",
      "milestone-list-caption": "Milestones: {project}", "section-navigation": "In this section",
      "not-translated-notice": "This page is not in English yet. It is shown in {language}.",
    ]
    let swedish = String(decoding: try #require(Theme.carried["languages/sv.yaml"]), as: UTF8.self)
    let lines = swedish.split(separator: "\n").drop { $0 != "strings:" }.dropFirst()
      .prefix { $0.hasPrefix(" ") || $0.hasPrefix("#") }
    let keys = lines.filter { !$0.contains("#") }.compactMap { line in
      line.split(separator: ":").first.map { $0.filter { $0 != " " && $0 != "\"" } }
    }
    #expect(keys.count > 100)
    let strings = keys.filter { $0 != missing }.map { "  \"\($0)\": \"\(own[$0] ?? "English \($0)")\"" }
    return """
      code: en
      name: English
      plurals:
        one: "i = 1 and v = 0"
      dates:
        from: { default: "from {date}" }
        until: { default: "until {date}" }
        "on": { default: "on {date}" }
        since: { default: "since {date}" }
        as-of: { default: "as of {date}" }
      weeks: { week: "week {week}", weekYear: "week {week} of {year}" }
      lists: { pair: "{0} and {1}", start: "{0}, {1}", middle: "{0}, {1}", end: "{0}, and {1}" }
      quotes: { open: "“", close: "”", innerOpen: "‘", innerClose: "’" }
      collation: en
      strings:
      \(strings.joined(separator: "\n"))
      counts:
        risks: { one: "{n} risk", other: "{n} risks" }
        milestones: { one: "{n} milestone", other: "{n} milestones" }
        kpis: { one: "{n} KPI", other: "{n} KPIs" }
        values: { one: "{n} value", other: "{n} values" }
        pages: { one: "{n} page", other: "{n} pages" }
        days: { one: "{n} day", other: "{n} days" }

      """
  }

  private static let configuration = SmallSite.configuration.replacing("[sv, de]", with: "[sv, de, en]")

  private func site(_ file: String) -> SmallSite {
    SmallSite(
      [
        "templates/languages/en.yaml": file, "index.sv.md": page("Hem"),
        "index.en.md": page(
          "Home", "source: sv", "Open {{ milestones.m1.planned, from }}, {{ kpis.k.target }}.\n\n::milestone-list"),
        "steps/risks.sv.md": page("Risker", "slug: risker"),
        "steps/risks.en.md": page("Risks", "source: sv", "## One\n\n## Two"),
        "steps/only.sv.md": page("Bara svenska"),
        "projects/p/project.yaml": "name: { sv: Flytten, en: The move }\ntype: insourcing\nstart: 2026-01-01\n",
        "projects/p/milestones.yaml": "- { id: m1, name: { sv: Start, en: Go-live }, planned: 2026-05-04 }\n",
        "projects/p/kpis.yaml": "- { id: k, name: K, target: 1234.5, unit: \"%\" }\n",
      ], configuration: Self.configuration)
  }

  @Test func filesMakeALanguage() throws {
    let built = try site(try english()).build()
    #expect(built.diagnostics.errors.lines == [])
    let home = try built.text("en/index.html")
    for part in [
      "<html lang=\"en\" data-audience=\"internal\">", ">Skip to content</a>", "Open from May 4, 1,234.5%.",
      "<caption>Milestones: The move</caption>",
      "<td class=\"number\">May 4, 2026</td>", "Data as of March 16, 2026",
      "hreflang=\"en\" aria-current=\"true\">English</a>",
    ] { #expect(home.contains(part), "\(part) in \(home)") }
    let risks = try built.text("en/steps/risks/index.html")
    #expect(risks.contains("aria-label=\"You are here\"") && risks.contains("<h2>Contents</h2>"))
    #expect(try built.text("en/steps/only/index.html").contains("It is shown in Swedish."))
    #expect(try built.text("index.html").contains("lang=\"en\" hreflang=\"en\"><strong>English</strong>"))
    #expect(try built.text("sv/index.html").contains("hreflang=\"en\""))
  }

  @Test func aMissingTextIsNamed() throws {
    let found = site(try english(without: "skip-to-content")).findings().named("language-file")
    #expect(found.map(\.place.path) == ["templates/languages/en.yaml"])
    #expect(found.first?.message == "these strings are missing: skip-to-content")
  }

  @Test func aLanguageWithoutFileIsNamed() {
    let marked = Self.configuration.replacing("languages: [", with: "languages: ‸[")
    let site = SmallSite(["index.sv.md": page("Hem")], configuration: marked)
    #expect(site.findings().lines == site.marks.map { "language-file \($0)" })
  }
}
