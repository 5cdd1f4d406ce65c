// Random texts for the properties: mixes of the tokens of Markdown and of our marks, and plain random bytes.

import TestRandom

@testable import Syntax

enum RandomTexts {
  static let tokens = [
    "a", "b c", "å", "👩‍👩‍👧", "e\u{301}", " ", " ", "  ", "\t", "\n", "\n", "\n", "\n\n", "  \n", "\\\n", "*", "**",
    "_", "__", "~~", "~",
    "`", "``", "```\n", "~~~\n", "> ", ">", "- ", "* ", "1. ", "12) ", "    ", "# ", "## ", "\n===\n", "\n---\n",
    "***\n", "[", "]", "](",
    "](/u)", ")", "![", "(", "<", ">", "<http://a.b>", "<b>", "</b>", "<!--", "-->", "\"", "'", "&amp;", "&lt;",
    "&#65;", "&ngE;", "&#xFDD0;",
    "&x;", "&", "\\", "\\*", "\\[", "\\]", "\\{{", "\\|", "|", "| a | b |\n", "|---|---|\n", "\n|:-:|\n",
    "[x]: /y \"z\"\n", "[x]", "- [ ] ",
    "{{ a.b }}", "{{a}}", "{{", "}}", "{{ a b }}", "[[a]]", "[[a/b#c|d]]", "[[", "]]", ":abc[", ":audience[",
    "]{team}", "]{", "{team}", "}",
    ":::note\n", "\n:::note{a=b}\n", ":::\n", "\n:::\n", "::risks{x=y}\n", "\n::risks\n", "::", ":", "{#id}", "{#a}\n",
    "{#", ":a[", "=", "<div>\n",
  ]

  static func mixed(_ generator: inout SeededGenerator) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &generator) { text += tokens.randomElement(using: &generator) ?? "" }
    return Array(text.utf8)
  }

  /// Any bytes at all, or bytes of ASCII only, which more often get past the check of the encoding.
  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    let highest: UInt8 = Bool.random(using: &generator) ? 255 : 127
    return (0..<Int.random(in: 0...200, using: &generator)).map { _ in UInt8.random(in: 0...highest, using: &generator)
    }
  }
}
