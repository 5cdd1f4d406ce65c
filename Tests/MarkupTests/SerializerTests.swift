// Tries the two forms of a tree: HTML with its void elements, XML with closed ones, and trees put into trees.

import Syntax
import TestRandom
import Testing

@testable import Markup

@Suite struct SerializerTests {
  private func both(_ build: (inout Markup) -> Void) -> [String] {
    var markup = Markup()
    build(&markup)
    return [markup.serialized().bytes, markup.serializedXML()].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func elements() {
    #expect(both { $0.element("p") } == ["<p></p>", "<p/>"])
    #expect(both { $0.element("p", [.id("a")]) } == ["<p id=\"a\"></p>", "<p id=\"a\"/>"])
    #expect(both { $0.void("br") } == ["<br>", "<br/>"])
    #expect(both { $0.element("p", text: "") } == ["<p></p>", "<p></p>"])
    #expect(
      both { $0.element("a") { $0.element("b") { $0.void("c", [.class("d")]) } } } == [
        "<a><b><c class=\"d\"></b></a>", "<a><b><c class=\"d\"/></b></a>",
      ])
    #expect(both { $0.element("a") { $0.element("b") } } == ["<a><b></b></a>", "<a><b/></a>"])
    #expect(both { _ in } == ["", ""])
  }

  @Test func attributesInTheirOrder() {
    let forms = both { markup in
      markup.open("a", [.href(WebAddress(route: "b/")), .class("c d")])
      markup.attribute(.language("sv"))
      markup.text("é")
      markup.close("a")
    }
    #expect(forms == Array(repeating: "<a href=\"b/\" class=\"c d\" lang=\"sv\">é</a>", count: 2))
  }

  @Test func treesInTrees() {
    var inner = Markup()
    inner.element("i", [.text("title", "å\"")], text: "<ö>")
    #expect(!inner.isEmpty && Markup().isEmpty)
    let written = "<i title=\"å&quot;\">&lt;ö&gt;</i>"
    let forms = both { markup in
      markup.element("p", text: "é")
      markup.element("p") { $0.append(inner) }
      markup.append(inner.serialized())
      markup.append(allowedByTheSite: Array("<hr>".utf8))
      markup.append(inner)
    }
    #expect(forms == Array(repeating: "<p>é</p><p>\(written)</p>\(written)<hr>\(written)", count: 2))
  }

  /// Whatever the texts are, the tags of the output are those of the tree.
  @Test func randomTextsKeepTheTags() {
    let seed: UInt64 = 20_261_122
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<", ">", "\"", "'", "&", "&lt;", "</p>", "<!--", "]]>", "\u{301}", "\u{338}", "\u{200D}", "å", " ", "=",
      "onclick", "\n", "\u{0}",
    ]
    for _ in 0..<500 {
      let text = (0..<8).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let forms = both { markup in markup.element("p", [.text("title", text)]) { $0.element("b", text: text) } }
      for form in forms {
        let bytes = Array(form.utf8)
        #expect(bytes.filter { $0 == UInt8(ascii: "<") }.count == 4, "seed \(seed): \(form.debugDescription)")
        #expect(bytes.filter { $0 == UInt8(ascii: "\"") }.count == 2, "seed \(seed): \(form.debugDescription)")
      }
    }
  }
}
