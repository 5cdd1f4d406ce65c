// Markup → bytes: the one place where escaping happens. It works on bytes: a quote followed by a combining mark is one
// Swift `Character`, and would pass an escaper that compares characters.

extension Markup {
  /// The tree as HTML.
  package func serialized() -> HTML { HTML(bytes: Serializer(markup: self, syntax: .html).run()) }

  /// The tree as XML: empty elements are closed.
  package func serializedXML() -> [UInt8] { Serializer(markup: self, syntax: .xml).run() }
}

/// Escapes text for HTML and XML content and quoted attribute values, byte by byte.
package func escaped(_ text: String) -> String {
  var output: [UInt8] = []
  appendEscaped(text, to: &output)
  return String(decoding: output, as: UTF8.self)
}

/// Appends text, escaped as `escaped` does it.
package func appendEscaped(_ text: String, to output: inout [UInt8]) {
  var text = text
  text.withUTF8 { Serializer.escape($0, into: &output) }
}

struct Serializer {
  enum Syntax { case html, xml }

  let markup: Markup
  let syntax: Syntax

  func run() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(markup.bytes.count + markup.nodes.count * 12)
    markup.bytes.withUnsafeBufferPointer { bytes in
      var openTag: Markup.Kind?
      for node in markup.nodes {
        if let kind = openTag, node.kind != .attribute, node.kind != .address {
          openTag = nil
          let isEmpty = syntax == .xml && (kind == .void || node.kind == .close)
          if isEmpty { output.append(UInt8(ascii: "/")) }
          output.append(UInt8(ascii: ">"))
          if isEmpty, kind == .open { continue }
        }
        let value = UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
        switch node.kind {
        case .open, .void:
          output.append(UInt8(ascii: "<"))
          append(node.name, to: &output)
          openTag = node.kind
        case .attribute: attribute(node.name, value, &output, Self.escape)
        case .address: attribute(node.name, value, &output, Self.escapeAddress)
        case .close:
          output.append(UInt8(ascii: "<"))
          output.append(UInt8(ascii: "/"))
          append(node.name, to: &output)
          output.append(UInt8(ascii: ">"))
        case .text: Self.escape(value, into: &output)
        case .serialized: output.append(contentsOf: value)
        }
      }
      if let kind = openTag { output.append(contentsOf: syntax == .xml && kind == .void ? "/>".utf8 : ">".utf8) }
    }
    return output
  }

  private func attribute(
    _ name: StaticString, _ value: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8],
    _ escape: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: " "))
    append(name, to: &output)
    output.append(UInt8(ascii: "="))
    output.append(UInt8(ascii: "\""))
    escape(value, &output)
    output.append(UInt8(ascii: "\""))
  }

  private func append(_ name: StaticString, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// `& < > "` become references; every other byte stays.
  static func escape(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var from = 0
    for at in 0..<text.count {
      let reference: StaticString
      switch text[at] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      default: continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<at]))
      output.append(contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      from = at + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[from...]))
  }

  /// An address in an attribute: bytes outside RFC 3986's sets are percent-encoded, as CommonMark's reference does it.
  static func escapeAddress(_ address: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var from = 0
    for at in 0..<address.count where !isAddressByte(address[at]) {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: address[from..<at]))
      switch address[at] {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
      case let byte: output.append(contentsOf: [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)])
      }
      from = at + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: address[from...]))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
      UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
      UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
