// `## Title {#id}`: the anchor of a heading, the same in every language.

enum HeadingIDMark: InlineMark {
  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]? {
    let bytes = file.bytes
    guard bytes[index] == UInt8(ascii: "{"), index + 3 < lineEnd, bytes[index + 1] == UInt8(ascii: "#") else {
      return nil
    }
    var end = index + 2
    while end < lineEnd, bytes[end] != UInt8(ascii: "}"), bytes[end] != UInt8(ascii: "{") { end += 1 }
    guard end < lineEnd, bytes[end] == UInt8(ascii: "}"), bytes[(end + 1)..<lineEnd].allSatisfy(mayFollow) else {
      return nil
    }
    let id = String(decoding: bytes[index + 2..<end], as: UTF8.self)
    // A token takes five bytes: the space before an id of one letter belongs to it.
    var start = index
    if end + 1 - index < MarkToken.minimumLength {
      start -= 1
      guard end + 1 - start >= MarkToken.minimumLength, isSpaceInText(bytes, start, body) else { return nil }
    }
    var mark = Mark(kind: .headingID(id), range: start..<end + 1)
    if !isIdentifier(id) { mark.problem = malformed(file, index..<end + 1) }
    return [mark]
  }

  /// Whether a space stands at `at`, and text before it on its line.
  private static func isSpaceInText(_ bytes: [UInt8], _ at: Int, _ body: Range<Int>) -> Bool {
    guard at > body.lowerBound, bytes[at] == 0x20 else { return false }
    let line = bytes[body.lowerBound..<at].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.lowerBound
    return bytes.withUnsafeBufferPointer { MarkScanner.containerPrefix($0, line..<at + 1).end < at }
  }

  /// After the id only spaces and the closing hashes of an ATX heading.
  private static func mayFollow(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "#") }

  private static func malformed(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "heading-id", at: Place(file, SourceSpan(range)), "this is not an id", rule: identifierRule,
      help: "write it with small letters and hyphens")
  }

  static func misplaced(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "heading-id", at: Place(file, SourceSpan(range)), "an id stands here without a heading",
      rule: "{#id} stands at the end of a heading", help: "move it to the heading's line, or write \\{#")
  }
}

/// Ids of records, headings and slugs: `[a-z0-9-]`, 1 to 64 bytes.
package func isIdentifier(_ text: String) -> Bool {
  (1...64).contains(text.utf8.count)
    && text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "-")
    }
}

package let identifierRule: Message = "an id is made of a-z, 0-9 and -, at most 64 of them"
