// Anchors of headings: written ids, slugs, numbers for equal ones, and the same in every language where outlines agree.

import Site
import Syntax
import TestSites
import Testing

@Suite struct AnchorTests {
  private func anchors(_ body: String) throws -> [String] {
    let built = try SmallSite(["index.sv.md": page("Hem", "", body)]).build()
    #expect(built.diagnostics.errors.lines == [])
    return try built.page("sv/").anchors
  }

  @Test(arguments: [
    ("Mål och omfattning", "mal-och-omfattning"), ("Größe & Übergabe", "grosse-ubergabe"),
    ("Città è già lì", "citta-e-gia-li"),
    ("  \"Så\" här!  ", "sa-har"), ("1. Fas – avvio (2026)", "1-fas-avvio-2026"), ("don't", "dont"), ("***", "section"),
    ("ÅÄÖ", "aao"), ("Ἀθῆναι", "section"), ("e\u{301}te\u{301}", "ete"),
  ])
  func aSlugHasPlainLetters(_ text: String, _ slug: String) {
    #expect(Anchors.slug(text) == slug)
  }

  @Test func aLongSlugIsCut() {
    #expect(Anchors.slug(String(repeating: "a", count: 100)).utf8.count == 64)
  }

  @Test func equalOnesAreNumbered() throws {
    #expect(try anchors("## Mål\n## Mål\n### Mal\n## Annat\n") == ["mal", "mal-2", "mal-3", "annat"])
    #expect(try anchors("## Mål 2\n## Mål\n## Mål\n") == ["mal-2", "mal", "mal-3"])
  }

  @Test func aWrittenIdHoldsAgainstSlugs() throws {
    #expect(try anchors("## Mål\n## Annat {#mal}\n") == ["mal-2", "mal"])
    #expect(try anchors("## Mål {#goals}\n") == ["goals"])
  }

  @Test func oneIdNamesOneHeading() throws {
    let site = SmallSite(["index.sv.md": page("Hem", "", "## A {#ids}\n\n‸## B {#ids}")])
    #expect(try site.build().diagnostics.errors.map(\.location) == site.marks)
  }

  private func translated(_ source: String, _ translation: String) throws -> (SmallSite, BuiltSite) {
    let site = SmallSite([
      "index.sv.md": page("Hem", "", source), "index.de.md": "‸" + page("Start", "source: sv", translation),
    ])
    return (site, try site.build())
  }

  @Test func aTranslationHasTheSourcesAnchorsByPosition() throws {
    let (_, built) = try translated("## Mål\n### Risker\n## Slut {#end}", "## Ziele\n### Risiken\n## Schluss")
    #expect(built.diagnostics.lines == [])
    #expect(try built.page("de/").anchors == ["mal", "risker", "end"])
    #expect(try built.body("de/").contains("<h2 id=\"mal\">Ziele</h2>"))
  }

  @Test func idsOfATranslationHold() throws {
    let (_, built) = try translated("## Mål\n## Risker", "## Ziele {#ziele}\n## Risiken")
    #expect(try built.page("de/").anchors == ["ziele", "risker"])
  }

  @Test func differingOutlinesAreAWarningThatShowsBoth() throws {
    let (site, built) = try translated("## Mål\n## Risker", "## Ziele\n### Risiken")
    #expect(built.diagnostics.lines == site.marks.map { "outline \($0)" })
    let finding = try #require(built.diagnostics.first)
    #expect(finding.severity == .warning)
    #expect(
      finding.help == "here: ## Ziele · ### Risiken; source: ## Mål · ## Risker; give the headings ids, or align them")
    #expect(try built.page("de/").anchors == ["ziele", "risiken"])
  }

  @Test func differingOutlinesWithIdsAreFine() throws {
    let (_, built) = try translated("## Mål {#first}\n## Risker {#second}", "## Ziele {#first}")
    #expect(built.diagnostics.lines == [])
  }

  @Test func outlinesAreComparedAfterSelection() throws {
    let hidden = ":::audience{team}\n## Hemligt\n:::\n\n## Mål"
    let (_, built) = try translated(hidden, "## Ziele")
    #expect(built.diagnostics.lines == [], "the wiki sees one heading in both")
    #expect(try built.page("de/").anchors == ["mal"])
    #expect(try built.page("sv/").anchors == ["mal"])
  }

  @Test func hiddenHeadingsDoNotShiftNumbers() throws {
    let body = ":::audience{team}\n## Mål\n:::\n\n## Mål"
    #expect(try anchors(body) == ["mal"])
  }
}
