// Properties of the Markdown reader on random texts: it never crashes, and what it says about places is true.

import TestRandom
import Testing

@testable import Syntax

@Suite struct ReaderPropertyTests {
  /// Another seed may be put here to look further; a failure names the text that it was found with.
  static let seed: UInt64 = 20_261_122

  @Test func mixesOfTokens() {
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<2000 { check(RandomTexts.mixed(&generator)) }
  }

  @Test func anyBytes() {
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<1000 { check(RandomTexts.bytes(&generator)) }
  }

  /// Broken bytes in an otherwise sound text, read even though the check of the bytes has refused them.
  @Test func brokenBytesInMixes() {
    var generator = SeededGenerator(seed: Self.seed &+ 1)
    for _ in 0..<500 {
      var bytes = RandomTexts.mixed(&generator)
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[at] = UInt8.random(in: 1...255, using: &generator)
      check(bytes)
    }
  }

  @Test func randomYAML() {
    var generator = SeededGenerator(seed: Self.seed)
    let tokens = [
      "a", "å: ", "b:", "\n", "\n  ", "- ", "[", "]", "{", "}", ",", "'", "\"", "|", ">", "&x ", "*x", "!t ", "#",
      "? ", "<<: ", "---\n", "\t",
    ]
    for _ in 0..<1500 {
      let text = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
        tokens.randomElement(using: &generator) ?? ""
      }.joined()
      let file = SourceFile(path: "a.yaml", text: text)
      let (node, diagnostics) = YAMLReader.read(file)
      for diagnostic in diagnostics { expectInside(diagnostic.place.span, file, text) }
      expectInside(node, file, text)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let shown = "seed \(Self.seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
    for dialect in [MarkdownReader.Dialect.site, .commonMark] {
      let read = ReadText(bytes, dialect: dialect)
      let document = read.document
      let file = document.source
      for diagnostic in read.diagnostics { expectInside(diagnostic.place.span, file, shown) }
      for node in document.nodes { expectInside(node.span, file, shown) }
      for span in spans(document) { expectInside(span, file, shown) }
      expectTree(document, shown)
      if dialect == .site { expectNoToken(document, shown) }
      expectMarks(document, shown)
    }
  }

  private func spans(_ document: MarkdownDocument) -> [SourceSpan] {
    document.references.map(\.span) + document.pageLinks.map(\.span) + document.links.map(\.span)
      + document.directives.flatMap { [$0.span] + $0.arguments.map(\.span) } + document.excessCells
  }

  private func expectInside(_ span: SourceSpan, _ file: SourceFile, _ shown: String) {
    let isInside = 0 <= span.start && span.start <= span.end && Int(span.end) <= file.bytes.count
    if !isInside { Issue.record("\(span) is not in \(shown)") }
  }

  private func expectInside(_ node: YAMLNode?, _ file: SourceFile, _ shown: String) {
    guard let node else { return }
    expectInside(node.span, file, shown)
    for entry in node.entries ?? [] {
      expectInside(entry.keySpan, file, shown)
      expectInside(entry.value, file, shown)
    }
    for element in node.elements ?? [] { expectInside(element, file, shown) }
  }

  /// Every node has one parent, and a text without a literal of its own is the source between its ends.
  private func expectTree(_ document: MarkdownDocument, _ shown: String) {
    var seen: Set<Int32> = []
    func walk(_ index: Int32) {
      if !seen.insert(index).inserted { Issue.record("node \(index) stands twice in \(shown)") }
      let node = document.nodes[Int(index)]
      if node.kind == .text {
        let literal = document.withLiteral(node) { Array($0) }
        if node.value < 0, literal != Array(document.source.bytes[node.span.range]) { Issue.record("text in \(shown)") }
      }
      for child in document.children(of: index) where !seen.contains(child) { walk(child) }
    }
    walk(0)
  }

  /// What stands for our marks while cmark reads the text is in no literal; only an entity can write it there, and that
  /// is an error.
  private func expectNoToken(_ document: MarkdownDocument, _ shown: String) {
    let bytes = document.literals
    for at in bytes.indices where bytes[at] == 0xEF && bytes[at...].starts(with: [0xEF, 0xB7]) && at + 2 < bytes.count {
      if (0x90...0xAF).contains(bytes[at + 2]) { Issue.record("a token in \(shown)") }
    }
    // Broken bytes FE and FF become the noncharacters that short tokens begin with.
    if document.source.bytes.contains(where: { $0 >= 0xFE }) { return }
    for at in bytes.indices where bytes[at...].starts(with: [0xEF, 0xBF]) && at + 2 < bytes.count {
      if (0xBE...0xBF).contains(bytes[at + 2]) { Issue.record("a short token in \(shown)") }
    }
  }

  /// A reference, a page link and a directive begin in the source with what they are written with.
  private func expectMarks(_ document: MarkdownDocument, _ shown: String) {
    let starts =
      document.references.map { ($0.span, "{{") } + document.pageLinks.map { ($0.span, "[[") }
      + document.terms.map { ($0.span, ":term[") } + document.footnotes.map { ($0.span, "[^") }
      + document.footnoteReferences.map { ($0.span, "[^") } + document.directives.map { ($0.span, ":") }
    for (span, start) in starts where !document.source.text(span).utf8.starts(with: start.utf8) {
      Issue.record("\(span) does not begin with \(start) in \(shown)")
    }
    for link in document.links {
      let start = document.source.bytes[link.span.range].first
      let wanted = link.isImage ? "!" : "[<"
      // A bare address is its own text.
      let words = document.source.text(link.span)
      let isBare = ["", "http://", "mailto:"].contains { $0 + words == link.url.constant }
      if !wanted.utf8.contains(start ?? 0), !isBare { Issue.record("a link at \(link.span) in \(shown)") }
    }
  }
}
