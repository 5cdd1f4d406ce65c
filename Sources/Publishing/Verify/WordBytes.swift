// Where words and numbers begin in UTF-8, byte by byte, without decoding.

/// What a byte means for the borders of words.
enum WordBytes {
  static let other: UInt8 = 0
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  /// A continuation byte: what its lead byte was.
  static let inherited: UInt8 = 3

  /// By byte. Lead bytes 0xC2 and 0xE2 are those of spaces, quotation marks and dashes.
  static let table: [UInt8] = (0...255).map { value in
    let byte = UInt8(value)
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return letter
    case 0x80...0xBF: return inherited
    case 0xC3...0xE1, 0xE3...0xF4: return letter
    default: return other
    }
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { table[Int(byte)] == digit }

  /// A letter or a digit; of characters of several bytes, the first byte.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    let kind = table[Int(byte)]
    return kind == letter || kind == digit
  }

  /// Where the first word or number of a text begins.
  static func start<Bytes: RandomAccessCollection>(of bytes: Bytes) -> Int
  where Bytes.Element == UInt8, Bytes.Index == Int {
    bytes.firstIndex(where: isAlphanumeric) ?? bytes.endIndex
  }
}
