// Texts that a spreadsheet would run: an apostrophe before them makes them texts, and comes off when they are read.

enum CSVFormula {
  static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet may take a text for a formula: by its first sign behind spaces, in ASCII or full width
  /// (＝ ＋ － ＠, which some keyboards write), or by a tab or line end that it begins with.
  static func isFormula(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if isLineSpace(first) && first != 0x20 { return true }
    let rest = text.drop(while: isLineSpace)
    guard let sign = rest.first else { return false }
    if isSign(sign) { return true }
    guard sign == 0xEF else { return false }
    let wide = Array(rest.prefix(3))
    return wide.count == 3 && wide[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(wide[2])
  }

  /// Whether the first apostrophe of a text is one that the writer put there. A text that looks so by itself gets
  /// another one, so that every text comes back as it was.
  static func isEscaped(_ text: some Collection<UInt8>) -> Bool {
    text.first == apostrophe && isFormula(text.drop { $0 == apostrophe })
  }

  static func needsEscape(_ text: some Collection<UInt8>) -> Bool { isFormula(text) || isEscaped(text) }

  private static func isLineSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }
}
