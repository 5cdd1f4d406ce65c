// Reads unsigned numbers of a fixed width from bytes, for dates and periods.

/// Takes numbers and marks one after the other from the bytes of a short text such as `2026-03-02`.
struct DigitReader {
  private var bytes: ArraySlice<UInt8>

  init(_ text: some Sequence<UInt8>) {
    // Nothing that is read here is longer than a moment with its zone; the bound keeps a hostile text from being copied whole.
    bytes = ArraySlice(text.prefix(26))
  }

  var isAtEnd: Bool { bytes.isEmpty }

  /// Takes exactly `count` ASCII digits.
  mutating func number(digits count: Int) -> Int? {
    guard bytes.count >= count else { return nil }
    var value = 0
    for byte in bytes.prefix(count) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    bytes = bytes.dropFirst(count)
    return value
  }

  /// Takes one byte if it is the given one.
  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let first = bytes.first, UInt32(first) == mark.value else { return false }
    bytes = bytes.dropFirst()
    return true
  }
}

/// Writes a number with leading zeros, without the process's locale having a say.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
