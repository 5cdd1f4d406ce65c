// Tries footnotes: what is a reference, what a note, and what is wrong with one that has no other.

import Testing

@testable import Syntax

@Suite struct FootnoteTests {
  @Test(arguments: [
    ("a[^1]\n\n[^1]: b *c*", "paragraph(text\"a\" [^1]) footnote\"1\"(text\"b \" emphasis(text\"c\"))"),
    ("[^1]: b\n\na[^1]", "footnote\"1\"(text\"b\") paragraph(text\"a\" [^1])"),
    (
      "a[^1][^long-one]\n\n[^1]: b\nc\n[^long-one]: d",
      """
      paragraph(text"a" [^1] [^long-one]) footnote"1"(text"b" softBreak() text"c") footnote"long-one"(text"d")
      """
    ),
    ("a[^1]\n\n> [^1]: b", "paragraph(text\"a\" [^1]) blockQuote(footnote\"1\"(text\"b\"))"),
    ("`[^1]` \\[^1] [^ 1] [^]", "paragraph(code\"[^1]\" text\" [^1] [^ 1] [^]\")"),
    ("# a[^1]\n\n[^1]: b", "heading(text\"a\" [^1]) footnote\"1\"(text\"b\")"),
  ])
  func isRead(_ text: String, _ tree: String) {
    let read = ReadText(text)
    #expect(read.errors == [] && read.tree == tree, "\(read.tree)")
  }

  @Test(arguments: [
    "å ⟦[^1]", "a[^x]\n\n[^x]: b\n\n⟦[^y]: c", "a[^1]\n\n[^1]: b\n\n⟦[^1]: c", "[^1]\n\nå\n⟦[^1]: b",
  ])
  func isRefused(_ marked: String) {
    let input = MarkedInput(marked)
    let found = ReadText(input.text).diagnostics.sortedForReport()
    #expect(found.contains { $0.id == "footnote" && ReadText(input.text).place($0.place.span) == input.place })
  }

  @Test func aNearMissIsNamed() {
    #expect(ReadText("a[^note]\n\n[^nose]: b").diagnostics.first?.help == "did you mean [^nose]?")
  }

  /// Who reads a reference reads its note.
  @Test func aNoteInANarrowerBlockIsRefused() {
    let block = ":::audience{team}\n[^1]: b\n:::"
    #expect(ReadText("a[^1]\n\n" + block).errors == ["1:2 audience"])
    #expect(ReadText(":::audience{team}\na[^1]\n\n[^1]: b\n:::").errors == [])
    #expect(ReadText("[^1]: b\n\n:::audience{team}\na[^1]\n:::").errors == [])
  }

  /// More four-byte marks than there are short tokens.
  @Test func manyShortNotes() {
    let some = String(repeating: "a[^1] ", count: 124 - 1)
    #expect(ReadText(some + "\n\n[^1]: b").errors == [])
    #expect(ReadText(some + "a[^1] a[^1]\n\n[^1]: b").errors.map { $0.split(separator: " ").last } == ["too-complex"])
  }
}
