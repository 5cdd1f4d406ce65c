// A text for people with values in it, kept apart: the English pattern names it, so that a language can say it its way.

/// What a message says. Written as a string with interpolations; `"\(name) is no page"` has the pattern `{1} is no page`,
/// by which a language file translates it, and the value of `name`. A value may be a message itself.
package struct Message: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
  package indirect enum Value: Sendable, Hashable {
    case text(String)
    case message(Message)
  }

  /// In English, with `{1}`, `{2}` … for the values.
  package let pattern: String
  package let values: [Value]

  package init(pattern: String, values: [Value]) {
    self.pattern = pattern
    self.values = values
  }

  package init(stringLiteral text: String) { self.init(pattern: text, values: []) }

  package init(stringInterpolation text: StringInterpolation) {
    self.init(pattern: text.pattern, values: text.values)
  }

  /// A text that is no message of the program: what a person or another program wrote.
  package init(verbatim text: String) { self.init(pattern: "{1}", values: [.text(text)]) }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var values: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + 3 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { pattern += literal }

    package mutating func appendInterpolation(_ message: Message) { append(.message(message)) }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.text(value.description))
    }

    private mutating func append(_ value: Value) {
      values.append(value)
      pattern += "{\(values.count)}"
    }
  }

  package var description: String { english }

  /// Two messages are the same when they say the same.
  package static func == (first: Message, second: Message) -> Bool { first.english == second.english }
  package func hash(into hasher: inout Hasher) { hasher.combine(english) }

  /// The text in English.
  package var english: String { filled { $0 } }

  /// The text with every pattern replaced by what `translate` makes of it.
  package func filled(_ translate: (String) -> String) -> String {
    // What is said as it is: most messages of rules, which are made by the thousand.
    if values.count == 1, case .text(let text) = values[0], pattern == "{1}" { return text }
    return Self.fill(
      translate(pattern),
      values.map { value in
        switch value {
        case .text(let text): text
        case .message(let message): message.filled(translate)
        }
      })
  }

  /// Puts values where `{1}`, `{2}` … stand; other braces are text.
  private static func fill(_ pattern: String, _ values: [String]) -> String {
    guard !values.isEmpty else { return pattern }
    var (filled, rest): ([UInt8], Substring.UTF8View) = ([], pattern[...].utf8)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")),
        let number = Int(String(Substring(rest[..<end]))), (1...values.count).contains(number)
      else {
        filled.append(byte)
        continue
      }
      filled += values[number - 1].utf8
      rest = rest[rest.index(after: end)...]
    }
    return String(decoding: filled, as: UTF8.self)
  }

  /// Messages one behind the other.
  package static func + (first: Message, second: Message) -> Message {
    Message(pattern: "{1}{2}", values: [.message(first), .message(second)])
  }
}
