// E-mail addresses, phone numbers and amounts in a text, with the places where they begin.

import Syntax

/// A value that somebody should know of before a text is published.
struct DisclosedValue {
  let kind: DisclosureItem.Kind
  /// The same for two ways of writing it.
  let name: String
  let text: String
  /// Where it begins, in bytes.
  let offset: Int

  static func all(in text: ArraySlice<UInt8>) -> [DisclosedValue] {
    text.withUnsafeBytes { bytes in
      let contacts = ContactReader.contacts(in: bytes)
      return contacts.map { contact(bytes, $0.contact, $0.range) } + amounts(bytes, outside: contacts.map(\.range))
    }
  }

  /// All digits of a number: its last seven would make one of two numbers that differ in their area.
  private static func contact(_ text: UnsafeRawBufferPointer, _ contact: Contact, _ range: Range<Int>) -> DisclosedValue
  {
    let written = String(decoding: UnsafeRawBufferPointer(rebasing: text[range]), as: UTF8.self)
    switch contact.kind {
    case .email: return DisclosedValue(kind: .email, name: contact.key, text: written, offset: range.lowerBound)
    case .phone:
      let kept = written.unicodeScalars.filter { $0 == "+" || ("0"..."9").contains($0) }
      let digits = String(String.UnicodeScalarView(kept))
      return DisclosedValue(kind: .phone, name: digits, text: written, offset: range.lowerBound)
    }
  }

  /// Numbers that stand by themselves: not within a phone number, a word, an address or behind a decimal point.
  private static func amounts(_ text: UnsafeRawBufferPointer, outside contacts: [Range<Int>]) -> [DisclosedValue] {
    var found: [DisclosedValue] = []
    var contacts = contacts[...]
    var at = 0
    while at < text.count {
      if let contact = contacts.first, at >= contact.lowerBound {
        at = max(at, contact.upperBound)
        contacts = contacts.dropFirst()
        continue
      }
      guard WordBytes.isDigit(text[at]) else {
        at += 1
        continue
      }
      let start = at
      var values: [UInt64] = []
      at = max(at + 1, AmountReader.read(text, at: at) { values.append($0) })
      // Where groups stand apart by spaces, the first is the whole.
      if let value = values.first, standsAlone(text, start), !isStandard(text, start) {
        found.append(amount(value, at: start))
      }
    }
    return found
  }

  private static func standsAlone(_ text: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = text[start - 1]
    switch before {
    case UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "/"): return false
    case UInt8(ascii: "."), UInt8(ascii: ","):
      return start < 2 || !WordBytes.isDigit(text[start - 2])
    default: return WordBytes.table[Int(before)] == WordBytes.other || before >= 0x80
    }
  }

  /// The number of a standard: ISO 27001, ISO/IEC 20000, EN 18295.
  private static func isStandard(_ text: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    ["ISO ", "IEC ", "EN ", "DIN "].contains { name in
      start >= name.utf8.count && text[(start - name.utf8.count)..<start].elementsEqual(name.utf8)
    }
  }

  static func amount(_ value: UInt64, at offset: Int) -> DisclosedValue {
    DisclosedValue(kind: .amount, name: String(value), text: grouped(value), offset: offset)
  }

  /// `522,850`, as the language of the command line writes it.
  private static func grouped(_ value: UInt64) -> String {
    let digits = Array(String(value).utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
