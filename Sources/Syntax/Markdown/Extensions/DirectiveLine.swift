// `::name{…}`, `:::name{…}` and `:::` on a line of their own, behind any quote and list markers.

enum DirectiveLine {
  /// The directive that fills the line's content, or nil when the line is not one.
  static func match(_ file: SourceFile, _ line: Range<Int>) -> Mark? {
    let bytes = file.bytes
    var at = line.lowerBound
    while at < line.upperBound, bytes[at] == UInt8(ascii: ":") { at += 1 }
    let colons = at - line.lowerBound
    guard colons >= 2 else { return nil }
    let rest = contentEnd(bytes, at..<line.upperBound)
    let range = line.lowerBound..<rest
    if rest == at { return colons == 2 ? nil : Mark(kind: .containerClosing, range: range) }
    let nameStart = colons > 2 && bytes[at] == 0x20 ? at + 1 : at
    guard isLetter(bytes[nameStart]) else { return nil }
    var nameEnd = nameStart
    while nameEnd < rest, isNameByte(bytes[nameEnd]) { nameEnd += 1 }
    return mark(file, range, name: nameStart..<nameEnd, isLeaf: colons == 2)
  }

  private static func mark(_ file: SourceFile, _ range: Range<Int>, name: Range<Int>, isLeaf: Bool) -> Mark {
    var arguments: [Directive.Argument] = []
    var problem: Diagnostic?
    var end = name.upperBound
    if let argumentsEnd = DirectiveArguments.end(file.bytes, from: end, limit: range.upperBound) {
      (arguments, problem) = DirectiveArguments.parse(file, end + 1..<argumentsEnd - 1)
      end = argumentsEnd
    }
    if end != range.upperBound { problem = trailing(file, end..<range.upperBound) }
    let text = String(decoding: file.bytes[name], as: UTF8.self)
    return Mark(
      kind: isLeaf ? .leaf(name: text, arguments: arguments) : .containerOpening(name: text, arguments: arguments),
      range: range, problem: problem)
  }

  private static func contentEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func trailing(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "this does not belong to the directive",
      rule: "a directive is ::name{key=value} alone on its line, a container :::name{…} to a line :::",
      help: "move the text to the next line, or write \\:: for colons that are text")
  }

  static func notClosed(_ file: SourceFile, _ range: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "the container :::\(name) is not closed",
      rule: "a container ends with a line ::: in the same quote or list item", help: "add the line :::")
  }

  static func notOpened(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "::: closes a container that does not begin here",
      rule: "a container begins with :::name in the same quote or list item", help: "delete the line, or add its start")
  }
}
