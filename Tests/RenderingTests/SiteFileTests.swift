// What stands beside the pages: robots, headers, the server's snippet, pages not found, redirects, lists of pages.

import Rendering
import Site
import Syntax
import TestSites
import Testing

@Suite struct SiteFileTests {
  private let files = [
    "index.sv.md": page("Hem", "audience: public"), "index.de.md": page("Start", "audience: public\nsource: sv"),
    "steps/index.sv.md": page("Steg", "audience: public"),
    "steps/risks.sv.md": page("Risker & annat", "audience: public\naliases: [gamla/risker, /steg/faror/]"),
    "steps/secret.sv.md": page("Hemligt"),
  ]

  @Test func onlyThePublicEditionMayBeIndexed() throws {
    let open = try SmallSite(files).build("open")
    #expect(
      try open.text("robots.txt")
        == "User-agent: *\nAllow: /\n\nSitemap: https://open.example/hjalp/sitemap.xml\n")
    #expect(!(try open.text("sv/index.html")).contains("noindex"))
    #expect(!(try open.text("_headers")).contains("X-Robots-Tag"))
    let wiki = try SmallSite(files).build("wiki")
    #expect(try wiki.text("robots.txt") == "User-agent: *\nDisallow: /\n")
    #expect(try wiki.text("sv/index.html").contains("<meta name=\"robots\" content=\"noindex, nofollow\">"))
    #expect(try wiki.text("_headers").contains("\n  X-Robots-Tag: noindex, nofollow\n"))
  }

  /// The edition is published below a path.
  @Test func headersAndServerKnowThePath() throws {
    let open = try SmallSite(files).build("open")
    let headers = try open.text("_headers")
    #expect(headers.hasPrefix("/hjalp/*\n  Content-Security-Policy: default-src 'none';"))
    #expect(headers.contains("\n/hjalp/style.css\n  Cache-Control: public, max-age=31536000, immutable\n"))
    let server = try open.text("_nginx.conf")
    for line in [
      "error_page 404 /hjalp/404.html;", "location /hjalp/sv/ { error_page 404 /hjalp/sv/404.html; }",
      "add_header X-Content-Type-Options \"nosniff\" always;",
    ] { #expect(server.contains(line), "\(line)") }
    for text in [headers, server] { #expect(!text.contains("unsafe") && !text.contains("'*'")) }
  }

  @Test func whatIsNotFoundLeadsHomeFromAnyAddress() throws {
    let open = try SmallSite(files).build("open")
    let german = try open.text("de/404.html")
    for part in [
      "<html lang=\"de\"", "<h1>Seite nicht gefunden</h1>", "href=\"/hjalp/style.css?v=",
      "href=\"/hjalp/de/index.html\"",
      "<a href=\"/hjalp/sv/index.html\" lang=\"sv\" hreflang=\"sv\">Svenska</a>", "content=\"noindex, nofollow\"",
    ] { #expect(german.contains(part), "\(part)") }
    #expect(!german.contains("rel=\"canonical\""))
    let root = try open.text("404.html")
    #expect(root.contains("<li lang=\"sv\">") && root.contains("<li lang=\"de\">"))
  }

  @Test func anEarlierAddressLeadsOn() throws {
    let open = try SmallSite(files).build("open")
    #expect(open.diagnostics.lines == [])
    let moved = try open.text("sv/gamla/risker/index.html")
    for part in [
      "<meta http-equiv=\"refresh\" content=\"0; url=../../steps/risks/index.html\">",
      "<link rel=\"canonical\" href=\"https://open.example/hjalp/sv/steps/risks/\">",
      "<a href=\"../../steps/risks/index.html\">Risker &amp; annat</a>", "content=\"noindex, nofollow\"",
    ] { #expect(moved.contains(part), "\(part)") }
    #expect(try open.text("sv/steg/faror/index.html").contains("url=../../steps/risks/index.html"))
    #expect(open.plan.outputs.allSatisfy { !$0.path.hasPrefix("de/gamla") }, "a fallback has no past")
  }

  @Test(arguments: ["[../x]", "[\"a b\"]", "[/]", "[Å]", "[\"https://a.example/b\"]"])
  func anAliasIsAPath(_ aliases: String) {
    let site = SmallSite(["index.sv.md": page("Hem", "aliases: ‸" + aliases)])
    #expect(site.findings().lines == site.marks.map { "front-matter \($0)" })
  }

  @Test func anAliasDoesNotHideAPage() throws {
    var files = files
    files["steps/more.sv.md"] = page("Mer", "aliases: [steps/risks]")
    #expect(try SmallSite(files).build("wiki").diagnostics.named("address-clash").count == 1)
  }

  @Test func allPagesAreListedForTheirReaders() throws {
    let list = try SmallSite(files).build("open").text("sv/alla-sidor/index.html")
    #expect(
      list.contains("<a href=\"../index.html\">Hem</a>") && list.contains("<a href=\"../steps/risks/index.html\">"))
    #expect(!list.contains("Hemligt") && list.contains("<p class=\"lead\">3 sidor</p>"))
    let german = try SmallSite(files).build("wiki").text("de/alle-seiten/index.html")
    #expect(german.contains("<a href=\"../steps/secret/index.html\" lang=\"sv\">Hemligt</a>"))
  }

  @Test func anEditionWithoutHomePageHasALanding() throws {
    let site = try SmallSite(["index.sv.md": page("Hem"), "a/b.sv.md": page("B", "audience: public")]).build("open")
    #expect(try site.text("sv/index.html").contains("<a href=\"a/b/index.html\">B</a>"))
    #expect(!(try site.text("sv/index.html")).contains("Hem<"))
  }

  @Test func alternatesNameEachOther() throws {
    let open = try SmallSite(files).build("open")
    let home = "https://open.example/hjalp/"
    for path in ["sv/index.html", "de/index.html", "index.html"] {
      let page = try open.text(path)
      for (code, address) in [("sv", home + "sv/"), ("de", home + "de/"), ("x-default", home)] {
        #expect(page.contains("<link rel=\"alternate\" hreflang=\"\(code)\" href=\"\(address)\">"), "\(path) \(code)")
      }
    }
    #expect(!(try open.text("sv/steps/index.html")).contains("hreflang=\"x-default\""), "there is one language only")
    let map = try open.text("sitemap.xml")
    #expect(
      map.contains(
        "<loc>\(home)de/</loc><xhtml:link rel=\"alternate\" hreflang=\"sv\" href=\"\(home)sv/\"/>"))
    #expect(!map.contains("404") && !map.contains("alla-sidor") && !map.contains("gamla"))
  }
}
