// Texts that are set apart under a title: `:::note` … `:::`, and GitHub's alerts, quotes that begin with `[!NOTE]`.

package enum Admonition {
  /// The kinds, as both forms write them; the language files have their titles.
  package static let names = ["note", "tip", "important", "warning", "caution"]

  /// The kind of a block quote that is an alert.
  package static func name(ofQuote node: MarkdownNode) -> String? {
    node.kind == .blockQuote && node.detail > 0 ? names[Int(node.detail) - 1] : nil
  }
}

enum Alert {
  /// When a quote's first line is `[!KIND]` alone, the kind becomes the quote's and the line leaves the text.
  static func mark(quote: Int32, in builder: inout TreeBuilder) {
    let paragraph = builder.document.nodes[Int(quote)].child
    guard paragraph >= 0, builder.document.nodes[Int(paragraph)].kind == .paragraph else { return }
    let first = builder.document.nodes[Int(paragraph)].child
    guard first >= 0, builder.document.nodes[Int(first)].kind == .text else { return }
    let node = builder.document.nodes[Int(first)]
    guard node.value < 0, let name = builder.document.withLiteral(node, name), isAlone(node, builder.document) else {
      return
    }
    guard let kind = Admonition.names.firstIndex(of: name) else {
      builder.diagnostics.append(unknown(name, builder.file, node.span))
      return
    }
    builder.document.nodes[Int(quote)].detail = UInt8(kind + 1)
    if node.next >= 0 {
      builder.document.nodes[Int(paragraph)].child = builder.document.nodes[Int(node.next)].next
    } else {
      builder.document.nodes[Int(quote)].child = builder.document.nodes[Int(paragraph)].next
    }
  }

  /// `[!NOTE]` → `note`.
  private static func name(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    var end = text.count
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    guard end >= 4, text[0] == UInt8(ascii: "["), text[1] == UInt8(ascii: "!"), text[end - 1] == UInt8(ascii: "]"),
      text[2..<end - 1].allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) })
    else { return nil }
    return String(decoding: text[2..<end - 1].map { $0 | 0x20 }, as: UTF8.self)
  }

  private static func isAlone(_ node: MarkdownNode, _ document: MarkdownDocument) -> Bool {
    node.next < 0 || document.nodes[Int(node.next)].kind == .softBreak
  }

  private static func unknown(_ name: String, _ file: SourceFile, _ span: SourceSpan) -> Diagnostic {
    let names = Admonition.names.map { "[!\($0.uppercased())]" }.joined(separator: ", ")
    return Diagnostic(
      "alert", .warning, at: Place(file, span), "there is no alert [!\(name.uppercased())]",
      rule: "a quote may begin with one of \(names)",
      help: didYouMean(name.uppercased(), among: Admonition.names.map { $0.uppercased() }))
  }
}
