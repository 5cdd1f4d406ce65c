// Bare addresses as links: `www.…`, `http://…`, `https://…` and e-mail addresses in a text. (GFM 0.29, 6.9)
//
// GFM also links `ftp://`; we do not: no link of a site may have that scheme.

internal import Glibc

enum Autolinks {
  /// Cuts the pending text nodes from `base` on at the addresses they hold.
  static func group(from base: Int, in builder: inout TreeBuilder) {
    guard builder.pending[base...].contains(where: { mayHoldAddress($0, builder) }) else { return }
    let pieces = builder.pending[base...].flatMap { cut($0, &builder) }
    builder.pending.replaceSubrange(base..., with: pieces)
  }

  /// A quick look: every address holds `@`, `://` or `www.`.
  private static func mayHoldAddress(_ index: Int32, _ builder: TreeBuilder) -> Bool {
    let node = builder.document.nodes[Int(index)]
    guard node.kind == .text else { return false }
    return builder.document.withLiteral(node) { holds($0, "@") || holds($0, "://") || holds($0, "www.") }
  }

  private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard var at = text.baseAddress else { return false }
    let length = word.utf8CodeUnitCount
    let end = at + text.count
    while at + length <= end, let found = memchr(at, Int32(word.utf8Start[0]), end - at) {
      at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      if at + length <= end, memcmp(at, word.utf8Start, length) == 0 { return true }
      at += 1
    }
    return false
  }

  private static func cut(_ index: Int32, _ builder: inout TreeBuilder) -> [Int32] {
    guard mayHoldAddress(index, builder) else { return [index] }
    let node = builder.document.nodes[Int(index)]
    let found = builder.document.withLiteral(node, AddressScanner.addresses)
    guard !found.isEmpty else { return [index] }
    var indices: [Int32] = []
    var from = 0
    for address in found {
      if address.range.lowerBound > from { indices.append(builder.addPart(of: node, from..<address.range.lowerBound)) }
      indices.append(builder.addAutolink(in: node, address))
      from = address.range.upperBound
    }
    let count = builder.document.withLiteral(node, \.count)
    if from < count { indices.append(builder.addPart(of: node, from..<count)) }
    return indices
  }
}

extension TreeBuilder {
  /// A part of a text node's literal as a node of its own; not yet anyone's child.
  mutating func addPart(of node: MarkdownNode, _ part: Range<Int>) -> Int32 {
    var piece = node
    piece.next = -1
    if node.value < 0 {
      piece.start = node.start + Int32(part.lowerBound)
      piece.end = node.start + Int32(part.upperBound)
    } else {
      let start = Int(document.literalRanges[Int(node.value)].start)
      piece.value = Int32(document.literalRanges.count)
      document.literalRanges.append(SourceSpan(start + part.lowerBound..<start + part.upperBound))
    }
    document.nodes.append(piece)
    return Int32(document.nodes.count - 1)
  }

  fileprivate mutating func addAutolink(in node: MarkdownNode, _ address: AddressScanner.Address) -> Int32 {
    let text = addPart(of: node, address.range)
    let literal = document.withLiteral(document.nodes[Int(text)]) { Array($0) }
    let words = String(decoding: literal, as: UTF8.self)
    let span = node.value < 0 ? document.nodes[Int(text)].span : place(of: literal, in: node)
    var link = MarkdownNode(.link, span.range)
    link.child = text
    link.value = Int32(document.links.count)
    document.links.append(
      LinkTarget(url: TextTemplate(address.prefix + words), title: TextTemplate(""), span: span, isImage: false))
    document.nodes.append(link)
    return Int32(document.nodes.count - 1)
  }

  /// Where an address stands in a text whose other parts are written as escapes or entities; else the whole text.
  private func place(of address: [UInt8], in node: MarkdownNode) -> SourceSpan {
    let range = node.span.range
    guard range.count >= address.count else { return node.span }
    let start = (range.lowerBound...range.upperBound - address.count).first { at in
      document.source.bytes[at..<at + address.count].elementsEqual(address)
    }
    return start.map { SourceSpan($0..<$0 + address.count) } ?? node.span
  }
}
