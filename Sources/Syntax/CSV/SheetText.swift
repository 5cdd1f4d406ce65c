// What stands in a cell of a sheet, behind what the file format and the spreadsheet's arithmetic put around it.

internal import Foundation

package enum SheetText {
  /// `_x000D_` is a sign that XML cannot hold, as a workbook writes it (ECMA-376, 22.4.2.4); line ends are LF; spaces at
  /// the ends are nobody's meaning.
  package static func decoded(_ text: String) -> String {
    var bytes = trimmed(Array(text.utf8))
    guard bytes.contains(UInt8(ascii: "_")) || bytes.contains(0x0D) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var decoded: [UInt8] = []
    while let byte = bytes.first {
      if byte == UInt8(ascii: "_"), let scalar = escaped(bytes) {
        if scalar != "\r" { decoded += UTF8.encode(scalar).map(Array.init) ?? [] }
        bytes = bytes.dropFirst(7)
      } else {
        if byte != 0x0D { decoded.append(byte) }
        bytes = bytes.dropFirst()
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// A text without the spaces at its ends, as two texts are compared.
  package static func trimmed(_ text: String) -> String {
    String(decoding: trimmed(Array(text.utf8)), as: UTF8.self)
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }

  /// The sign that `_xHHHH_` stands for.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let word = Array(bytes.prefix(7))
    guard word.count == 7, word[1] == UInt8(ascii: "x"), word[6] == UInt8(ascii: "_") else { return nil }
    return UInt32(String(decoding: word[2...5], as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }

  /// A number as a spreadsheet shows it: 15 digits. It stores 0.1 + 0.2 as 0.30000000000000004, and small and large ones
  /// with an exponent. What is no number comes back as it was.
  static func number(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isLong = bytes.count > 16 || bytes.contains { $0 | 0x20 == UInt8(ascii: "e") }
    guard isLong, bytes.first.map({ CSVForms.isDigit($0) || $0 == UInt8(ascii: "-") }) == true,
      let value = Double(text), value.isFinite
    else { return text }
    let rounded = Double(String(format: "%.15g", value)) ?? value
    return NSDecimalNumber(string: "\(rounded)").description(withLocale: nil)
  }
}
