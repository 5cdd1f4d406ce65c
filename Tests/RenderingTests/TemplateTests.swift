// Templates: names are checked, everything is escaped, and a site's own files replace the carried ones.

import Languages
import Rendering
import Site
import Syntax
import TestSites
import Testing

@Suite struct TemplateTests {
  private func load(_ files: [String: String]) -> (theme: Theme?, lines: [String], marks: [String], helps: [String?]) {
    var own: [String: SourceFile] = [:]
    var marks: [String] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let marked = MarkedText(text)
      own[path] = SourceFile(path: "templates/" + path, text: marked.text)
      marks += marked.marks.map { "templates/\(path):\($0)" }
    }
    let (theme, found) = Theme.load(own)
    return (theme, found.lines, marks, found.map(\.help))
  }

  @Test(arguments: [
    ("<h1>\n{{‸titel}}</h1>", "did you mean \"title\"?"),
    ("a {{‸#titles}}b{{‸/titles}}", "did you mean \"title\"?"),
    ("{{‸^ owners }}x{{‸/ owners }}", "did you mean \"owner\"?"),
    ("{{‸content}}", "write {{{content}}}"),
    ("{{{‸title}}}", nil),
    ("{{‸&title}}", nil),
    ("x{{‸>haed}}", "did you mean \"head\"?"),
    ("{{‸title.length}}", nil),
  ])
  func findsNamesThatAreNone(_ template: String, _ help: String?) {
    // A finding points behind the braces.
    let found = load(["page.mustache": template])
    #expect(found.theme == nil)
    #expect(found.lines == found.marks.map { "template \($0)" })
    if let help { #expect(found.helps.first == help) }
  }

  @Test(arguments: [
    "{{title}}{{{content}}}{{&content}}", "{{#owner}}{{ownerLabel}}: {{owner}}{{/owner}}{{^owner}}-{{/owner}}",
    "{{! a comment with wrong names }}{{>head}}", "{{<page}}{{$main}}x{{/main}}{{/page}}", "{ {title} }",
  ])
  func takesNamesThatExist(_ template: String) {
    #expect(load(["own.mustache": template]).lines == [])
  }

  @Test func aSectionThatIsNotClosedIsFound() {
    let found = load(["page.mustache": "‸{{#title}}x"])
    #expect(found.lines == found.marks.map { "template \($0)" })
  }

  /// A quote with a combining mark is one character to Swift and must still be escaped, at any depth.
  @Test func escapesInPartialsAndInheritedBlocks() throws {
    let text = "\"\u{301}><script>&'\u{301}"
    let escaped = "&quot;\u{301}&gt;&lt;script&gt;&amp;"
    let found = load([
      "outer.mustache": "A {{>middle}} {{<base}}{{$block}}[{{title}}]{{/block}}{{/base}} {{title}}",
      "middle.mustache": "M {{>inner}}", "inner.mustache": "I \"{{title}}\"",
      "base.mustache": "B {{$block}}default{{/block}} <i title=\"{{title}}\">",
    ])
    #expect(found.lines == [])
    let drawn = String(decoding: try #require(found.theme).render("outer", ["title"], [.text(text)]), as: UTF8.self)
    #expect(!drawn.contains("<script>"))
    #expect(Array(drawn.utf8).split(separator: UInt8(ascii: "\"")).count == 5, "only the template's own quotes")
    #expect(drawn.components(separatedBy: escaped) == 4 + 1, "\(drawn)")
    #expect(drawn.contains("M I \"&quot") && drawn.contains("[&quot"))
  }

  @Test func absentValuesAreLeftOut() throws {
    let found = load(["own.mustache": "{{#owner}}({{owner}}){{/owner}}{{^owner}}none{{/owner}} {{title}}"])
    let theme = try #require(found.theme)
    let names: [StaticString] = ["title", "owner"]
    #expect(String(decoding: theme.render("own", ["title"], [.text("T")]), as: UTF8.self) == "none T")
    #expect(
      String(decoding: theme.render("own", names, [.text("T"), .text("1.{{x}}")]), as: UTF8.self) == "(1.{{x}}) T")
  }

  @Test func aSitesOwnFilesReplaceTheCarriedOnes() throws {
    let built = try SmallSite([
      "index.sv.md": page("Hem", "", "Hej"),
      "templates/page.mustache": "<title>{{heading}}</title>{{>foot}}{{{content}}}",
      "templates/foot.mustache": "FOT {{siteName}} ", "templates/style.css": "p { color: red }",
      "templates/languages/sv.yaml": "strings:\n  choose-language: Språk?\n  skip-to-content: Hoppa\n",
    ]).build()
    #expect(try built.text("sv/index.html") == "<title>Hem</title>FOT Överlämning <p>Hej</p>\n")
    #expect(try built.text("style.css") == "p { color: red }")
    #expect(try built.text("index.html").contains("<!doctype html>"), "what it has not is carried")
    let swedish = try #require(built.site.languages.first)
    #expect(swedish.text("skip-to-content") == "Hoppa")
    #expect(swedish.text("contents") == "Innehåll" && swedish.name == "Svenska")
  }

  @Test func aWrongTemplateOfASiteIsAnError() {
    let site = SmallSite(["index.sv.md": page("Hem"), "templates/page.mustache": "\n\n{{‸titel}}"])
    #expect(site.findings().lines == site.marks.map { "template \($0)" })
  }
}

extension String {
  /// How many pieces a text falls into.
  fileprivate func components(separatedBy word: String) -> Int {
    split(separator: word, omittingEmptySubsequences: false).count
  }
}
