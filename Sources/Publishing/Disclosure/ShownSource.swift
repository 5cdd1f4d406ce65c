// The source of a page as far as its readers get it: without the comments of its authors.

import Syntax

extension MarkdownDocument {
  /// The source with blanks where comments stand; places in it stay the same.
  var sourceWithoutComments: [UInt8] {
    var bytes = source.bytes
    for node in nodes where node.kind == .htmlBlock || node.kind == .htmlInline {
      guard withLiteral(node, { HTMLComments.isAll(of: $0) }) else { continue }
      // The node's end is not always that of the comment: as many ends are taken as its text has.
      let count = withLiteral(node) { literal in literal.indices.count { Self.ends(literal, at: $0) } }
      blank(&bytes, from: Int(node.start), ends: count)
    }
    return bytes
  }

  private func blank(_ bytes: inout [UInt8], from start: Int, ends count: Int) {
    var (at, left) = (start, count)
    while at < bytes.count, left > 0 {
      let isEnd = Self.ends(bytes, at: at)
      for index in at..<(isEnd ? at + 3 : at + 1) where bytes[index] != UInt8(ascii: "\n") { bytes[index] = 0x20 }
      at += isEnd ? 3 : 1
      left -= isEnd ? 1 : 0
    }
  }

  /// Whether `-->` stands there.
  private static func ends(_ bytes: some RandomAccessCollection<UInt8>, at index: Int) -> Bool {
    guard index + 3 <= bytes.count else { return false }
    let first = bytes.index(bytes.startIndex, offsetBy: index)
    return bytes[first...].prefix(3).elementsEqual("-->".utf8)
  }
}
