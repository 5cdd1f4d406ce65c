// The text of HTML and XML without tags: programs for writing split words over them as they like.

import Glibc
import Site
import Syntax

/// Markup as its reader sees it. It takes whatever comes: what no tag closes is text.
struct MarkupText {
  private let source: [UInt8]
  /// Pages and drawings: there only the elements for letters stand inside words. In documents of offices all but those
  /// for paragraphs, cells and breaks do.
  private let isWeb: Bool
  private var text: [UInt8] = []

  /// The text; nil for what is no markup.
  static func text(of source: [UInt8]) -> [UInt8]? {
    let start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = source[start...].first(where: { $0 > 0x20 }), first == UInt8(ascii: "<") else { return nil }
    var reader = MarkupText(source)
    reader.read()
    return reader.text
  }

  private init(_ source: [UInt8]) {
    self.source = source
    let head = String(decoding: source.prefix(1024), as: UTF8.self).lowercased()
    isWeb = ["<html", "<!doctype html", "<svg", "<urlset"].contains { head.contains($0) }
  }

  private static let webInline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tspan", "tt", "u", "var",
    "wbr",
  ]
  private static let webCells: Set<String> = ["td", "th"]
  private static let documentBorders: Set<String> = [
    "p", "h", "br", "cr", "tab", "tc", "tr", "tbl", "s", "line-break", "list-item", "table-cell", "table-row", "si",
    "c", "row", "v", "f", "is", "comment", "title", "creator", "subject", "description", "keywords", "url", "loc",
    "lastmod",
  ]

  private mutating func read() {
    var at = 0
    while at < source.count {
      let next = source[at...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } ?? source.count
      text += source[at..<next]
      guard next < source.count else { return }
      at = source[next] == UInt8(ascii: "&") ? reference(next) : tag(next)
    }
  }

  /// Reads a reference; returns where it ends.
  private mutating func reference(_ start: Int) -> Int {
    let rest = source[start + 1..<min(source.count, start + 1 + XMLReferences.longest)]
    if let end = rest.firstIndex(of: UInt8(ascii: ";")) {
      if let character = Self.character(rest[..<end]) {
        text += character
        return end + 1
      }
    }
    text.append(source[start])
    return start + 1
  }

  private static func character(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    reference.elementsEqual("nbsp".utf8) ? [0xC2, 0xA0] : XMLReferences.character(reference)
  }

  /// Reads what begins with `<`; returns where it ends.
  private mutating func tag(_ start: Int) -> Int {
    if has("<!--", start) { return end("-->", start + 4) }
    if has("<![CDATA[", start) {
      let end = end("]]>", start)
      text += source[min(end, start + 9)..<max(min(end, start + 9), end - 3)]
      return end
    }
    if has("<?", start) { return end("?>", start) }
    var at = start + 1
    let isEnd = at < source.count && source[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    guard at < source.count, Self.isLetter(source[at]) || source[at] == UInt8(ascii: "!") else {
      text.append(source[start])
      return start + 1
    }
    let name = localName(at)
    if isBorder(name), text.last != 0x0A { text.append(0x0A) }
    // What stands in two cells is not one text, though nothing but space is between them.
    if isWeb, !isEnd, Self.webCells.contains(name) { text += ";\n".utf8 }
    return endOfTag(at)
  }

  private func isBorder(_ name: String) -> Bool {
    isWeb ? !Self.webInline.contains(name) : Self.documentBorders.contains(name)
  }

  /// `p` of `<w:p>`, in small letters.
  private func localName(_ start: Int) -> String {
    let name = source[start...].prefix(64).prefix {
      Self.isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains($0) || $0 == UInt8(ascii: "-")
    }
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self).lowercased()
  }

  /// Behind the `>` that closes a tag, not behind one in the value of an attribute.
  private func endOfTag(_ start: Int) -> Int {
    var quote: UInt8 = 0
    for at in start..<source.count {
      let byte = source[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      }
    }
    // A quotation mark that nothing closes hides nothing behind it.
    return source[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? source.count
  }

  private func has(_ text: StaticString, _ at: Int) -> Bool {
    at + text.utf8CodeUnitCount <= source.count
      && source[at..<at + text.utf8CodeUnitCount].elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func end(_ mark: String, _ start: Int) -> Int {
    ByteSearch.first(mark, in: source, from: start).map { $0 + mark.utf8.count } ?? source.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
