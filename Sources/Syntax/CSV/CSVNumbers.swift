// Numbers of a table: decimal comma or point, and groups of three digits where the table says which is which.

extension CSVForms {
  /// A number with a point before its decimals and no groups. What is no number comes back as it was, for the field
  /// to judge; what might be two numbers is a problem.
  package func number(_ text: String) throws(CSVValueProblem) -> String {
    let text = isSheet ? SheetText.number(text) : text
    let bytes = Self.plain(text)
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard let first = digits.first, Self.isDigit(first), digits.allSatisfy({ Self.isDigit($0) || Self.isMark($0) })
    else { return text }
    let sign = digits.count == bytes.count ? "" : "-"
    if digits.allSatisfy(Self.isDigit) { return sign + String(decoding: digits, as: UTF8.self) }
    let isNumber = [UInt8(ascii: ","), UInt8(ascii: ".")].contains { Self.number(digits, mark: $0) != nil }
    guard decimals != nil || isNumber else { return text }
    guard let decimals else { return sign + (try undeclared(digits, text)) }
    let mark = decimals == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    guard let number = Self.number(digits, mark: mark) else { throw Self.otherForm(text, decimals) }
    return sign + number
  }

  /// Without a declaration: a point is a decimal point, and one comma is a decimal comma where commas do not separate
  /// cells; `1,234` and `1.234` might be a thousand there.
  private func undeclared(_ digits: ArraySlice<UInt8>, _ text: String) throws(CSVValueProblem) -> String {
    let (comma, point) = (UInt8(ascii: ","), UInt8(ascii: "."))
    let marks = digits.filter(Self.isMark)
    guard marks.count == 1, let mark = marks.first, mark == point || mark == comma && !isCommaSeparated,
      isCommaSeparated || isSheet && mark == point || !Self.isGroup(digits, mark),
      let number = Self.number(digits, mark: mark)
    else { throw Self.undeclaredNumber(text) }
    return number
  }

  /// Whether a number with a decimal point, written with either sign, could be taken for one with a group of three.
  package static func mayBeGrouped(_ number: String) -> Bool {
    let bytes = Array(number.utf8)
    return isGroup(bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...], UInt8(ascii: "."))
  }

  /// Digits in ASCII: minus sign and the spaces that group digits are written in several ways.
  private static func plain(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2212}": bytes.append(UInt8(ascii: "-"))
      case "\u{A0}", "\u{202F}", "\u{2009}", " ": bytes.append(0x20)
      case "\u{2019}", "'": bytes.append(UInt8(ascii: "'"))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), 0x20: true
    default: false
    }
  }

  /// `1,234`: one to three digits that do not begin with 0, a mark, three digits.
  private static func isGroup(_ digits: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
    let parts = digits.split(separator: mark, omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[0].first != UInt8(ascii: "0")
      && parts[1].count == 3
  }

  /// Takes the groups out and puts a point before the decimals; nil when the groups are not of three digits each, with
  /// the same mark between all of them.
  private static func number(_ digits: ArraySlice<UInt8>, mark: UInt8) -> String? {
    let halves = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count <= 2, halves.dropFirst().allSatisfy({ isAllDigits($0) }) else {
      return nil
    }
    var number = Array(whole)
    if let group = whole.first(where: isMark) {
      let groups = whole.split(separator: group, omittingEmptySubsequences: false)
      guard (1...3).contains(groups[0].count), groups.allSatisfy(isAllDigits),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      number = Array(groups.joined())
    }
    if halves.count == 2 { number += [UInt8(ascii: ".")] + halves[1] }
    return String(decoding: number, as: UTF8.self)
  }

  private static func isAllDigits(_ digits: ArraySlice<UInt8>) -> Bool { !digits.isEmpty && digits.allSatisfy(isDigit) }

  private static func undeclaredNumber(_ text: String) -> CSVValueProblem {
    CSVValueProblem(
      message: "\"\(text)\" may be more than one number",
      rule: "3.5 is certain, and 3,5 where ; or tab separates cells; groups of digits are read as the table says",
      help: "write [comma] or [point] behind the column's name, or # decimals: comma as the first line")
  }

  private static func otherForm(_ text: String, _ decimals: Decimals) -> CSVValueProblem {
    CSVValueProblem(
      message: "\"\(text)\" is not written as its column says (decimals: \(decimals.rawValue))",
      rule: decimals == .comma ? "a number is 1.234,50 or 1234,50 here" : "a number is 1,234.50 or 1234.50 here",
      help: "correct the number, or the declaration")
  }
}
