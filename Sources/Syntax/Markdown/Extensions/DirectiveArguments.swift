// What stands in the braces of a directive: `{team}`, `{min-score=8 caption="Our risks"}`.

enum DirectiveArguments {
  /// The end of `{…}` that begins exactly at `start` (quotes hide braces; one line), or nil.
  static func end(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    guard start < limit, bytes[start] == UInt8(ascii: "{") else { return nil }
    var quoted = false
    var at = start + 1
    while at < limit, bytes[at] != UInt8(ascii: "\n") {
      if bytes[at] == UInt8(ascii: "\"") { quoted.toggle() }
      if bytes[at] == UInt8(ascii: "}"), !quoted { return at + 1 }
      at += 1
    }
    return nil
  }

  /// Splits the content of the braces into bare words and `key=value` pairs.
  static func parse(_ file: SourceFile, _ range: Range<Int>) -> ([Directive.Argument], Diagnostic?) {
    var arguments: [Directive.Argument] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if file.bytes[at] == 0x20 || file.bytes[at] == 0x09 || file.bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      guard let (argument, end) = argument(file, at..<range.upperBound) else {
        return (arguments, malformed(file, at..<range.upperBound))
      }
      if !argument.name.isEmpty, arguments.contains(where: { $0.name == argument.name }) {
        return (arguments, twice(file, argument))
      }
      arguments.append(argument)
      at = end
    }
    return (arguments, nil)
  }

  private static func argument(_ file: SourceFile, _ range: Range<Int>) -> (Directive.Argument, Int)? {
    let bytes = file.bytes
    var nameEnd = range.lowerBound
    while nameEnd < range.upperBound, isWordByte(bytes[nameEnd]) { nameEnd += 1 }
    let word = String(decoding: bytes[range.lowerBound..<nameEnd], as: UTF8.self)
    guard nameEnd < range.upperBound, bytes[nameEnd] == UInt8(ascii: "=") else {
      guard nameEnd > range.lowerBound else { return nil }
      let span = SourceSpan(range.lowerBound..<nameEnd)
      return (.init(name: "", value: word, span: span), nameEnd)
    }
    guard !word.isEmpty, let (value, end) = value(bytes, nameEnd + 1..<range.upperBound) else { return nil }
    return (.init(name: word, value: value, span: SourceSpan(range.lowerBound..<end)), end)
  }

  private static func value(_ bytes: [UInt8], _ range: Range<Int>) -> (String, Int)? {
    guard let first = range.first else { return nil }
    if bytes[first] == UInt8(ascii: "\"") {
      guard let close = bytes[(first + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
      return (String(decoding: bytes[first + 1..<close], as: UTF8.self), close + 1)
    }
    var end = first
    while end < range.upperBound, isWordByte(bytes[end]) { end += 1 }
    return end > first ? (String(decoding: bytes[first..<end], as: UTF8.self), end) : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",")
  }

  private static func malformed(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, SourceSpan(range)), "this is not an argument of a directive",
      rule: "arguments are words or key=value, separated by spaces; a value with spaces stands in double quotes",
      help: "write {key=value other=\"two words\"}")
  }

  private static func twice(_ file: SourceFile, _ argument: Directive.Argument) -> Diagnostic {
    Diagnostic(
      "directive", at: Place(file, argument.span), "the argument \"\(argument.name)\" is written twice",
      rule: "an argument stands once", help: "keep one of the two")
  }
}
