// The bytes of an SVG → the parts of its XML, strictly: no entities but XML's own, no declarations but the first line.

/// A part of the file. What it says is decoded; `range` is where it stands.
struct SVGPart {
  enum Kind {
    case declaration, comment
    case text([UInt8])
    case start(name: String, [SVGAttribute], isEmpty: Bool)
    case end(name: String)
  }

  let kind: Kind
  let range: Range<Int>
}

struct SVGAttribute {
  let name: String
  /// With references replaced by what they stand for.
  let value: [UInt8]
  let offset: Int
}

/// XML 1.0 in UTF-8 without document types, entities of one's own and processing instructions.
struct SVGScanner {
  private let bytes: [UInt8]
  private(set) var at: Int
  private let first: Int

  init(_ bytes: [UInt8]) throws(ImageProblem) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.count == bytes.count, text.utf8.elementsEqual(bytes) else {
      throw ImageProblem(.damaged("it is not UTF-8"), at: zip(bytes, text.utf8).prefix { $0 == $1 }.count)
    }
    if let control = bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
      throw ImageProblem(.damaged("a control character"), at: control)
    }
    self.bytes = bytes
    first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    at = first
  }

  /// The next part; nil at the end.
  mutating func next() throws(ImageProblem) -> SVGPart? {
    guard at < bytes.count else { return nil }
    let start = at
    let kind = try kind()
    return SVGPart(kind: kind, range: start..<at)
  }

  private mutating func kind() throws(ImageProblem) -> SVGPart.Kind {
    let start = at
    if !has("<") { return .text(try text()) }
    if skip("<!--") {
      let content = try upTo("-->", start)
      guard content.isEmpty || !holdsTwoHyphens(content) else {
        throw ImageProblem(.damaged("a comment with -- in it"), at: start)
      }
      return .comment
    }
    if skip("<![CDATA[") { return .text(Array(bytes[try upTo("]]>", start)])) }
    if has("<!") { throw ImageProblem(.notAllowed("a document type or another declaration"), at: start) }
    if skip("<?") { return try declaration(start) }
    return skip("</") ? try end() : try element()
  }

  // MARK: Parts

  private mutating func declaration(_ start: Int) throws(ImageProblem) -> SVGPart.Kind {
    let content = bytes[try upTo("?>", start)]
    guard start == first, content.starts(with: "xml ".utf8) else {
      throw ImageProblem(.notAllowed("a processing instruction"), at: start)
    }
    let words = content.split { " \t\r\n=\"'".utf8.contains($0) }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    if let encoding = words.firstIndex(of: "encoding"), !words[encoding...].dropFirst().starts(with: ["utf-8"]) {
      throw ImageProblem(.damaged("it says that it is not UTF-8"), at: start)
    }
    return .declaration
  }

  private mutating func text() throws(ImageProblem) -> [UInt8] {
    let start = at
    while at < bytes.count, !has("<") {
      if has("]]>") { throw ImageProblem(.damaged("a ]]> in a text"), at: at) }
      at += 1
    }
    return try XMLReferences.decode(bytes, start..<at)
  }

  private mutating func end() throws(ImageProblem) -> SVGPart.Kind {
    let name = try name()
    skipSpace()
    try expect(">")
    return .end(name: name)
  }

  private mutating func element() throws(ImageProblem) -> SVGPart.Kind {
    try expect("<")
    let name = try name()
    var attributes: [SVGAttribute] = []
    var names: Set<String> = []
    while true {
      let hasSpace = skipSpace()
      if skip("/>") { return .start(name: name, attributes, isEmpty: true) }
      if skip(">") { return .start(name: name, attributes, isEmpty: false) }
      let start = at
      let attribute = try attribute()
      guard hasSpace, names.insert(attribute.name).inserted else {
        throw ImageProblem(.damaged("an attribute twice, or without a space before it"), at: start)
      }
      attributes.append(attribute)
    }
  }

  private mutating func attribute() throws(ImageProblem) -> SVGAttribute {
    let start = at
    let name = try name()
    skipSpace()
    try expect("=")
    skipSpace()
    let quote = has("'") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    try expect(quote == UInt8(ascii: "'") ? "'" : "\"")
    guard let end = bytes[at...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }) else {
      throw ImageProblem(.truncated, at: bytes.count)
    }
    guard bytes[end] == quote else { throw ImageProblem(.damaged("a < in an attribute"), at: end) }
    let value = try XMLReferences.decode(bytes, at..<end)
    at = end + 1
    return SVGAttribute(name: name, value: value, offset: start)
  }

  private mutating func name() throws(ImageProblem) -> String {
    let start = at
    while at < bytes.count, Self.isNameByte(bytes[at]) { at += 1 }
    guard at > start else {
      throw at < bytes.count
        ? ImageProblem(.damaged("a name is missing"), at: start) : ImageProblem(.truncated, at: start)
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Names of SVG are ASCII; others are only told apart.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-_.:".utf8.contains(byte)
    }
  }

  // MARK: Bytes

  private func has(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { at + $0.count <= bytes.count && bytes[at..<at + $0.count].elementsEqual($0) }
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    guard has(text) else { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  private mutating func expect(_ text: StaticString) throws(ImageProblem) {
    guard at < bytes.count else { throw ImageProblem(.truncated, at: at) }
    guard skip(text) else { throw ImageProblem(.damaged("a \(text) is missing"), at: at) }
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = at
    while at < bytes.count, " \t\r\n".utf8.contains(bytes[at]) { at += 1 }
    return at > start
  }

  /// What stands before an ending, which is skipped, too.
  private mutating func upTo(_ ending: StaticString, _ start: Int) throws(ImageProblem) -> Range<Int> {
    let from = at
    while at < bytes.count {
      if has(ending) {
        defer { at += ending.utf8CodeUnitCount }
        return from..<at
      }
      at += 1
    }
    throw ImageProblem(.truncated, at: start)
  }

  private func holdsTwoHyphens(_ range: Range<Int>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return bytes[range.upperBound - 1] == hyphen
      || range.dropLast().contains { bytes[$0] == hyphen && bytes[$0 + 1] == hyphen }
  }
}
