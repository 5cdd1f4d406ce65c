// Tries alerts, terms and bare addresses: what they become, and what only looks like one.

import Testing

@testable import Syntax

@Suite struct InlineExtensionTests {
  @Test(arguments: [
    ("> [!NOTE]\n> a *b*", "note(paragraph(text\"a \" emphasis(text\"b\")))"),
    ("> [!Warning]\n>\n> - a", "warning(list(item(paragraph(text\"a\"))))"),
    ("> [!TIP]", "tip()"), ("> [!NOTE] a", "blockQuote(paragraph(text\"[!NOTE] a\"))"),
    ("> a\n> [!NOTE]", "blockQuote(paragraph(text\"a\" softBreak() text\"[!NOTE]\"))"),
    ("> \\[!NOTE]\n> a", "blockQuote(paragraph(text\"[!NOTE]\" softBreak() text\"a\"))"),
    ("[!NOTE]\na", "paragraph(text\"[!NOTE]\" softBreak() text\"a\")"),
  ])
  func alerts(_ text: String, _ tree: String) {
    let read = ReadText(text)
    #expect(read.tree == tree && read.diagnostics.isEmpty, "\(read.tree)")
  }

  @Test func anUnknownAlertIsAWarning() {
    let read = ReadText("å\n\n> [!NOTEE]\n> a")
    #expect(read.diagnostics.map(\.severity) == [.warning] && read.place(read.diagnostics[0].place.span) == "3:3")
    #expect(read.diagnostics.first?.help == "did you mean \"NOTE\"?")
  }

  @Test(arguments: [
    (":term[SLA]", "paragraph(term\"SLA\")"),
    ("a :term[two words]{sla}, b", "paragraph(text\"a \" term\"two words\" text\", b\")"),
    ("`:term[a]` \\:term[a] x:term[a]", "paragraph(code\":term[a]\" text\" :term[a] x:term[a]\")"),
    ("l’:term[a] «:term[b]» ”:term[c]", "paragraph(text\"l’\" term\"a\" text\" «\" term\"b\" text\"» ”\" term\"c\")"),
    ("già:term[a] x::term[b]", "paragraph(text\"già:term[a] x::term[b]\")"),
    ("**:term[a]**", "paragraph(strong(term\"a\"))"),
  ])
  func terms(_ text: String, _ tree: String) {
    let read = ReadText(text)
    #expect(read.tree == tree && read.diagnostics.isEmpty, "\(read.tree)")
  }

  @Test(arguments: ["å ⟦:term[a", "å ⟦:term[]", "å ⟦:term[a [b]]", "å ⟦:term[*a*]", "å ⟦:term[a]{A b}", "⟦:term[a]{b"])
  func aBrokenTermIsAnError(_ marked: String) {
    let input = MarkedInput(marked)
    let errors = ReadText(input.text).errors
    #expect(errors.first == "\(input.place) term", "\(errors)")
  }

  @Test(arguments: [
    ("www.a.example", "http://www.a.example"), ("a (https://b.example/c?d=(e)) f", "https://b.example/c?d=(e)"),
    ("a.b@c.example.", "mailto:a.b@c.example"), ("http://a.example/å#b;", "http://a.example/å#b;"),
    ("www.a.example/b&hl;", "http://www.a.example/b"), ("www.kundtjänst.example.", "http://www.kundtjänst.example"),
  ])
  func bareAddresses(_ text: String, _ url: String) {
    #expect(ReadText(text).document.links.map { $0.url.constant } == [url])
  }

  @Test(arguments: [
    "a@b", "www.", "http://", "https://a", "xwww.a.example", "a_b@c_d", "`www.a.example`", "ftp://a.example",
    "a@b.example-",
    "javascript://www.a", "www._a.example",
  ])
  func notAddresses(_ text: String) { #expect(ReadText(text).document.links.isEmpty) }

  @Test func linksDoNotNest() {
    #expect(ReadText("[a www.b.example **c@d.example**](e)").document.links.count == 1)
    #expect(ReadText("<https://a.example/b>").document.links.count == 1)
    #expect(ReadText("![www.a.example](b.png)").document.links.count == 1)
  }
}
