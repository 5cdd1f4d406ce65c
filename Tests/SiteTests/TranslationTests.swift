// Languages of a page: fallbacks, sources, and translations that an audience must have.

import Site
import Syntax
import TestSites
import Testing

@Suite struct TranslationTests {
  private let files = [
    "index.sv.md": page("Hem", "audience: public"), "index.de.md": page("Start", "source: sv\naudience: public"),
    "only.sv.md": page("Bara svenska", "audience: public", "Hej"),
  ]

  @Test func aMissingTranslationShowsTheSource() throws {
    let built = try SmallSite(files).build("open")
    #expect(built.diagnostics.lines == [])
    let page = try built.page("de/only/")
    #expect(page.isFallback && page.title == "Bara svenska")
    #expect(page.source.identity.language.code == "sv")
    let html = try built.text("de/only/index.html")
    #expect(html.contains("<html lang=\"de\" data-audience=\"public\">"))
    #expect(html.contains("<h1 lang=\"sv\">Bara svenska</h1>"))
    #expect(html.contains("<div class=\"text\" lang=\"sv\">"))
    #expect(
      html.contains(
        """
        <p class="notice">Diese Seite gibt es noch nicht auf Deutsch. Sie wird auf Schwedisch angezeigt. \
        <a href="../../sv/only/index.html">Zum Original</a></p>
        """))
  }

  @Test func aFallbackIsNeitherInHreflangNorInTheSitemap() throws {
    let built = try SmallSite(files).build("open")
    let map = try built.text("sitemap.xml")
    #expect(map.contains("<loc>https://open.example/hjalp/sv/only/</loc>"))
    #expect(!map.contains("de/only/"))
    #expect(map.split(separator: "<loc>").count == 4, "three pages in their own language")
    for route in ["sv/only/", "de/only/"] {
      let html = try built.text(route + "index.html")
      #expect(!html.contains("rel=\"alternate\""))
      #expect(html.contains("<link rel=\"canonical\" href=\"https://open.example/hjalp/sv/only/\">"))
    }
    let home = try built.text("sv/index.html")
    #expect(home.contains("<link rel=\"alternate\" hreflang=\"de\" href=\"https://open.example/hjalp/de/\">"))
    #expect(home.contains("<link rel=\"alternate\" hreflang=\"sv\" href=\"https://open.example/hjalp/sv/\">"))
  }

  @Test func twoSourcesAreAnError() throws {
    let site = SmallSite(["index.sv.md": page("Hem"), "index.de.md": "‸" + page("Start")])
    let built = try site.build()
    // Pages come by path: the German file stands before the Swedish one, the site's first language is the source.
    #expect(built.diagnostics.lines == site.marks.map { "translation \($0)" })
    #expect(built.diagnostics.first?.help == "add source: sv to the translation")
    #expect(built.diagnostics.first?.related.first?.place.path == "content/index.sv.md")
  }

  @Test func theSourceIsThePageWithoutSource() throws {
    let built = try SmallSite([
      "index.sv.md": page("Hem"), "a.de.md": page("Quelle"), "a.sv.md": page("Källa", "source: de"),
    ]).build()
    #expect(built.diagnostics.lines == [])
    #expect(try built.page("sv/a/").title == "Källa" && !built.page("sv/a/").isFallback)
  }

  @Test func aSiteMayDemandTranslations() throws {
    let demanding = SmallSite.configuration + "\nmissingTranslation: { public: error }\n"
    var files = files
    files["only.sv.md"] = "‸" + page("Bara svenska", "audience: public", "Hej")
    let site = SmallSite(files, configuration: demanding)
    let built = try site.build("open")
    #expect(built.diagnostics.lines == site.marks.map { "translation \($0)" })
    #expect(built.diagnostics.first?.message == "the page is missing in: de")
    #expect(try site.build("wiki").diagnostics.lines == [], "demanded of public pages only")
  }

  @Test func allLanguagesOfAPageHaveOneAudience() throws {
    let site = SmallSite([
      "index.sv.md": page("Hem"), "plan.sv.md": page("Plan", "audience: team"),
      "plan.de.md": page("Plan", "source: sv\naudience: ‸public"),
    ])
    #expect(try site.build("open").diagnostics.lines == site.marks.map { "audience \($0)" })
  }

  @Test func textsOfTheDataFallBackWithTheirLanguage() throws {
    let built = try SmallSite([
      "index.sv.md": page("Hem", "", "{{ roles.lead.title }}"),
      "index.de.md": page("Start", "source: sv", "{{ roles.lead.title }} {{ roles.both.title }}"),
      "projects/p/project.yaml": "name: n\ntype: insourcing\nstart: 2026-01-01\n",
      "projects/p/roles.yaml":
        "- { id: lead, title: Ledare, party: client }\n- { id: both, title: { sv: L, de: Leitung }, party: client }\n",
    ]).build()
    #expect(try built.body("sv/") == "<p>Ledare</p>\n")
    #expect(try built.body("de/") == "<p><span lang=\"sv\">Ledare</span> Leitung</p>\n")
  }
}
