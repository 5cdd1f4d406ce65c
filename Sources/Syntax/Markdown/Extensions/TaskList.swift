// GFM task lists: `- [ ] open`, `- [x] done`.

enum TaskList {
  /// When an item's first paragraph begins with a box, the box becomes a flag of the item and leaves the text.
  static func mark(item: Int32, in document: inout MarkdownDocument) {
    let paragraph = document.nodes[Int(item)].child
    guard paragraph >= 0, document.nodes[Int(paragraph)].kind == .paragraph else { return }
    let first = document.nodes[Int(paragraph)].child
    guard first >= 0, document.nodes[Int(first)].kind == .text else { return }
    let node = document.nodes[Int(first)]
    guard let flag = document.withLiteral(node, box) else { return }
    document.nodes[Int(item)].detail |= flag
    if node.value < 0 {
      document.nodes[Int(first)].start += 4
    } else {
      document.literalRanges[Int(node.value)].start += 4
    }
  }

  private static func box(_ text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard text.count >= 4, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), text[3] == 0x20 else {
      return nil
    }
    switch text[1] {
    case 0x20: return MarkdownNode.Flag.taskOpen
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return MarkdownNode.Flag.taskDone
    default: return nil
    }
  }
}
