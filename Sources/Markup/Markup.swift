// An HTML, SVG or XML tree, held flat in document order, and built by calls that nest as the elements do.

package import Syntax

/// A tree of markup. Names are literals of the program, texts and values are data: the types keep the two apart, and the
/// serialiser escapes every text and value (`Serializer.swift`). Nothing else in the house writes markup.
package struct Markup: Sendable {
  enum Kind: UInt8, Sendable {
    /// An element begins; its attributes follow, then its content, then `close`.
    case open, attribute, address, close
    /// An element that never has content or an end tag: `br`, `img`, `meta`.
    case void
    case text
    /// Markup that was serialised before, or that the site's owner allowed to stand as it is.
    case serialized
  }

  struct Node: Sendable {
    let kind: Kind
    let name: StaticString
    let start: Int32
    let end: Int32
  }

  var nodes: [Node] = []
  /// The texts and values of all nodes, unescaped, one after the other.
  var bytes: [UInt8] = []

  package init() {}

  package var isEmpty: Bool { nodes.isEmpty }

  // MARK: Elements

  /// Adds an element around what `content` adds.
  package mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout Markup) -> Void = { _ in }
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Adds an element that holds one text.
  package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  package mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    nodes.append(Node(kind: .open, name: name, start: 0, end: 0))
    for attribute in attributes { self.attribute(attribute) }
  }

  /// Adds an element of HTML that has no content and no end tag.
  package mutating func void(_ name: StaticString, _ attributes: [Attribute] = []) {
    nodes.append(Node(kind: .void, name: name, start: 0, end: 0))
    for attribute in attributes { self.attribute(attribute) }
  }

  package mutating func close(_ name: StaticString) {
    nodes.append(Node(kind: .close, name: name, start: 0, end: 0))
  }

  // MARK: Attributes

  /// An attribute of an element. Addresses are a type of their own, so that no unchecked text becomes a link.
  package struct Attribute: Sendable {
    enum Value: Sendable {
      case text(String)
      case literal(StaticString)
      case address(WebAddress)
    }
    let name: StaticString
    let value: Value

    package static func text(_ name: StaticString, _ value: String) -> Attribute {
      .init(name: name, value: .text(value))
    }
    package static func href(_ value: WebAddress) -> Attribute { .init(name: "href", value: .address(value)) }
    package static func src(_ value: WebAddress) -> Attribute { .init(name: "src", value: .address(value)) }
    package static func `class`(_ value: StaticString) -> Attribute {
      .init(name: "class", value: .literal(value))
    }
    package static func id(_ value: String) -> Attribute { .text("id", value) }
    package static func label(_ value: String) -> Attribute { .text("aria-label", value) }
    package static func language(_ value: String) -> Attribute { .text("lang", value) }
  }

  /// Adds an attribute to the element that was opened last; before any content.
  package mutating func attribute(_ attribute: Attribute) {
    switch attribute.value {
    case .text(let value): append(.attribute, attribute.name, value)
    case .literal(let value):
      append(.attribute, attribute.name, UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    case .address(let value): append(.address, attribute.name, value.bytes)
    }
  }

  // MARK: Content

  package mutating func text(_ text: String) { append(.text, "", text) }

  package mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { append(.text, "", bytes) }

  /// Adds markup that was serialised before.
  package mutating func append(_ html: HTML) { append(.serialized, "", html.bytes) }

  /// Adds raw markup of the site's authors, where the site's settings allow it. Never for data.
  package mutating func append(allowedByTheSite bytes: [UInt8]) { append(.serialized, "", bytes) }

  /// Adds another tree.
  package mutating func append(_ other: Markup) {
    let shift = Int32(bytes.count)
    bytes.append(contentsOf: other.bytes)
    nodes.reserveCapacity(nodes.count + other.nodes.count)
    for node in other.nodes {
      nodes.append(Node(kind: node.kind, name: node.name, start: node.start + shift, end: node.end + shift))
    }
  }

  private mutating func append(_ kind: Kind, _ name: StaticString, _ value: String) {
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    nodes.append(Node(kind: kind, name: name, start: Int32(start), end: Int32(bytes.count)))
  }

  private mutating func append(_ kind: Kind, _ name: StaticString, _ value: [UInt8]) {
    value.withUnsafeBufferPointer { append(kind, name, $0) }
  }

  private mutating func append(_ kind: Kind, _ name: StaticString, _ value: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: value)
    nodes.append(Node(kind: kind, name: name, start: Int32(start), end: Int32(bytes.count)))
  }
}

/// Serialised markup. Only a serialiser makes one, so that a text cannot pass for markup.
package struct HTML: Sendable {
  package let bytes: [UInt8]
}
