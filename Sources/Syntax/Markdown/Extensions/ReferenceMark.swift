// `{{ milestones.m11.planned, long }}`: a value of the data, merged into the text.

enum ReferenceMark: InlineMark {
  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]? {
    guard let (range, content) = braces(file.bytes, at: index, end: lineEnd) else { return nil }
    let parts = file.bytes[content].split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
    let path = trimmed(parts[0])
    let format = parts.count > 1 ? trimmed(parts[1]) : nil
    var mark = Mark(kind: .reference(path: path, format: format), range: range)
    if path.isEmpty || format?.isEmpty == true || !path.utf8.allSatisfy(isPathByte) {
      mark.problem = malformed(file, range)
    }
    return [mark]
  }

  /// `{{…}}` on one line with at least one byte inside; nil for anything else. A brace or a backtick inside ends the
  /// search: `{{` and `}}` may stand in two code spans, and many openings on one line must not cost its length each.
  static func braces(_ bytes: [UInt8], at index: Int, end: Int) -> (Range<Int>, Range<Int>)? {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard bytes[index] == open, index + 4 < end, bytes[index + 1] == open else { return nil }
    var at = index + 2
    while at + 1 < end {
      if bytes[at] == close, bytes[at + 1] == close {
        return at > index + 2 ? (index..<at + 2, index + 2..<at) : nil
      }
      if bytes[at] == open || bytes[at] == UInt8(ascii: "`") { return nil }
      at += 1
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}")
  }

  static func malformed(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "reference", at: Place(file, SourceSpan(range)), "this is not a reference to a value",
      rule: "a reference is {{ collection.id.field }} or {{ collection.id.field, format }}",
      help: "correct it, or write \\{{ for braces that are text")
  }

  /// Braces that open a reference but never close it on their line.
  static func notClosed(_ file: SourceFile, _ at: Int) -> Diagnostic {
    Diagnostic(
      "reference", at: Place(file, SourceSpan(at..<at + 2)), "{{ is not closed on this line",
      rule: "a reference is {{ collection.id.field }} on one line",
      help: "close it with }}, or write \\{{ for braces that are text")
  }
}
