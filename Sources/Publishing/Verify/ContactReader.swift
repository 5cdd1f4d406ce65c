// E-mail addresses and phone numbers in bytes: what people leave in a text without thinking.

/// An address or a number, in the form that two ways of writing it share.
struct Contact: Hashable, Sendable {
  enum Kind: String, Sendable { case email, phone }
  let kind: Kind
  /// An address in small letters; of a number the last seven digits, which every way of dialling it shares.
  let key: String
}

enum ContactReader {
  /// Every contact in a text, with where it stands.
  static func contacts(in text: UnsafeRawBufferPointer) -> [(contact: Contact, range: Range<Int>)] {
    var found: [(contact: Contact, range: Range<Int>)] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      var range: Range<Int>?
      if byte == UInt8(ascii: "@") {
        range = email(text, around: at)
        if let range { found.append((Contact(kind: .email, key: lowercased(text, range)), range)) }
      } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "0"), let number = phone(text, at) {
        found.append(number)
        range = number.range
      }
      at = max(at + 1, range?.upperBound ?? 0)
    }
    return found
  }

  // MARK: E-mail

  private static func email(_ text: UnsafeRawBufferPointer, around sign: Int) -> Range<Int>? {
    var start = sign
    while start > 0, isLocal(text[start - 1]) { start -= 1 }
    var end = sign + 1
    var lastPoint = sign
    while end < text.count, isDomain(text[end]) {
      if text[end] == UInt8(ascii: ".") { lastPoint = end }
      end += 1
    }
    // A full stop ends the sentence, not the address.
    while end > sign + 1, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    if lastPoint >= end { lastPoint = (sign + 1..<end).last { text[$0] == UInt8(ascii: ".") } ?? sign }
    return start < sign && lastPoint > sign + 1 && end - lastPoint > 2 ? start..<end : nil
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    byte < 0x80 && isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func lowercased(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: text[range]), as: UTF8.self).lowercased()
  }

  // MARK: Phone

  /// A number in its international form, or one that begins with the zero of its area and has at least nine digits.
  private static func phone(_ text: UnsafeRawBufferPointer, _ start: Int) -> (contact: Contact, range: Range<Int>)? {
    let isInternational = text[start] == UInt8(ascii: "+")
    guard !isJoined(text, start - 1, -1), start + 1 < text.count,
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(text[start + 1])
    else { return nil }
    var digits: [UInt8] = []
    var (at, end) = (isInternational ? start + 1 : start, start)
    while at < text.count {
      if isDigit(text[at]) {
        digits.append(text[at])
        at += 1
        end = at
      } else if let length = gap(text, at, isInternational) {
        at += length
      } else {
        break
      }
    }
    guard (isInternational ? 8...15 : 9...13).contains(digits.count), !isJoined(text, end, 1) else { return nil }
    return (Contact(kind: .phone, key: String(decoding: digits.suffix(7), as: UTF8.self)), start..<end)
  }

  /// The length of what may stand between two digits of a number, one sign at a time.
  private static func gap(_ text: UnsafeRawBufferPointer, _ at: Int, _ isInternational: Bool) -> Int? {
    func next(_ offset: Int) -> UInt8 { at + offset < text.count ? text[at + offset] : 0 }
    switch text[at] {
    case UInt8(ascii: " "), UInt8(ascii: "-"): return isDigit(next(1)) || next(1) == UInt8(ascii: "(") ? 1 : nil
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "."): return isInternational ? 1 : nil
    case 0xC2: return next(1) == 0xA0 && isDigit(next(2)) ? 2 : nil
    default: return nil
    }
  }

  /// Whether what stands beside a number makes it part of something longer: a word, a decimal, a version.
  private static func isJoined(_ text: UnsafeRawBufferPointer, _ at: Int, _ step: Int) -> Bool {
    guard text.indices.contains(at) else { return false }
    if isAlphanumeric(text[at]) { return true }
    let isLink = text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: "-")
    return isLink && text.indices.contains(at + step) && isDigit(text[at + step])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { WordBytes.table[Int(byte)] == WordBytes.digit }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || WordBytes.table[Int(byte)] == WordBytes.letter
  }
}
