// Tries entities that stand for control characters and noncharacters: refused at their place, in a text and in titles.

import Testing

@testable import Syntax

@Suite struct ForbiddenEntityTests {
  @Test(arguments: [
    "é ⟦&#1; b", "é &amp; *a* ⟦&#x1B;", "# Å ⟦&#127;", "> - é\\* ⟦&#x85;", "| å |\n|---|\n| ⟦&#150; |", "é ⟦&#xffff; b",
    "é ⟦&#65534;", "é &ouml; ⟦&#13;", "[é ⟦&#2;](a)", "[é](a \"⟦&#3;\")",
    "![é](a '⟦&#xFFFE;')", "é ⟦&#xFDD0;",
  ])
  func isRefused(_ marked: String) {
    let input = MarkedInput(marked)
    #expect(ReadText(input.text).errors == ["\(input.place) control-character"])
  }

  @Test func theTitleOfADefinitionIsRefusedAtTheLink() {
    let input = MarkedInput("é ⟦[a][b]\n\n[b]: c 'd &#1;'\n")
    #expect(ReadText(input.text).errors == ["\(input.place) control-character"])
  }

  @Test(arguments: [
    "a &#9; b", "a &#10; b", "a &#xA0; b", "a &shy; b", "a &#x200B; b", "a &#x202E; b", "a &#0; b", "`&#1;`",
    "    &#1;\n", "\\&#1;", "a &#1234567890; b", "&#xE000;",
  ])
  func isText(_ text: String) {
    #expect(ReadText(text).errors == [])
  }

  /// cmark writes these two as single bytes that are not UTF-8.
  @Test func noncharactersAreUTF8Everywhere() {
    let read = ReadText("a &#xffff; b &#xfffe;\n\n[c](d&#xffff;e '&#xfffe;')", dialect: .commonMark)
    #expect(read.literals(.text).prefix(1) == ["a \u{FFFF} b \u{FFFE}"])
    #expect(read.document.links.first?.title.constant == "\u{FFFE}")
    #expect(read.document.links.first?.url.constant?.unicodeScalars.contains("\u{FFFD}") == false)
  }
}
