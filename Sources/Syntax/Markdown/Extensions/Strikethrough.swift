// GFM strikethrough: `~~text~~`, among the siblings of one parent.

internal import Glibc

enum Strikethrough {
  private static let tilde = UInt8(ascii: "~")

  /// Pairs runs of two tildes (or one, as cmark-gfm reads them) among the pending nodes from `base` on.
  static func group(from base: Int, in builder: inout TreeBuilder) {
    guard builder.pending[base...].contains(where: { hasTilde($0, builder) }) else { return }
    let pieces = builder.pending[base...].flatMap { cut($0, &builder) }
    var siblings: [Int32] = []
    var open: (position: Int, length: Int)?
    for (index, piece) in pieces.enumerated() {
      guard let length = runLength(piece, builder.document) else {
        siblings.append(piece)
        continue
      }
      let canClose = siblings.last.map { flanks($0, first: false, builder.document) } ?? false
      if let start = open, start.length == length, canClose {
        let node = wrap(siblings[start.position...], closing: piece, &builder)
        siblings.removeSubrange(start.position...)
        siblings.append(node)
        open = nil
      } else {
        let canOpen = index + 1 < pieces.count && flanks(pieces[index + 1], first: true, builder.document)
        if length <= 2, canOpen { open = (siblings.count, length) }
        siblings.append(piece)
      }
    }
    builder.pending.replaceSubrange(base..., with: siblings)
  }

  /// Whether a text has a tilde that counts: one behind a backslash does not.
  private static func hasTilde(_ index: Int32, _ builder: TreeBuilder) -> Bool {
    let node = builder.document.nodes[Int(index)]
    guard node.kind == .text else { return false }
    let found = builder.document.withLiteral(node) { text in
      text.baseAddress.map { memchr($0, Int32(tilde), text.count) != nil } ?? false
    }
    guard found, node.value >= 0 else { return found }
    let source = builder.text.bytes[node.span.range]
    return !zip(source, source.dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1 == tilde }
  }

  /// Cuts a text node into texts and runs of tildes; the nodes of runs are marked by `detail`.
  private static func cut(_ index: Int32, _ builder: inout TreeBuilder) -> [Int32] {
    guard hasTilde(index, builder) else { return [index] }
    let node = builder.document.nodes[Int(index)]
    return builder.document.withLiteral(node, runs).map { part in
      let piece = builder.addPart(of: node, part.range)
      builder.document.nodes[Int(piece)].detail = part.isRun ? 1 : 0
      return piece
    }
  }

  /// A text as alternating parts of other characters and of tildes.
  private static func runs(_ text: UnsafeBufferPointer<UInt8>) -> [(range: Range<Int>, isRun: Bool)] {
    var parts: [(range: Range<Int>, isRun: Bool)] = []
    var start = 0
    while start < text.count {
      let isRun = text[start] == tilde
      var end = start + 1
      while end < text.count, (text[end] == tilde) == isRun { end += 1 }
      parts.append((start..<end, isRun))
      start = end
    }
    return parts
  }

  private static func runLength(_ index: Int32, _ document: MarkdownDocument) -> Int? {
    let node = document.nodes[Int(index)]
    return node.kind == .text && node.detail == 1 ? document.withLiteral(node, \.count) : nil
  }

  /// Whether the neighbour on that side begins (ends) with something that is not white space.
  private static func flanks(_ index: Int32, first: Bool, _ document: MarkdownDocument) -> Bool {
    let node = document.nodes[Int(index)]
    switch node.kind {
    case .softBreak, .lineBreak: return false
    case .text:
      return document.withLiteral(node) { text in
        guard let byte = first ? text.first : text.last else { return false }
        return byte != 0x20 && byte != 0x09
      }
    default: return true
    }
  }

  /// Makes the siblings after the opening run the children of one node.
  private static func wrap(_ siblings: ArraySlice<Int32>, closing: Int32, _ builder: inout TreeBuilder) -> Int32 {
    let inner = Array(siblings.dropFirst())
    let start = builder.document.nodes[Int(siblings[siblings.startIndex])].start
    let end = builder.document.nodes[Int(closing)].end
    var node = MarkdownNode(.strikethrough, Int(start)..<max(Int(start), Int(end)))
    node.child = inner.first ?? -1
    for (offset, child) in inner.enumerated() {
      builder.document.nodes[Int(child)].next = offset + 1 < inner.count ? inner[offset + 1] : -1
    }
    builder.document.nodes.append(node)
    return Int32(builder.document.nodes.count - 1)
  }
}
