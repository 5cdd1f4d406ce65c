// `:name[text]{arguments}`: a directive around a run of text. Its two ends are hidden; cmark reads what is between.

enum TextDirectiveMark: InlineMark {
  /// How far the end of a text and of its arguments is looked for; without a cap many openings cost a file's length each.
  static let maximumText = 8192
  static let maximumArguments = 512

  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]? {
    let bytes = file.bytes
    guard bytes[index] == UInt8(ascii: ":") else { return nil }
    // What names an audience hides something: it is read wherever it stands, and refused where it is not complete.
    let hides = namesAudience(bytes, index + 1, lineEnd)
    guard hides || !followsWord(bytes, index, body) else { return nil }
    var nameEnd = index + 1
    while nameEnd < lineEnd, DirectiveLine.isNameByte(bytes[nameEnd]) { nameEnd += 1 }
    guard nameEnd > index + 1, nameEnd < lineEnd, bytes[nameEnd] == UInt8(ascii: "[") else {
      return hides ? [Mark(kind: .refused, range: index..<nameEnd, problem: nearMiss(file, index..<nameEnd))] : nil
    }
    guard nameEnd > index + 3 else { return tooShort(file, index..<nameEnd + 1, body) }
    let name = String(decoding: bytes[index + 1..<nameEnd], as: UTF8.self)
    let opening = index..<nameEnd + 1
    guard let close = closingBracket(bytes, from: nameEnd + 1, end: min(body.upperBound, index + maximumText)) else {
      return [broken(name, opening, notClosed(file, opening))]
    }
    guard
      let argumentsEnd = DirectiveArguments.end(
        bytes, from: close + 1, limit: min(body.upperBound, close + maximumArguments)),
      argumentsEnd - close >= MarkToken.minimumLength
    else { return [broken(name, opening, noArguments(file, opening))] }
    let (arguments, problem) = DirectiveArguments.parse(file, close + 2..<argumentsEnd - 1)
    let first = Mark(
      kind: .text(name: name, arguments: arguments, isClosing: false), range: opening, problem: problem)
    let last = Mark(kind: .text(name: name, arguments: [], isClosing: true), range: close..<argumentsEnd)
    return [first, last]
  }

  private static func namesAudience(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let name = "audience".utf8
    guard start + name.count <= end, bytes[start..<start + name.count].elementsEqual(name) else { return false }
    return start + name.count == end || !DirectiveLine.isNameByte(bytes[start + name.count])
  }

  private static func nearMiss(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "this names an audience but hides nothing",
      rule: "it is :audience[text]{team} inside a line, or :::audience{team} alone on its line",
      help: "complete it, or write \\: for a colon that is text")
  }

  /// A name of one or two letters has no room for a token. Its end has, which is enough for an error instead of text.
  private static func tooShort(_ file: SourceFile, _ opening: Range<Int>, _ body: Range<Int>) -> [Mark]? {
    guard
      let close = closingBracket(
        file.bytes, from: opening.upperBound, end: min(body.upperBound, opening.lowerBound + maximumText)),
      let end = DirectiveArguments.end(
        file.bytes, from: close + 1, limit: min(body.upperBound, close + maximumArguments)),
      end - close >= MarkToken.minimumLength
    else { return nil }
    let problem = Diagnostic(
      "directive", at: Place(file, SourceSpan(opening)), "the name of this directive is too short",
      rule: "a text directive is :name[text]{…}; a name has at least three letters",
      help: "correct the name, or write \\: for a colon that is text")
    return [Mark(kind: .refused, range: close..<end, problem: problem)]
  }

  private static func broken(_ name: String, _ range: Range<Int>, _ problem: Diagnostic) -> Mark {
    Mark(kind: .text(name: name, arguments: [], isClosing: false), range: range, problem: problem)
  }

  /// The bracket that closes the text: brackets nest, a backslash escapes, code spans hide, a blank line ends the search.
  private static func closingBracket(_ bytes: [UInt8], from start: Int, end: Int) -> Int? {
    var depth = 0
    var at = start
    var lineIsBlank = false
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        if depth == 0 { return at }
        depth -= 1
      case UInt8(ascii: "`"): at = codeSpanEnd(bytes, at, end)
      case UInt8(ascii: "\n"):
        if lineIsBlank { return nil }
        lineIsBlank = true
        at += 1
        continue
      default: break
      }
      if at < end, bytes[at] != 0x20, bytes[at] != 0x09, bytes[at] != UInt8(ascii: ">") { lineIsBlank = false }
      at += 1
    }
    return nil
  }

  /// The last byte of the code span that opens at `at`; `at`'s own run when it closes nowhere.
  private static func codeSpanEnd(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    let tick = UInt8(ascii: "`")
    var open = at
    while open < end, bytes[open] == tick { open += 1 }
    let limit = min(end, open + 4096)
    var index = open
    while index < limit {
      var run = index
      while run < limit, bytes[run] == tick { run += 1 }
      if run - index == open - at { return run - 1 }
      index = max(run, index + 1)
    }
    return open - 1
  }

  /// Whether a letter, a digit or a colon stands right before a place: there `:` is one of the text. Quotes, dashes and
  /// the apostrophe of "l’:term[…]" (U+2000 to U+203F), no-break spaces and guillemets are no letters.
  static func followsWord(_ bytes: [UInt8], _ index: Int, _ body: Range<Int>) -> Bool {
    guard index > body.lowerBound else { return false }
    let last = bytes[index - 1]
    guard last >= 0x80 else { return DirectiveLine.isNameByte(last) || last == UInt8(ascii: ":") }
    let start = bytes[max(body.lowerBound, index - 3)..<index]
    if start.elementsEqual([0xE2, 0x80, last]) { return false }
    return !(start.suffix(2).first == 0xC2 && [0xA0, 0xAB, 0xBB].contains(last))
  }

  private static func notClosed(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "the text that begins here is not closed by ]",
      rule: "a text directive is :name[text]{…} inside one paragraph",
      help: "close it, or write \\: for a colon that is text")
  }

  static func notOpened(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "this ends a text that does not begin here",
      rule: "a text directive is :name[text]{…} inside one paragraph",
      help: "add its beginning, or write \\] for a bracket that is text")
  }

  private static func noArguments(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "braces are missing after the closing ]",
      rule: "a text directive is :name[text]{…}, as in :audience[text]{team}",
      help: "add them, or write \\: for a colon that is text")
  }
}
