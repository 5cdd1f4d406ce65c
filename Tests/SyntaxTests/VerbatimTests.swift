// Tries that code, comments and info strings come back byte for byte, and that escaped marks print as text.

import Testing

@testable import Syntax

@Suite struct VerbatimTests {
  static let samples = [
    "{{ milestones.m11.planned, long }}", "{{ a }}", "{{}}", "{{ b", "[[key]]", "[[a/b#c|label å]]", "[[", "[[Key]]",
    ":audience[secret]{team}", ":mark[x]", ":abc[x]{", "]{team}", "{#id}", "{#Not an id}", "{#a}", "\\{{ a }}",
    "\\[[a]]",
    "\\:mark[x]{yy}", "å {{ä}} 👩‍👩‍👧 [[ö]]", "&#xFDD0;00 {{ a }}", "&amp; {{ a }}", "{{a}}{{b}}[[c]]:abc[d]{eee}",
    "a:abc[:abc[x]{yyy}]{zzz}b", "{{ a, b }}\t[[c]]", "{{ {{ a }} }}", ":au[x]{team}",
  ]
  static let lines = [
    "::risks{min=8}", ":::note", ":::", "::: note{a=b c}", "::x y", ":::note{\"}", "::", "::::long  x",
  ]

  @Test(arguments: samples)
  func inlineCode(_ sample: String) {
    let read = ReadText("å ``\(sample)`` `\(sample)` b")
    #expect(read.literals(.code) == [sample, sample])
    #expect(read.errors == [])
  }

  @Test(arguments: samples + lines)
  func fencedAndIndentedCode(_ sample: String) {
    let code = "å\n\(sample)\n\n  \(sample)\n> \(sample)\n- \(sample)"
    for prefix in ["", "> ", "- ", "1. > "] {
      let other = String(prefix.map { $0 == ">" ? ">" : " " })
      for (first, last, lead) in [("```\n", "\n```", ""), ("~~~~ swift\n", "\n~~~~", ""), ("", "", "    ")] {
        let body =
          first
          + code.split(separator: "\n", omittingEmptySubsequences: false).map { lead + $0 }.joined(separator: "\n")
          + last
        let read = ReadText(prefix + body.replacing("\n", with: "\n" + other) + "\n")
        #expect(read.literals(.codeBlock) == [code + "\n"], "\(body)")
        #expect(read.errors == [], "\(body)")
      }
    }
  }

  @Test(arguments: samples + lines)
  func comments(_ sample: String) {
    let comment = "<!-- å \(sample)\n\(sample)\n  \(sample) -->"
    let block = ReadText("a\n\n\(comment)\n\nb")
    #expect(block.literals(.htmlBlock) == [comment + "\n"])
    #expect(block.errors == [])
    let inline = "<!-- å \(sample)\nb \(sample) -->"
    let read = ReadText("x \(inline) y")
    #expect(read.literals(.htmlInline) == [inline])
    #expect(read.errors == [])
  }

  @Test(arguments: samples.filter { !$0.contains("\\") && !$0.contains("&") })
  func infoStrings(_ sample: String) {
    let read = ReadText("~~~ \(sample) å\nb\n~~~")
    #expect(read.tree == "codeBlock\"b\n\"(text\"\(sample) å\")")
    #expect(read.errors == [])
  }

  /// Indented code that begins with what looks like a fence, and a fenced block that was never closed.
  @Test func fencesThatAreNot() {
    #expect(ReadText("    ```\n    ::risks{a=b}\n    ```").literals(.codeBlock) == ["```\n::risks{a=b}\n```\n"])
    #expect(ReadText("> ```\n> ::risks\n::leaf").literals(.codeBlock) == ["::risks\n"])
    #expect(ReadText("- ~~~\n  :::note\n  :::\n\n  [[a]]").literals(.codeBlock) == [":::note\n:::\n\n[[a]]\n"])
  }

  @Test(arguments: [
    ("\\{{ a.b }}", "{{ a.b }}"), ("\\{\\{ a", "{{ a"), ("\\[[key]]", "[[key]]"), ("\\:mark[x]{yy}", ":mark[x]{yy}"),
    ("\\:::note", ":::note"), ("\\::risks{a=b}", "::risks{a=b}"), ("a \\{#id}", "a {#id}"), ("x\\]{team}", "x]{team}"),
    ("\\::: ", ":::"), ("a: b :c [d] {e}", "a: b :c [d] {e}"), ("8:30[x]", "8:30[x]"), ("[x]{y}", "[x]{y}"),
    ("ab:abc[x]{yyy}", "ab:abc[x]{yyy}"), ("{ {a} } {#}", "{ {a} } {#}"), ("[[A]] [[ a ]]", "[[A]] [[ a ]]"),
    ("::", "::"),
    (":: a", ":: a"), ("a ::risks", "a ::risks"), ("\\\\\\{{ a }}", "\\{{ a }}"),
  ])
  func escapedMarksAreText(_ source: String, _ text: String) {
    for prefix in ["", "> ", "- ", "# ", "| x |\n|---|\n| "] {
      let read = ReadText(prefix + source)
      #expect(read.document.plainText(of: read.nodes(.tableCell).last ?? 0) == text, "\(read.tree)")
      #expect(read.errors == [])
      #expect(read.document.directives.isEmpty && read.document.references.isEmpty && read.document.pageLinks.isEmpty)
    }
  }

  /// Without extensions a mark is text like any other.
  @Test(arguments: samples.filter { !$0.contains("&") && !$0.contains("\\") })
  func plainDialect(_ sample: String) {
    let read = ReadText("a \(sample)", dialect: .commonMark)
    #expect(read.document.plainText(of: 0) == "a \(sample)")
    #expect(read.errors == [])
  }
}
