// Notes, boxes, terms, images and attachments as a page shows them.

import Rendering
import Site
import Syntax
import TestSites
import Testing

@Suite struct PageExtensionTests {
  private static let glossary = """
    - { id: sla, term: { sv: servicenivåavtal, de: Service-Level-Vereinbarung }, abbreviation: SLA,
        definition: { sv: "Ett <avtal>.", de: "Eine Abmachung." } }
    - { id: inner, term: Insida, definition: "Hemligt", audience: team }

    """

  private func site(_ body: String, _ more: [String: String] = [:], title: String = "Hem") -> SmallSite {
    let files = ["index.sv.md": page(title, "", body), "glossary.yaml": Self.glossary, "img/plan.png": ""]
    return SmallSite(files.merging(more) { $1 })
  }

  private func html(_ body: String) throws -> String {
    let built = try site(body).build()
    #expect(built.diagnostics.lines == [])
    return try built.body("sv/")
  }

  @Test func notesStandBelowInTheOrderOfTheText() throws {
    let text = try html("A[^b] b[^a] c[^b]\n\n[^a]: Ett\n[^b]: Två[^c]\n\n[^c]: Tre")
    #expect(
      text.hasPrefix(
        """
        <p>A<sup class="footnote-reference" id="fnref:1"><a href="#fn:1" aria-label="Fotnot 1">1</a></sup> \
        b<sup class="footnote-reference" id="fnref:2"><a href="#fn:2" aria-label="Fotnot 2">2</a></sup> \
        c<sup class="footnote-reference" id="fnref:1:2"><a href="#fn:1" aria-label="Fotnot 1">1</a></sup></p>
        <section class="footnotes" aria-label="Fotnoter"><h2>Fotnoter</h2><ol><li id="fn:1"><p>Två\
        <sup class="footnote-reference" id="fnref:3">
        """))
    #expect(text.contains("<li id=\"fn:2\"><p>Ett</p> <a class=\"footnote-back\" href=\"#fnref:2\""))
    #expect(text.contains("<li id=\"fn:3\"><p>Tre</p>"))
  }

  /// No HTML paragraph may hold a list.
  @Test func aValueThatIsAListStandsInNoParagraph() throws {
    let project = "name: N\ntype: partner-change\nstart: 2026-01-01\nsummary: \"Detta:\\n\\n- ett\\n- *två*\"\n"
    let site = SmallSite([
      "projects/p/index.sv.md": page("P", "project: p", "Så här: {{ project.summary }}\n\nNamn: {{ project.name }}"),
      "index.sv.md": page("Hem"), "projects/p/project.yaml": project,
    ])
    let html = try site.build().body("sv/projects/p/")
    #expect(
      html.hasPrefix(
        """
        <div>Så här: Detta:<br>
        <ul>
        <li>ett</li>
        <li><em>två</em></li>
        </ul>
        </div>
        <p>Namn: N</p>
        """))
  }

  @Test(arguments: [":::tip\nGör *så*\n:::", "> [!TIP]\n> Gör *så*"])
  func boxesHaveTitles(_ body: String) throws {
    #expect(
      try html(body) == """
        <div class="admonition tip" role="note" aria-label="Tips">
        <p class="admonition-title">Tips</p>
        <p>Gör <em>så</em></p>
        </div>

        """)
  }

  @Test func termsLeadToTheirMeaning() throws {
    #expect(
      try html("Ett :term[SLA] och :term[avtalet]{sla}, [x :term[SLA]](https://a.example)") == """
        <p>Ett <a class="term" href="#term:sla">SLA</a> och <a class="term" href="#term:sla">avtalet</a>, \
        <a href="https://a.example">x SLA</a></p>
        <section class="terms" aria-label="Begrepp på den här sidan"><h2>Begrepp på den här sidan</h2><dl>\
        <dt id="term:sla">servicenivåavtal (SLA)</dt><dd>Ett &lt;avtal&gt;.</dd></dl></section>

        """)
  }

  @Test(arguments: [
    ("å ‸:term[SLB]", "term", "add it to the glossary, or give its id in braces"),
    ("å ‸:term[x]{slb}", "term", "did you mean \"sla\"?"), ("å ‸:term[x]{inner}", "audience", nil),
    ("å ‸:term[Service-Level-Vereinbarung]", "term", nil),
  ])
  func aTermIsInTheGlossary(_ body: String, _ id: String, _ help: String?) throws {
    let site = site(body)
    let found = try site.build("team").diagnostics
    #expect(found.lines == site.marks.map { "\(id) \($0)" })
    if let help { #expect(found.first?.help == help) }
  }

  @Test func imagesHaveASizeAndACaption() throws {
    let size = "width=\"120\" height=\"40\" loading=\"lazy\" decoding=\"async\""
    #expect(
      try html("![Plan \"ett\"](img/plan.png 'Så \"här\"')") == """
        <figure><img src="../files/img/plan.png" alt="Plan &quot;ett&quot;" \(size)>\
        <figcaption>Så &quot;här&quot;</figcaption></figure>

        """)
    #expect(
      try html("Se ![plan](img/plan.png).") == "<p>Se <img src=\"../files/img/plan.png\" alt=\"plan\" \(size)>.</p>\n")
  }

  @Test(arguments: [
    ("‸![x](https://a.example/b.png)", "image", Diagnostic.Severity.error),
    ("‸![](img/plan.png)", "image-alt", .warning), ("a ‸![x]({{ project.name }})", "image", .error),
  ])
  func imagesStayAtHomeAndSpeak(_ body: String, _ id: String, _ severity: Diagnostic.Severity) throws {
    let site = site(body, ["projects/p/project.yaml": "name: n\ntype: insourcing\nstart: 2026-03-02\n"])
    let found = try site.build().diagnostics
    #expect(found.lines == site.marks.map { "\(id) \($0)" } && found.first?.severity == severity)
  }

  @Test(arguments: [("a.png", "x"), ("b.svg", "<svg"), ("c.svg", "<svg viewBox='0 0 a b'>")])
  func aBrokenImageIsAnError(_ name: String, _ content: String) throws {
    #expect(try site("Text.", [name: content]).build().diagnostics.lines == ["image content/\(name)"])
  }

  @Test func headingsLeadToThemselves() throws {
    #expect(
      try html("## Mål & {{ x-y }} \"nu\" {#mal}".replacing("{{ x-y }} ", with: "")) == """
        <div class="heading"><h2 id="mal">Mål &amp; ”nu”</h2>\
        <a class="anchor" href="#mal" aria-label="Länk till avsnittet Mål &amp; ”nu”"></a></div>

        """)
  }

  @Test func linksDoNotNestAndNothingVanishes() throws {
    let project = ["projects/p/project.yaml": "name: Ny *tid*\ntype: insourcing\nstart: 2026-03-02\n"]
    let body =
      "[x [[index]] <https://a.example>](https://b.example '[[index]]')\n\n![a {{ project.name }}](img/plan.png)"
    let text = try site(body, project).build().body("sv/")
    #expect(text.hasPrefix("<p><a href=\"https://b.example\" title=\"Hem\">x Hem https://a.example</a></p>"))
    #expect(text.contains("alt=\"a Ny *tid*\""))
  }

  @Test(arguments: ["‸[x](<[[index]]/y>)", ":::note{‸title=\"a\"}\nx\n:::"])
  func whatWouldVanishIsRefused(_ body: String) throws {
    let site = site(body)
    #expect(try site.build().diagnostics.errors.map(\.location) == site.marks)
  }

  @Test func titlesAreTypeset() throws {
    let built = try site("Text.", title: "'L''avviso \"nuovo\"'").build()
    #expect(try built.page("sv/").title == "L’avviso ”nuovo”")
  }

  @Test func aFallbackSpeaksTheLanguageOfItsText() throws {
    let facts = [
      "projects/p/project.yaml": "name: n\ntype: insourcing\nstart: 2026-03-02\n",
      "projects/p/index.sv.md": page(
        "Från {{ project.start, long }}", "", "\"Nu\" {{ project.start, long }}\n\n- [ ] a"),
    ]
    let built = try site("Text.", facts).build()
    let german = try built.text("de/projects/p/index.html")
    #expect(german.contains("<h1 lang=\"sv\">Från 2 mars 2026</h1>") && german.contains("<p>”Nu” 2 mars 2026</p>"))
    #expect(german.contains("aria-label=\"Inte klart\"") && german.contains("Sie wird auf Schwedisch angezeigt."))
  }
}
