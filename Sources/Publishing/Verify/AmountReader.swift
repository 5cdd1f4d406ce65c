// Amounts in bytes, in every form that people and languages write them: 522850, 522.850, 522 850, 522,850, 522'850.

enum AmountReader {
  /// From this size on an amount tells something; smaller numbers stand everywhere.
  static let smallest: UInt64 = 10_000

  /// Reads the number that begins at a digit. `found` gets its whole part, and where groups stand apart by spaces also
  /// the numbers that end with it (`12 500 000` may be a 12 and 500 000). Returns where the number ends.
  static func read(_ text: UnsafeRawBufferPointer, at start: Int, _ found: (UInt64) -> Void) -> Int {
    var end = start
    var groups: [UInt64] = []
    let first = digits(text, &end, atMost: 19)
    guard let first else { return end }
    groups.append(first)
    guard end - start <= 3 else {
      if first >= smallest, !isWord(text, end) { found(first) }
      return end
    }
    let kind = separator(text, end)
    while let kind, let next = separator(text, end), next.form == kind.form {
      var after = end + next.length
      let before = after
      guard let group = digits(text, &after, atMost: 4), after - before == 3, groups.count < 6 else { break }
      groups.append(group)
      end = after
    }
    guard groups.count > 1, !isWord(text, end) else { return end }
    report(groups, isSpaced: kind?.form == .space, found)
    return end
  }

  private static func report(_ groups: [UInt64], isSpaced: Bool, _ found: (UInt64) -> Void) {
    for first in 0..<(isSpaced ? groups.count - 1 : 1) {
      let value = groups[first...].reduce(0) { $0 * 1000 + $1 }
      if value >= smallest { found(value) }
    }
  }

  private static func digits(_ text: UnsafeRawBufferPointer, _ at: inout Int, atMost most: Int) -> UInt64? {
    var value: UInt64 = 0
    let start = at
    while at < text.count, WordBytes.isDigit(text[at]) {
      if at - start < most { value = value &* 10 &+ UInt64(text[at] & 15) }
      at += 1
    }
    return at > start && at - start <= most ? value : nil
  }

  private enum Form { case point, comma, apostrophe, space }

  private static func separator(_ text: UnsafeRawBufferPointer, _ at: Int) -> (form: Form, length: Int)? {
    guard at < text.count else { return nil }
    func follows(_ bytes: UInt8...) -> Bool {
      at + bytes.count <= text.count && bytes.indices.allSatisfy { text[at + $0] == bytes[$0] }
    }
    switch text[at] {
    case UInt8(ascii: "."): return (.point, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "'"): return (.apostrophe, 1)
    case UInt8(ascii: " "): return (.space, 1)
    // No-break space; narrow no-break and thin space, and the apostrophe of print.
    case 0xC2: return follows(0xC2, 0xA0) ? (.space, 2) : nil
    case 0xE2:
      if follows(0xE2, 0x80, 0xAF) || follows(0xE2, 0x80, 0x89) { return (.space, 3) }
      return follows(0xE2, 0x80, 0x99) ? (.apostrophe, 3) : nil
    default: return nil
    }
  }

  /// Currencies that people write without a space after an amount.
  private static let currencies = ["kr", "EUR", "SEK", "CHF", "euro", "Euro"].map { Array($0.utf8) }

  /// Whether the number goes on as a word, other than a currency.
  private static func isWord(_ text: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    guard isAlphanumeric(text, at) else { return false }
    return !currencies.contains { name in
      text[at...].starts(with: name) && !isAlphanumeric(text, at + name.count)
    }
  }

  private static func isAlphanumeric(_ text: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    at < text.count && WordBytes.isAlphanumeric(text[at])
  }
}
