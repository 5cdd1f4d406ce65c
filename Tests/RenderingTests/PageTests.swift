// What stands around a page's text: language, breadcrumbs, navigation, contents, language switch, neighbours.

import Rendering
import Site
import Syntax
import TestSites
import Testing

@Suite struct PageTests {
  private let files = [
    "index.sv.md": page("Hem"), "index.de.md": page("Start", "source: sv"),
    "steps/index.sv.md": page("Steg", "slug: steg"), "steps/index.de.md": page("Schritte", "source: sv"),
    "steps/a.sv.md": page("Ett", "order: 1", "## Mål\n\n### Djupt\n\n#### Djupare\n\n## Slut"),
    "steps/a.de.md": page("Eins", "source: sv", "## Ziel\n\n### Tief\n\n#### Tiefer\n\n## Ende"),
    "steps/b.sv.md": page(
      "Två", "order: 2\nowner: lead\nreviewBy: 2026-06-01\ntags: [natt, dag]\ndescription: Om \"två\""),
    "steps/c.sv.md": page("Tre & <fyra>", "order: 3\nstatus: deprecated"),
    "projects/p/project.yaml": "name: n\ntype: insourcing\nstart: 2026-01-01\n",
    "projects/p/roles.yaml": "- { id: lead, title: Ledare, party: client }\n",
  ]

  private func html(_ route: String, edition: String = "wiki") throws -> String {
    let built = try SmallSite(files).build(edition)
    #expect(built.diagnostics.lines == [])
    return try built.text(route + "index.html")
  }

  private func expect(_ html: String, _ parts: [String]) {
    for part in parts { #expect(html.contains(part), "\(part) in \(html)") }
  }

  @Test func aPageSaysItsLanguageAndTitle() throws {
    expect(
      try html("sv/steg/c/"),
      [
        "<!doctype html>\n<html lang=\"sv\" data-audience=\"internal\">",
        "<title>Tre &amp; &lt;fyra&gt; · Överlämning</title>",
        "<h1>Tre &amp; &lt;fyra&gt;</h1>", "<a class=\"skip\" href=\"#main\">Hoppa till innehållet</a>",
        "<a class=\"brand\" href=\"../../index.html\"><span>Överlämning</span></a>",
        "<meta name=\"robots\" content=\"noindex, nofollow\">",
        "<p class=\"notice\">Den här sidan gäller inte längre.</p>",
        "<link rel=\"canonical\" href=\"https://wiki.example/sv/steg/c/\">",
      ])
    #expect(try html("sv/steg/c/").split(separator: "<h1", omittingEmptySubsequences: false).count == 2)
  }

  @Test func breadcrumbsLeadHome() throws {
    expect(
      try html("de/steps/a/"),
      [
        """
        <nav class="breadcrumbs" aria-label="Sie sind hier"><ol><li><a href="../../index.html">Start</a></li>\
        <li><a href="../index.html">Schritte</a></li><li aria-current="page">Eins</li></ol></nav>
        """
      ])
    #expect(!(try html("sv/")).contains("class=\"breadcrumbs\""))
  }

  @Test func navigationMarksThePage() throws {
    expect(
      try html("sv/steg/b/"),
      [
        """
        <nav class="section" id="menu" aria-label="I det här avsnittet">\
        <a class="close-menu" href="#main">Stäng</a><p><a href="../index.html">Steg</a></p><ul>\
        <li><a href="../a/index.html">Ett</a></li><li><a href="./index.html" aria-current="page">Två</a></li>\
        <li><a href="../c/index.html">Tre &amp; &lt;fyra&gt;</a></li></ul></nav>
        """
      ].map { $0.replacing("./index.html\" aria", with: "index.html\" aria") })
    expect(try html("sv/steg/"), ["<p><a href=\"index.html\" aria-current=\"page\">Steg</a></p>"])
    expect(try html("de/steps/a/"), ["<li><a href=\"../b/index.html\" lang=\"sv\">Två</a></li>"])
  }

  @Test func contentsAreTwoLevelsDeep() throws {
    expect(
      try html("de/steps/a/"),
      [
        """
        <nav class="contents" aria-label="Inhalt"><h2>Inhalt</h2><ul><li><a href="#mal">Ziel</a></li>\
        <li class="deep"><a href="#djupt">Tief</a></li><li><a href="#slut">Ende</a></li></ul></nav>
        """
      ])
    #expect(!(try html("sv/steg/b/")).contains("class=\"contents\""))
  }

  @Test func theLanguageSwitchLeadsToTheSamePage() throws {
    expect(
      try html("sv/steg/a/"),
      [
        """
        <nav class="languages" aria-label="Språk"><ul>\
        <li><a href="index.html" lang="sv" hreflang="sv" aria-current="true">Svenska</a></li>\
        <li><a href="../../../de/steps/a/index.html" lang="de" hreflang="de">Deutsch</a></li></ul></nav>
        """,
        "<link rel=\"alternate\" hreflang=\"de\" href=\"https://wiki.example/de/steps/a/\">",
      ])
  }

  @Test func neighboursFollowTheOrder() throws {
    expect(
      try html("sv/steg/b/"),
      [
        """
        <p><span>Föregående sida: </span><a href="../a/index.html" rel="prev">Ett</a></p>\
        <p><span>Nästa sida: </span><a href="../c/index.html" rel="next">Tre &amp; &lt;fyra&gt;</a></p>
        """
      ])
    #expect(!(try html("sv/steg/a/")).contains("rel=\"prev\""))
    #expect(!(try html("sv/steg/c/")).contains("rel=\"next\""))
  }

  @Test func factsAreForThoseInside() throws {
    let inside = [
      "<dt>Ansvarig</dt><dd>Ledare</dd>", "<dt>Nästa granskning</dt><dd>1 juni 2026</dd>", "Läget per 16 mars 2026",
    ]
    let all = ["<dt>Ämnen</dt><dd>natt, dag</dd>", "<meta name=\"description\" content=\"Om &quot;två&quot;\">"]
    expect(try html("sv/steg/b/"), inside + all)
    var files = files
    files["steps/b.sv.md"] = files["steps/b.sv.md"]?.replacing("order: 2", with: "order: 2\naudience: public")
    let open = try SmallSite(files).build("open").text("sv/steps/b/index.html")
    expect(open, all)
    for part in ["Ledare", "granskning", "Läget"] { #expect(!open.contains(part)) }
  }

  @Test func twoPagesWithOneAddressAreAnError() throws {
    let site = SmallSite([
      "index.sv.md": page("Hem"), "a.sv.md": page("A", "slug: same"), "b.sv.md": page("B", "slug: ‸same"),
    ])
    let built = try site.build()
    let clashes = built.diagnostics.named("address-clash")
    #expect(Set(clashes.map(\.location)) == Set(site.marks), "\(clashes.map(\.location))")
    #expect(clashes.first?.message == "two pages have the address de/same/index.html")
    #expect(clashes.first?.related.first?.place.path == "content/a.sv.md")
    let folder = SmallSite(["index.sv.md": page("Hem"), "x.sv.md": page("X"), "x/index.sv.md": page("X")])
    #expect(try folder.build().diagnostics.named("address-clash").count >= 1)
  }

  @Test(arguments: [
    ("", "index.html", "index.html"), ("", "sv/index.html", "sv/index.html"), ("sv/", "sv/index.html", "index.html"),
    ("sv/", "index.html", "../index.html"), ("sv/", "de/index.html", "../de/index.html"),
    ("sv/", "style.css", "../style.css"), ("sv/a/", "sv/a/index.html", "index.html"), ("sv/a/", "sv/", "../"),
    ("sv/a/", "sv/a/", "./"), ("sv/a/", "sv/b/index.html", "../b/index.html"),
    ("sv/a/", "sv/ab/index.html", "../ab/index.html"), ("sv/ab/", "sv/a/index.html", "../a/index.html"),
    ("sv/a/b/c/", "sv/index.html", "../../../index.html"), ("sv/a/", "sv/a/b/c/index.html", "b/c/index.html"),
    ("sv/å/", "files/å/b.pdf", "../../files/å/b.pdf"),
  ])
  func addressesAreRelative(_ route: String, _ target: String, _ address: String) {
    #expect(RelativeAddress.from(route, to: target) == address)
  }
}
