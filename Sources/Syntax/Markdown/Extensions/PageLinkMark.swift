// `[[key]]`: a link to a page by its key; the page's title becomes the text. Also `[[key#anchor]]` and `[[key|text]]`.

enum PageLinkMark: InlineMark {
  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]? {
    let bytes = file.bytes
    let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    guard bytes[index] == open, index + 4 < lineEnd, bytes[index + 1] == open, isKeyByte(bytes[index + 2]) else {
      return nil
    }
    var end = index + 2
    while end < lineEnd, bytes[end] != close, bytes[end] != open { end += 1 }
    guard end + 1 < lineEnd, bytes[end] == close, bytes[end + 1] == close else { return nil }
    return [mark(file, range: index..<end + 2, content: index + 2..<end)]
  }

  private static func mark(_ file: SourceFile, range: Range<Int>, content: Range<Int>) -> Mark {
    let parts = file.bytes[content].split(separator: UInt8(ascii: "|"), maxSplits: 1, omittingEmptySubsequences: false)
    let target = parts[0].split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let label = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
    let anchor = target.count > 1 ? String(decoding: target[1], as: UTF8.self) : nil
    var mark = Mark(
      kind: .pageLink(key: String(decoding: target[0], as: UTF8.self), anchor: anchor, label: label), range: range)
    let isLabelPlain = label.map { !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: "{")) } ?? true
    if !target[0].allSatisfy(isKeyByte) || anchor?.utf8.allSatisfy(isKeyByte) == false || !isLabelPlain {
      mark.problem = malformed(file, range)
    }
    return mark
  }

  /// Keys and anchors: lower-case letters, digits, hyphens; `/` between folders.
  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  }

  private static func malformed(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "page-link", at: Place(file, SourceSpan(range)), "this is not a page's key",
      rule: "a page link is [[key]], [[folder/key]], [[key#anchor]] or [[key|text]]; keys are a-z, 0-9 and -",
      help: "correct it, or write \\[[ for brackets that are text")
  }
}
