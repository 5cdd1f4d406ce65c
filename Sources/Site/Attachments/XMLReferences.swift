// References in XML → the characters they stand for, so that nothing is hidden behind them. (XML 1.0, 4.1)

package enum XMLReferences {
  private static let named: [(name: [UInt8], character: UInt8)] = [
    (Array("lt".utf8), UInt8(ascii: "<")), (Array("gt".utf8), UInt8(ascii: ">")),
    (Array("amp".utf8), UInt8(ascii: "&")), (Array("quot".utf8), UInt8(ascii: "\"")),
    (Array("apos".utf8), UInt8(ascii: "'")),
  ]
  /// The longest is that of the last character there is.
  package static let longest = 10

  /// The bytes of a range with its references replaced.
  static func decode(_ bytes: [UInt8], _ range: Range<Int>) throws(ImageProblem) -> [UInt8] {
    var decoded: [UInt8] = []
    var at = range.lowerBound
    while let start = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      decoded += bytes[at..<start]
      let rest = bytes[start + 1..<min(range.upperBound, start + 1 + longest)]
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")), let character = character(rest[..<end]) else {
        throw ImageProblem(.notAllowed("an entity that XML does not have by itself"), at: start)
      }
      decoded += character
      at = end + 1
    }
    return decoded + bytes[at..<range.upperBound]
  }

  /// What stands between `&` and `;` as the bytes of the character that it means; nil for what XML does not know.
  package static func character(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    if let found = named.first(where: { $0.name.elementsEqual(reference) }) { return [found.character] }
    guard reference.first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = reference.dropFirst().first == UInt8(ascii: "x")
    let digits = String(decoding: reference.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
    guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value >= 0x20 || [9, 10, 13].contains(value),
      value & 0xFFFE != 0xFFFE, digits.utf8.first != UInt8(ascii: "+"), let scalar = Unicode.Scalar(value)
    else { return nil }
    return Array(String(scalar).utf8)
  }
}
