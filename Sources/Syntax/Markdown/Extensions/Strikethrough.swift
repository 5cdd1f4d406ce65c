// GFM strikethrough: `~~text~~`, among the siblings of one parent.

internal import Glibc

enum Strikethrough {
  /// Pairs runs of two tildes (or one, as cmark-gfm reads them) among the pending nodes from `base` on.
  static func group(from base: Int, in builder: inout TreeBuilder) {
    guard builder.pending[base...].contains(where: { hasTilde($0, builder.document) }) else { return }
    var open: (position: Int, length: Int)?
    var at = base
    while at < builder.pending.count {
      guard let run = firstRun(in: builder.pending[at], builder.document) else {
        at += 1
        continue
      }
      let marker = split(at, run, &builder)
      let canOpen = flanks(marker.position + 1, first: true, builder)
      let canClose = marker.position > base && flanks(marker.position - 1, first: false, builder)
      if let start = open, start.length == run.count, canClose {
        wrap(start.position, marker.position, &builder)
        at = start.position + 1
        open = nil
      } else {
        if run.count <= 2, canOpen { open = (marker.position, run.count) }
        at = marker.position + 1
      }
    }
  }

  private static func hasTilde(_ index: Int32, _ document: MarkdownDocument) -> Bool {
    let node = document.nodes[Int(index)]
    guard node.kind == .text, node.value < 0 else { return false }
    return document.withLiteral(node) {
      $0.baseAddress.map { memchr($0, 0x7E, Int(node.end - node.start)) != nil } ?? false
    }
  }

  /// The first run of tildes in a text that stands in the source as it is (an escaped tilde does not).
  private static func firstRun(in index: Int32, _ document: MarkdownDocument) -> Range<Int>? {
    let node = document.nodes[Int(index)]
    guard node.kind == .text, node.value < 0, node.detail == 0 else { return nil }
    return document.withLiteral(node) { text in
      guard let start = text.firstIndex(of: UInt8(ascii: "~")) else { return nil }
      var end = start
      while end < text.count, text[end] == UInt8(ascii: "~") { end += 1 }
      return start..<end
    }
  }

  /// Cuts a text node into before, tildes, after. The tildes' node is marked so that it is not looked at again.
  private static func split(_ at: Int, _ run: Range<Int>, _ builder: inout TreeBuilder) -> (position: Int, Void) {
    let index = builder.pending[at]
    let whole = builder.document.nodes[Int(index)].span.range
    let parts = [
      whole.lowerBound..<whole.lowerBound + run.lowerBound,
      whole.lowerBound + run.lowerBound..<whole.lowerBound + run.upperBound,
      whole.lowerBound + run.upperBound..<whole.upperBound,
    ]
    var indices: [Int32] = []
    var position = at
    for (offset, part) in parts.enumerated() where offset == 1 || !part.isEmpty {
      var node = MarkdownNode(.text, part)
      if offset == 1 {
        node.detail = 1
        position = at + indices.count
      }
      indices.append(Int32(builder.document.nodes.count))
      builder.document.nodes.append(node)
    }
    builder.pending.replaceSubrange(at...at, with: indices)
    return (position, ())
  }

  /// Whether the neighbour on that side begins (ends) with something that is not white space.
  private static func flanks(_ position: Int, first: Bool, _ builder: TreeBuilder) -> Bool {
    guard builder.pending.indices.contains(position) else { return false }
    let node = builder.document.nodes[Int(builder.pending[position])]
    switch node.kind {
    case .softBreak, .lineBreak: return false
    case .text:
      return builder.document.withLiteral(node) { text in
        guard let byte = first ? text.first : text.last else { return false }
        return byte != 0x20 && byte != 0x09
      }
    default: return true
    }
  }

  private static func wrap(_ first: Int, _ last: Int, _ builder: inout TreeBuilder) {
    let inner = Array(builder.pending[(first + 1)..<last])
    let start = builder.document.nodes[Int(builder.pending[first])].start
    let end = builder.document.nodes[Int(builder.pending[last])].end
    var node = MarkdownNode(.strikethrough, Int(start)..<Int(end))
    node.child = inner.first ?? -1
    for (offset, child) in inner.enumerated() {
      builder.document.nodes[Int(child)].next = offset + 1 < inner.count ? inner[offset + 1] : -1
    }
    let index = Int32(builder.document.nodes.count)
    builder.document.nodes.append(node)
    builder.pending.replaceSubrange(first...last, with: CollectionOfOne(index))
  }
}
