// A text of a language file with named gaps, such as `Link to {title}`.

/// A text split at its placeholders once, so that filling it in is only joining.
///
/// A placeholder is `{name}`, the name being ASCII letters, digits and hyphens. There is no escape: a text of the
/// interface that needs a brace of its own has yet to be seen, and a stray brace is nearly always a slip.
package struct MessagePattern: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case text(String)
    case placeholder(String)
  }

  package let pieces: [Piece]

  /// Nil if a brace is not part of a placeholder.
  package init?(_ source: String) {
    var pieces: [Piece] = []
    var rest = source.utf8[...]
    while let brace = rest.firstIndex(where: Self.isBrace) {
      guard rest[brace] == UInt8(ascii: "{") else { return nil }
      if brace > rest.startIndex { pieces.append(.text(String(Substring(rest[..<brace])))) }
      let name = rest[rest.index(after: brace)...].prefix(while: Self.isNameByte)
      guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: "}") else { return nil }
      pieces.append(.placeholder(String(Substring(name))))
      rest = rest[rest.index(after: name.endIndex)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(Substring(rest)))) }
    self.pieces = pieces
  }

  /// A text without placeholders, whatever it holds.
  package init(literal text: String) {
    pieces = [.text(text)]
  }

  /// The names of its placeholders, in the order of the text.
  package var placeholders: [String] {
    pieces.compactMap { piece in
      if case .placeholder(let name) = piece { name } else { nil }
    }
  }

  /// The text with its gaps filled. A gap without a value stays visible as `{name}`; braces in values are text.
  package func filled(with values: [String: String]) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let literal): text += literal
      case .placeholder(let name): text += values[name] ?? "{\(name)}"
      }
    }
  }

  private static func isBrace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
