// Entities that stand for what no text may hold: `&#1;` is a control character in disguise.

internal import Glibc

package enum EntityCheck {
  /// Finds them in texts and in the titles of links. Addresses are judged whole, by `WebAddress`.
  package static func findings(_ document: MarkdownDocument) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for node in document.nodes where node.kind == .text && node.value >= 0 {
      if let scalar = document.withLiteral(node, TextCheck.forbidden) {
        found.append(refused(scalar, in: node.span, of: document))
      }
    }
    for link in document.links {
      for case .text(let text) in link.title.pieces {
        if let scalar = Array(text.utf8).withUnsafeBufferPointer(TextCheck.forbidden) {
          found.append(refused(scalar, in: link.span, of: document))
        }
      }
    }
    return found
  }

  /// cmark writes U+FFFE and U+FFFF, which only entities can bring into a text, as the single bytes FE and FF. Nil when
  /// there is none.
  static func repaired(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let start = literal.baseAddress,
      memchr(start, 0xFE, literal.count) != nil || memchr(start, 0xFF, literal.count) != nil
    else { return nil }
    return literal.flatMap { byte -> [UInt8] in
      byte >= 0xFE ? [0xEF, 0xBF, byte - 0x40] : [byte]
    }
  }

  private static func refused(_ scalar: UInt32, in span: SourceSpan, of document: MarkdownDocument) -> Diagnostic {
    Diagnostic(
      "control-character", at: Place(document.source, place(of: scalar, in: span, of: document.source)),
      "an entity for \(TextCheck.name(ofForbidden: scalar))",
      rule: "of the control characters a text may hold only tab and line end", help: "delete it")
  }

  /// The entity itself, where it stands in the node; else the node.
  private static func place(of scalar: UInt32, in span: SourceSpan, of file: SourceFile) -> SourceSpan {
    let bytes = file.bytes[span.range]
    for start in bytes.indices where bytes[start] == UInt8(ascii: "&") {
      let entity = bytes[start...].prefix(10)
      guard let end = entity.firstIndex(of: UInt8(ascii: ";")), entity.dropFirst().first == UInt8(ascii: "#") else {
        continue
      }
      let isHex = entity.dropFirst(2).first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      let digits = String(decoding: bytes[start + (isHex ? 3 : 2)..<end], as: UTF8.self)
      if UInt32(digits, radix: isHex ? 16 : 10) == scalar { return SourceSpan(start..<end + 1) }
    }
    return span
  }
}
