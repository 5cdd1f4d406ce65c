// A text without what keeps its words apart from those that are looked for: line ends, special spaces, escapes.

import Foundation

enum TextForms {
  /// All white space is one space, what shows nothing is gone, and letters with accents are one character.
  static func folded(_ text: [UInt8]) -> [UInt8] {
    let text = composed(text)
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      if let length = space(text, at) {
        if folded.last != 0x20 { folded.append(0x20) }
        at += length
      } else if let length = invisible(text, at) {
        at += length
      } else {
        folded.append(text[at])
        at += 1
      }
    }
    return folded
  }

  private static func space(_ text: [UInt8], _ at: Int) -> Int? {
    func next(_ offset: Int) -> UInt8 { at + offset < text.count ? text[at + offset] : 0 }
    switch text[at] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return next(1) == 0xA0 ? 2 : nil
    case 0xE2:
      // Spaces of print, and the narrow one at which no line ends.
      let isSpace = next(1) == 0x80 && ((0x80...0x8A).contains(next(2)) || next(2) == 0xAF)
      return isSpace ? 3 : nil
    default: return nil
    }
  }

  /// Soft hyphens, joiners, and the mark at the beginning of a file.
  private static func invisible(_ text: [UInt8], _ at: Int) -> Int? {
    func next(_ offset: Int) -> UInt8 { at + offset < text.count ? text[at + offset] : 0 }
    switch text[at] {
    case 0xC2: return next(1) == 0xAD ? 2 : nil
    case 0xE2:
      let isJoiner = next(1) == 0x80 && (0x8B...0x8F).contains(next(2)) || next(1) == 0x81 && next(2) == 0xA0
      return isJoiner ? 3 : nil
    case 0xEF: return next(1) == 0xBB && next(2) == 0xBF ? 3 : nil
    default: return nil
    }
  }

  /// Accents that stand as characters of their own are joined with their letters, as people type them.
  private static func composed(_ text: [UInt8]) -> [UInt8] {
    let hasAccents = text.indices.dropLast().contains { at in
      text[at] == 0xCC || text[at] == 0xCD && text[at + 1] <= 0xAF
    }
    guard hasAccents else { return text }
    return Array(String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
  }

  /// Words that go on in the next line are whole.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    for byte in text {
      joined.append(byte)
      if byte == 0x0A, joined.suffix(2).first == UInt8(ascii: "-") { joined.removeLast(2) }
    }
    return joined
  }

  /// The rows of a table end with a separator too, else the last cell of one and the first of the next read as one text.
  static func rowsApart(_ table: [UInt8]) -> [UInt8] {
    var rows: [UInt8] = []
    var isQuoted = false
    for byte in table {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted { rows.append(UInt8(ascii: ";")) }
      rows.append(byte)
    }
    return rows
  }

  /// Addresses as they are read: `%20` is a space. nil where nothing is escaped.
  static func percentDecoded(_ text: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    var (at, isChanged) = (0, false)
    while let sign = text[at...].firstIndex(of: UInt8(ascii: "%")) {
      decoded += text[at..<sign]
      if sign + 2 < text.count, let high = hexadecimal(text[sign + 1]), let low = hexadecimal(text[sign + 2]) {
        decoded.append(high << 4 | low)
        (at, isChanged) = (sign + 3, true)
      } else {
        decoded.append(text[sign])
        at = sign + 1
      }
    }
    return isChanged ? decoded + text[at...] : nil
  }

  /// The words of a form in an address stand apart by plus signs. nil where there are none.
  static func withoutPlus(_ text: [UInt8]) -> [UInt8]? {
    text.contains(UInt8(ascii: "+")) ? text.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 } : nil
  }

  /// A name of a file with spaces where people write lines instead.
  static func withoutLowLines(_ name: [UInt8]) -> [UInt8] { name.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 } }

  /// A page's source without the marks that give pieces of a sentence another look.
  static func withoutMarks(_ text: [UInt8]) -> [UInt8] { text.filter { !marks.contains($0) } }

  private static let marks = Set("*_`[]\\".utf8)

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
