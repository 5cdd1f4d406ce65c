// Finds bare addresses in the bytes of a text, by the rules of GFM 0.29, 6.9.

enum AddressScanner {
  struct Address {
    let range: Range<Int>
    /// What stands before the words in the link's target: `http://`, `mailto:` or nothing.
    let prefix: String
  }

  static func addresses(in text: UnsafeBufferPointer<UInt8>) -> [Address] {
    var found: [Address] = []
    var at = 0
    var from = 0
    while at < text.count {
      let address: Address? =
        switch text[at] {
        case UInt8(ascii: "w"), UInt8(ascii: "h"): mayBegin(text, at) ? web(text, at) : nil
        case UInt8(ascii: "@"): mail(text, at, from: from)
        default: nil
        }
      if let address {
        found.append(address)
        at = address.range.upperBound
        from = at
      } else {
        at += 1
      }
    }
    return found
  }

  // MARK: Web

  /// At the start, after white space, or after `*`, `_`, `~`, `(`.
  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at == 0 || " \t*_~(".utf8.contains(text[at - 1])
  }

  private static func web(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Address? {
    let prefix: String
    let domain: Int
    if begins(text, start, "www.") {
      (prefix, domain) = ("http://", start)
    } else if begins(text, start, "https://") {
      (prefix, domain) = ("", start + 8)
    } else if begins(text, start, "http://") {
      (prefix, domain) = ("", start + 7)
    } else {
      return nil
    }
    guard let domainEnd = domainEnd(text, domain) else { return nil }
    var end = domainEnd
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<") { end += 1 }
    return Address(range: start..<trimmed(text, start..<end), prefix: prefix)
  }

  /// Segments of letters, digits, `-` and `_` with dots between, one dot at least, no `_` in the last two.
  private static func domainEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    var (dots, underscores, before) = (0, 0, 0)
    while end < text.count {
      if text[end] == UInt8(ascii: ".") {
        // An end of a sentence is no part of a domain.
        guard end + 1 < text.count, isDomainByte(text[end + 1]) else { break }
        (dots, before, underscores) = (dots + 1, underscores, 0)
      } else if text[end] == UInt8(ascii: "_") {
        underscores += 1
      } else if !isDomainByte(text[end]) {
        break
      }
      end += 1
    }
    return dots > 0 && underscores == 0 && before == 0 && end > start ? end : nil
  }

  /// Without punctuation at the end, without a parenthesis that opens outside, without what looks like an entity.
  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    var (opened, closed) = (0, 0)
    for at in range {
      if text[at] == UInt8(ascii: "(") { opened += 1 }
      if text[at] == UInt8(ascii: ")") { closed += 1 }
    }
    while end > range.lowerBound {
      let last = text[end - 1]
      if last == UInt8(ascii: ")"), closed > opened {
        closed -= 1
        end -= 1
      } else if last == UInt8(ascii: ";"), let entity = entityStart(text, range.lowerBound..<end - 1) {
        end = entity
      } else if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// Where `&` stands when letters and digits follow it up to the end.
  private static func entityStart(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var at = range.upperBound
    while at > range.lowerBound, isLetterOrDigit(text[at - 1]) { at -= 1 }
    return at > range.lowerBound && at < range.upperBound && text[at - 1] == UInt8(ascii: "&") ? at - 1 : nil
  }

  // MARK: E-mail

  private static func mail(_ text: UnsafeBufferPointer<UInt8>, _ sign: Int, from: Int) -> Address? {
    var start = sign
    while start > from, isDomainByte(text[start - 1]) || ".+".utf8.contains(text[start - 1]) { start -= 1 }
    guard start < sign else { return nil }
    var end = sign + 1
    var dots = 0
    while end < text.count {
      if text[end] == UInt8(ascii: ".") {
        guard end > sign + 1, end + 1 < text.count, isDomainByte(text[end + 1]) else { break }
        dots += 1
      } else if !isDomainByte(text[end]) {
        break
      }
      end += 1
    }
    guard dots > 0, isLetterOrDigit(text[end - 1]) else { return nil }
    return Address(range: start..<end, prefix: "mailto:")
  }

  // MARK: Bytes

  private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= text.count else { return false }
    return text[at..<at + length].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: length))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters beyond ASCII count: an international domain is written in its own letters.
  private static func isDomainByte(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
