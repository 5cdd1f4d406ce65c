// Tries that texts and attribute values are escaped byte by byte, whatever follows a sign and becomes one Character with it.

import Syntax
import Testing

@testable import Markup

@Suite struct EscapingTests {
  static let signs = [("\"", "&quot;"), ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")]
  /// Marks that join the scalar before them to one `Character`: accents, strokes, enclosing marks, joiners, selectors.
  static let joiners = [
    "", "\u{301}", "\u{338}", "\u{20DD}", "\u{200D}", "\u{FE0F}", "\u{301}\u{338}", "\u{1F3FD}", "\u{E0100}", "\n",
    "\r\n",
  ]

  private func html(_ build: (inout Markup) -> Void) -> String {
    var markup = Markup()
    build(&markup)
    return String(decoding: markup.serialized().bytes, as: UTF8.self)
  }

  @Test(arguments: signs, joiners)
  func everywhere(_ sign: (String, String), _ joiner: String) {
    let (text, safe) = ("å\(sign.0)\(joiner)x\(sign.0)\(joiner)", "å\(sign.1)\(joiner)x\(sign.1)\(joiner)")
    expectBytes(html { $0.text(text) }, safe)
    expectBytes(html { $0.element("p", text: text) }, "<p>\(safe)</p>")
    expectBytes(
      html { $0.element("p", [.text("title", text), .id(text), .label(text)]) },
      "<p title=\"\(safe)\" id=\"\(safe)\" aria-label=\"\(safe)\"></p>")
    expectBytes(html { $0.void("img", [.text("alt", text)]) }, "<img alt=\"\(safe)\">")
    expectBytes(escaped(text), safe)
    var bytes: [UInt8] = [0x61]
    appendEscaped(text, to: &bytes)
    #expect(bytes == Array("a\(safe)".utf8))
    let viaBytes = html { markup in Array(text.utf8).withUnsafeBufferPointer { markup.text($0) } }
    expectBytes(viaBytes, safe)
    var markup = Markup()
    markup.element("a", [.text("b", text)], text: text)
    #expect(markup.serializedXML() == Array("<a b=\"\(safe)\">\(safe)</a>".utf8))
  }

  @Test func otherBytesStay() {
    let text = "'`=/\\{{}}\u{0}\u{2028}å\u{301}👩‍👩‍👧 \t;%"
    expectBytes(html { $0.text(text) }, text)
    #expect(escaped("") == "")
  }

  /// A text of one byte after the other, each value of a byte: only four of them change.
  @Test func everyByte() {
    let bytes = (0...255).map { UInt8($0) }
    var output: [UInt8] = []
    bytes.withUnsafeBufferPointer { Serializer.escape($0, into: &output) }
    let expected = bytes.flatMap { byte in
      Self.signs.first { $0.0.utf8.first == byte }.map { Array($0.1.utf8) } ?? [byte]
    }
    #expect(output == expected)
  }

  @Test(arguments: [
    ("/a b", "/a%20b"), ("/å", "/%C3%A5"), ("/\"onclick=x", "/%22onclick=x"), ("/<b>", "/%3Cb%3E"),
    ("/a&b", "/a&amp;b"), ("/'x", "/&#x27;x"),
    ("/%20%C3", "/%20%C3"), ("/\"\u{301}", "/%22%CC%81"), ("/<\u{338}>\u{20DD}", "/%3C%CC%B8%3E%E2%83%9D"),
    ("/`\\^{|}[]", "/%60%5C%5E%7B%7C%7D%5B%5D"),
    ("?a=b&c=d#e", "?a=b&amp;c=d#e"), ("-_.+!*(),%#@?=;:/$~", "-_.+!*(),%#@?=;:/$~"), ("", ""),
    ("/👩", "/%F0%9F%91%A9"),
  ])
  func addresses(_ address: String, _ written: String) throws {
    let checked = try WebAddress(checking: address)
    expectBytes(html { $0.element("a", [.href(checked)]) }, "<a href=\"\(written)\"></a>")
    expectBytes(html { $0.void("img", [.src(checked)]) }, "<img src=\"\(written)\">")
    expectBytes(html { $0.void("img", [.src(WebAddress(route: address))]) }, "<img src=\"\(written)\">")
  }

  private func expectBytes(_ text: String, _ expected: String) {
    #expect(Array(text.utf8) == Array(expected.utf8), "\(text.debugDescription) is not \(expected.debugDescription)")
  }
}
