// Tries the copy of a document without its hidden parts: not one byte of them is in it, and the rest is as it was.

import TestRandom
import Testing

@testable import Syntax

@Suite struct PruningTests {
  private func prune(_ text: String, hiding name: String = "audience") -> (
    read: ReadText, copy: MarkdownDocument, kept: [Int]
  ) {
    let read = ReadText(text)
    let (copy, kept) = read.document.removing { read.document.directives[$0].name == name }
    return (read, copy, kept)
  }

  @Test(arguments: [
    ("a :audience[SECRET *b* {{ SECRET.x }}]{team} c", "paragraph(text\"a \" text\" c\")"),
    (":::audience{team}\n# SECRET {#x}\n\n> `SECRET`\n:::\n\nb", "paragraph(text\"b\")"),
    ("> :::audience{team}\n> SECRET &amp; \\*SECRET\n> :::\n> b", "blockQuote(paragraph(text\"b\"))"),
    (
      "- a\n\n  :::audience{team}\n  [[SECRET]]\n\n      SECRET\n  :::\n- b",
      "list(item(paragraph(text\"a\")) item(paragraph(text\"b\")))"
    ),
    (
      "| a | b |\n|---|---|\n| :audience[SECRET \\| SECRET]{team} c | [d](e) |",
      "table(tableRow(tableCell(text\"a\") tableCell(text\"b\")) tableRow(tableCell(text\" c\") tableCell(link(text\"d\"))))"
    ),
    ("# a :audience[SECRET]{team}\n\n## b", "heading(text\"a \") heading(text\"b\")"),
    ("[a :audience[SECRET]{team}](b) ![c](d)", "paragraph(link(text\"a \") text\" \" image(text\"c\"))"),
    (
      ":::note\n:::audience{team}\n::risks{x=SECRET}\n\n[SECRET](SECRET \"SECRET\")\n:::\nb {{ c }}\n:::",
      "note(paragraph(text\"b \" {{c}}))"
    ),
    ("*a :audience[SECRET\nSECRET &lt; `SECRET`]{team}* b", "paragraph(emphasis(text\"a \") text\" b\")"),
    (
      "a\n| b |\n|---|\n| :audience[SECRET]{team} |",
      "paragraph(text\"a\") table(tableRow(tableCell(text\"b\")) tableRow(tableCell()))"
    ),
    (":::audience{team}\n```SECRET\nSECRET\n```\n<!-- SECRET -->\n:::\n&amp; a", "paragraph(text\"& a\")"),
    (":::audience{team}\n:::note\nSECRET\n:::\n:audience[SECRET]{partner}\n:::\n`a`", "paragraph(code\"a\")"),
  ])
  func leavesNothing(_ text: String, _ tree: String) {
    let (read, copy, _) = prune(text)
    #expect(read.errors == [])
    #expect(copy.tree(0) == tree)
    #expect(copy.source.bytes.count == read.document.source.bytes.count)
    expectNothing("SECRET", in: copy)
  }

  @Test func placesAndScopesStay() {
    let (read, copy, kept) = prune(
      "å :audience[x]{team} :mark[{{ a }}]{bb}\n\n:::note\n[b](c{{ d }}) [[e]]\n## f\n:::\n")
    #expect(read.errors == [])
    #expect(copy.references.map { copy.source.place($0.span) } == read.document.references.map { read.place($0.span) })
    #expect(copy.directives.map(\.name).sorted() == ["mark", "note"])
    #expect(kept.map { read.document.directives[$0].name } == copy.directives.map(\.name))
    #expect(copy.references.map { copy.directives[Int($0.scope)].name } == ["mark", "note"])
    #expect(copy.headings.map { "\($0.text) \(copy.directives[Int($0.scope)].name)" } == ["f note"])
    #expect(copy.pageLinks.map { copy.directives[Int($0.scope)].name } == ["note"])
  }

  @Test func hidingNothingChangesNothing() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let read = ReadText(RandomTexts.mixed(&generator))
      guard read.errors.isEmpty else { continue }
      let copy = read.document.removing { _ in false }.document
      #expect(copy.tree(0) == read.tree)
      #expect(copy.source.bytes == read.document.source.bytes)
    }
  }

  /// Random texts inside a hidden container and a hidden span, between random texts that stay.
  @Test func randomTexts() {
    let seed: UInt64 = 20_261_122
    var generator = SeededGenerator(seed: seed)
    var tried = 0
    for _ in 0..<3000 {
      let outside = [RandomTexts.mixed(&generator), RandomTexts.mixed(&generator)].map {
        String(decoding: $0, as: UTF8.self)
      }
      let inside = String(decoding: RandomTexts.mixed(&generator).filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let text =
        "\(outside[0])\n\n:::audience{team}\nSECRET \(inside) SECRET\n:::\n\nSTAYS :audience[SECRET]{team} STAYS\n\n\(outside[1])"
      let (read, copy, _) = prune(text)
      guard read.errors.isEmpty else { continue }
      tried += 1
      let isCode = read.document.directives.filter { $0.name == "audience" }.count < 2
      if !isCode { expectNothing("SECRET", in: copy, "seed \(seed): \(text.debugDescription)") }
      #expect(
        copy.plainText(of: 0).contains("STAYS") == read.document.plainText(of: 0).contains("STAYS"),
        "\(text.debugDescription)")
    }
    #expect(tried > 100, "of \(tried) texts only")
  }

  private func expectNothing(_ secret: String, in copy: MarkdownDocument, _ shown: String = "") {
    var held = [copy.source.bytes, copy.literals]
    held += copy.references.map { Array("\($0.path) \($0.format ?? "")".utf8) }
    held += copy.pageLinks.map { Array("\($0.key) \($0.anchor ?? "") \($0.label ?? "")".utf8) }
    held += copy.headings.map { Array("\($0.id ?? "") \($0.text)".utf8) }
    held += copy.directives.flatMap { $0.arguments.map { Array("\($0.name) \($0.value)".utf8) } }
    held += copy.links.map { Array("\($0.url.pieces) \($0.title.pieces)".utf8) }
    held += copy.nodes.indices.map { Array(copy.plainText(of: Int32($0)).utf8) }
    let needle = Array(secret.utf8)
    for bytes in held where bytes.indices.contains(where: { bytes[$0...].starts(with: needle) }) {
      Issue.record("\(String(decoding: bytes, as: UTF8.self)) \(shown)")
    }
  }
}
