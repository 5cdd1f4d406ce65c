// Tries every mark in every kind of block behind every kind of text: 900 inputs with one place each.

import Testing

@testable import Syntax

@Suite struct PositionCombinationTests {
  static let marks: [(Sought, String)] = [
    (.reference, "⟦{{ milestones.m11.planned, long }}⟧"), (.pageLink, "⟦[[steps/risks#id|å]]⟧"),
    (.textDirective, "⟦:audience[⟧a *b*]{team}"), (.link, "⟦[a](b \"c\")⟧"), (.image, "⟦![å](b)⟧"),
    (.link, "⟦<https://a.example>⟧"), (.code, "⟦`a {{ b }} [c]`⟧"), (.html, "⟦<b class=\"x\">⟧"),
    (.link, "⟦[a][k]⟧"), (.link, "⟦[å {{ a.b }}]({{ c.d }})⟧"),
  ]

  static let before = [
    "", "plain ", "åäö 👩‍👩‍👧 e\u{301} ", "&amp; &lt;b&gt; &#91; ", "\\[x\\] \\\\ \\{{ ", "`x\ny [` ",
    "[p](q \"r\ns\") ",
    "~~x~~ *y* **z**", "first\nsecond ",
  ]

  /// The line starts of a block: `¶` is the text, with its further lines led by what follows it.
  static let blocks = [
    (first: "", other: "", end: ""), (first: "> ", other: "> ", end: ""), (first: "> ", other: "", end: ""),
    (first: "- ", other: "  ", end: ""), (first: "1. a\n\n   ", other: "   ", end: ""),
    (first: "- > 2) ", other: "  >    ", end: ""), (first: "- a\n  - b\n\n\t", other: "    ", end: ""),
    (first: "", other: "", end: "\n==="), (first: "> - ", other: ">\t", end: "\n>   ---"),
    (first: "---\ntitle: å\n---\n:::note\n", other: "", end: "\n:::"),
  ]

  @Test(arguments: marks, before)
  func inEveryBlock(_ mark: (Sought, String), _ before: String) {
    for block in Self.blocks {
      let (first, other, end) = block
      let lines = (before + mark.1 + " after").replacing("\n", with: "\n" + other)
      let input = MarkedInput(first + lines + end + "\n\n[k]: /url\n")
      let read = ReadText(input.text)
      // Marks may stand in the text before, too: the one sought is the last of its kind.
      #expect(mark.0.places(in: read).last == input.place, "\(input.text)\n\(read.tree)")
      #expect(read.errors == [], "\(input.text)")
      #expect(self.text(of: mark.0, in: read.document) == input.content, "\(input.text)")
    }
  }

  @Test(arguments: marks, ["", "plain ", "åäö 👩‍👩‍👧 ", "&amp; &lt; ", "\\| \\[ ", "`x \\| y` ", "[p](q) ", "` "])
  func inEveryCell(_ mark: (Sought, String), _ before: String) {
    guard !before.hasPrefix("` ") || mark.0 != .code else { return }
    for prefix in ["", "> ", "- ", "1. > "] {
      let other = String(prefix.map { $0 == ">" ? ">" : " " })
      let rows = ["| ä | b |", "|---|:-:|", "| ` | \(before)\(mark.1) |"]
      let input = MarkedInput(prefix + rows.joined(separator: "\n" + other) + "\n\n[k]: /url\n")
      let read = ReadText(input.text)
      #expect(mark.0.places(in: read).last == input.place, "\(input.text)\n\(read.tree)")
      #expect(read.nodes(.tableCell).count == 4, "\(input.text)\n\(read.tree)")
      #expect(read.errors == [], "\(input.text)")
    }
  }

  private func text(of sought: Sought, in document: MarkdownDocument) -> String? {
    let span: SourceSpan? =
      switch sought {
      case .reference: document.references.last?.span
      case .pageLink: document.pageLinks.last?.span
      case .textDirective: document.directives.last { $0.form == .text }?.span
      case .link, .image: document.links.last?.span
      case .code: document.nodes.last { $0.kind == .code }?.span
      default: document.nodes.last { $0.kind == .htmlInline }?.span
      }
    return span.map(document.source.text)
  }
}
