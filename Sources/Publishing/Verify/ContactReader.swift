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
    byte < 0x80 && WordBytes.isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func lowercased(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: text[range]), as: UTF8.self).lowercased()
  }

  // MARK: Phone

  /// A number in its international form, or one that begins with the zero of its area, set off from the rest.
  private static func phone(_ text: UnsafeRawBufferPointer, _ start: Int) -> (contact: Contact, range: Range<Int>)? {
    let isInternational = text[start] == UInt8(ascii: "+")
    guard !isJoined(text, start - 1, -1), !followsNumber(text, start) else { return nil }
    var groups: [[UInt8]] = []
    var (at, end) = (isInternational ? start + 1 : start, start)
    while at < text.count, WordBytes.isDigit(text[at]) {
      let first = at
      while at < text.count, WordBytes.isDigit(text[at]) { at += 1 }
      groups.append(Array(text[first..<at]))
      end = at
      // After the area come spaces only; a second hyphen makes it a date or hours.
      guard let gap = gap(text, at, isWide: isInternational || groups.count == 1) else { break }
      at += gap
    }
    let digits = groups.flatMap(\.self)
    guard let first = groups.first, !isJoined(text, end, 1),
      isInternational
        ? (9...15).contains(digits.count) && digits[0] != UInt8(ascii: "0")
        : (9...14).contains(digits.count) && groups.count > 1 && (2...5).contains(first.count)
    else { return nil }
    return (Contact(kind: .phone, key: String(decoding: digits.suffix(7), as: UTF8.self)), start..<end)
  }

  /// Whether a number goes on with this one after a space, as an account number does.
  private static func followsNumber(_ text: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    start > 1 && text[start - 1] == 0x20 && WordBytes.isDigit(text[start - 2])
  }

  /// How many bytes stand between two groups of digits: a space, or around the area up to three signs.
  private static func gap(_ text: UnsafeRawBufferPointer, _ start: Int, isWide: Bool) -> Int? {
    var at = start
    while at < text.count, at - start < 4, !WordBytes.isDigit(text[at]) {
      switch text[at] {
      case 0x20: at += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"):
        guard isWide else { return nil }
        at += 1
      case 0xC2:
        guard at + 1 < text.count, text[at + 1] == 0xA0 else { return nil }
        at += 2
      default: return nil
      }
    }
    return at > start && at < text.count && WordBytes.isDigit(text[at]) ? at - start : nil
  }

  /// Whether what stands beside a number makes it part of something longer: a word, a decimal, a version.
  private static func isJoined(_ text: UnsafeRawBufferPointer, _ at: Int, _ step: Int) -> Bool {
    guard text.indices.contains(at) else { return false }
    if WordBytes.isAlphanumeric(text[at]) { return true }
    let isLink = text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: "-")
    return isLink && text.indices.contains(at + step) && WordBytes.isDigit(text[at + step])
  }
}
