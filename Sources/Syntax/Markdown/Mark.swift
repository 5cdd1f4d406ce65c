// A mark of ours in a Markdown text (`{{…}}`, `[[…]]`, `:name[`, `::name`, `{#id}`), found before cmark reads it.

/// One mark. Its problem, if it has one, is reported only when the mark turns out not to be code.
struct Mark {
  enum Kind {
    case reference(path: String, format: String?)
    case pageLink(key: String, anchor: String?, label: String?)
    case headingID(String)
    /// `:term[label]` and `:term[label]{id}`.
    case term(label: String, id: String?)
    /// `[^id]` in a text, and `[^id]:` where the note itself begins.
    case footnoteReference(String)
    case footnoteDefinition(String)
    /// `:name[`, and its `]{…}` with the arguments: `closing` tells which of the two tokens it is.
    case text(name: String, arguments: [Directive.Argument], isClosing: Bool)
    case leaf(name: String, arguments: [Directive.Argument])
    case containerOpening(name: String, arguments: [Directive.Argument])
    case containerClosing
    /// What may not stand in a text at all; only its problem matters.
    case refused
  }

  let kind: Kind
  let range: Range<Int>
  var problem: Diagnostic?
}

/// How a mark is hidden from cmark. Inline marks become a token of the same length: a noncharacter and two digits that
/// number it, then filler; a line that is a directive becomes a thematic break of the same length. So no byte moves.
enum MarkToken {
  /// U+FDD0…U+FDEE lead a token; U+FDEF leads the text of a table cell (see `Table`).
  static let leads = 31
  static let digits = 62
  static let minimumLength = 5
  static let maximumCount = leads * digits * digits
  static let cellLead: [UInt8] = [0xEF, 0xB7, 0xAF, 0x20]
  /// Marks of four bytes, `[^1]`, get a token with one digit behind U+FFFE or U+FFFF; its number counts such marks only.
  static let shortLength = 4
  static let maximumShortCount = 2 * digits

  static func writeShort(_ number: Int, at: Int, in text: inout [UInt8]) {
    text[at] = 0xEF
    text[at + 1] = 0xBF
    text[at + 2] = 0xBE + UInt8(number / digits)
    text[at + 3] = digit(number % digits)
  }

  /// The number of the short token whose noncharacter stands at `index`.
  static func shortNumber(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index + shortLength <= text.count, text[index] == 0xEF, text[index + 1] == 0xBF,
      (0xBE...0xBF).contains(text[index + 2]), let low = value(text[index + 3])
    else { return nil }
    return Int(text[index + 2] - 0xBE) * digits + low
  }

  /// Writes the token for mark `number` over `range`. The filler is a full stop: punctuation, as the bracket was that
  /// it replaces, so that emphasis inside `:name[*x*]{…}` is still emphasis.
  static func write(_ number: Int, over range: Range<Int>, in text: inout [UInt8], fillerFirst: Bool = false) {
    for index in range { text[index] = UInt8(ascii: ".") }
    let at = fillerFirst ? range.upperBound - minimumLength : range.lowerBound
    text[at] = 0xEF
    text[at + 1] = 0xB7
    text[at + 2] = 0x90 + UInt8(number / (digits * digits))
    text[at + 3] = digit(number / digits % digits)
    text[at + 4] = digit(number % digits)
  }

  /// The number of the token whose noncharacter stands at `index`.
  static func number(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index + minimumLength <= text.count, text[index] == 0xEF, text[index + 1] == 0xB7,
      (0x90..<0x90 + UInt8(leads)).contains(text[index + 2]), let high = value(text[index + 3]),
      let low = value(text[index + 4])
    else { return nil }
    return (Int(text[index + 2] - 0x90) * digits + high) * digits + low
  }

  private static func digit(_ value: Int) -> UInt8 {
    switch value {
    case 0..<10: UInt8(ascii: "0") + UInt8(value)
    case 10..<36: UInt8(ascii: "A") + UInt8(value - 10)
    default: UInt8(ascii: "a") + UInt8(value - 36)
    }
  }

  private static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 36
    default: nil
    }
  }
}
