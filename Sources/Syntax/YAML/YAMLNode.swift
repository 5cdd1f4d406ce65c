// A YAML value as it was written: every scalar is text with its place; what type it has, our schema decides.

/// A node of a YAML file. Scalars keep the writer's characters (`no`, `0123`, `1.10`, `8:30` stay what they are).
package struct YAMLNode: Sendable {
  package enum Value: Sendable {
    /// Text; `plain` when it was written without quotes.
    case scalar(String, plain: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// One `key: value` of a mapping, in the order of the file.
  package struct Entry: Sendable {
    package let key: String
    package let keySpan: SourceSpan
    package let value: YAMLNode

    package init(key: String, keySpan: SourceSpan, value: YAMLNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  package let value: Value
  package let span: SourceSpan

  package init(_ value: Value, _ span: SourceSpan) {
    self.value = value
    self.span = span
  }

  /// Nodes that the program makes; they stand nowhere in a file.
  package static func text(_ text: String) -> YAMLNode { YAMLNode(.scalar(text, plain: false), nowhere) }

  package static func list(_ elements: [YAMLNode]) -> YAMLNode { YAMLNode(.sequence(elements), nowhere) }

  package static func mapping(_ entries: [(key: String, value: YAMLNode)]) -> YAMLNode {
    YAMLNode(.mapping(entries.map { Entry(key: $0.key, keySpan: nowhere, value: $0.value) }), nowhere)
  }

  private static let nowhere = SourceSpan(at: 0)

  /// A scalar's text. An empty plain scalar (`key:`) is nothing, as is a plain `~` or `null`.
  package var text: String? {
    guard case .scalar(let text, let plain) = value else { return nil }
    return plain && (text.isEmpty || text == "~" || text == "null") ? nil : text
  }

  /// Whether the key stands there without a value.
  package var isEmpty: Bool {
    guard case .scalar(_, plain: true) = value else { return false }
    return text == nil
  }

  package var entries: [Entry]? {
    if case .mapping(let entries) = value { entries } else { nil }
  }

  package var elements: [YAMLNode]? {
    if case .sequence(let elements) = value { elements } else { nil }
  }

  /// The value of a key, when the node is a mapping that has it.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What a message calls the kind of this node.
  package var kindName: Message {
    switch value {
    case .scalar: isEmpty ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
