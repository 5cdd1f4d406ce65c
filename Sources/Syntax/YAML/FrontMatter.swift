// Splits a Markdown file into its front matter (YAML between two lines of three hyphens) and its body.

/// Where the two parts of a page's file lie.
package struct FrontMatter: Sendable {
  /// The YAML between the fences; nil when the file has none.
  package let yaml: Range<Int>?
  /// Where the body begins.
  package let body: Int

  /// Finds the front matter. A first line `---` that is not followed by a `key:` is a thematic break, not a fence.
  package static func split(_ file: SourceFile) -> (FrontMatter, [Diagnostic]) {
    let bytes = file.bytes
    let first = lineEnd(bytes, 0)
    guard isFence(bytes[0..<first], allowDots: false), looksLikeKey(bytes, first + 1) else {
      return (FrontMatter(yaml: nil, body: 0), [])
    }
    var start = first + 1
    while start < bytes.count {
      let end = lineEnd(bytes, start)
      if isFence(bytes[start..<end], allowDots: true) {
        return (FrontMatter(yaml: first + 1..<start, body: min(end + 1, bytes.count)), [])
      }
      start = end + 1
    }
    return (FrontMatter(yaml: nil, body: bytes.count), [notClosed(file)])
  }

  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// `---` (or, as the end, `...`) with nothing but spaces after it.
  private static func isFence(_ line: ArraySlice<UInt8>, allowDots: Bool) -> Bool {
    let marks = line.prefix(3)
    guard marks.elementsEqual("---".utf8) || allowDots && marks.elementsEqual("...".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func looksLikeKey(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start < bytes.count else { return false }
    let line = bytes[start..<lineEnd(bytes, start)]
    if isFence(line, allowDots: true) || line.first == UInt8(ascii: "#") { return true }
    return line.contains(UInt8(ascii: ":")) && line.first != 0x20
  }

  private static func notClosed(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "front-matter", at: Place(file, SourceSpan(0..<3)), "the front matter that begins here is not closed",
      rule: "front matter stands between two lines of three hyphens", help: "add a line --- after the last key")
  }
}
