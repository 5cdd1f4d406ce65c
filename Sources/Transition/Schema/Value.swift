// The value of a field after reading: typed by the field's declaration, with its place in the file.

package import Languages
package import Syntax

/// A typed value. What kinds there are, `FieldKind` says.
package enum Value: Sendable {
  case text(String)
  case localized(LocalizedText)
  /// Markdown in data: paragraphs, lists, emphasis, links; per language.
  case markdown(LocalizedText)
  case day(Day)
  case period(Period)
  case moment(Moment)
  case number(FixedDecimal)
  case boolean(Bool)
  /// The id of a record in another collection, or the name of a party.
  case reference(String)
  case list([Located])
  case record(Record)
  /// Values by a key that the writer chooses: go-live days by market.
  case map([(key: String, value: Located)])

  /// A value and where it stands.
  package struct Located: Sendable {
    package let value: Value
    package let span: SourceSpan
  }

  /// The narrowest audience that a field of a record inside it is for.
  var narrowestField: Audience {
    switch self {
    case .record(let record): max(record.narrowestField, record.extras.isEmpty ? .public : .internal)
    case .list(let elements): elements.reduce(.public) { max($0, $1.value.narrowestField) }
    case .map(let entries): entries.reduce(.public) { max($0, $1.value.value.narrowestField) }
    default: .public
    }
  }
}

/// What a typed field hands out. One line per type that a field can have.
package protocol FieldValue: Sendable {
  static func from(_ value: Value) -> Self?
}

extension String: FieldValue {
  package static func from(_ value: Value) -> String? {
    switch value {
    case .text(let text), .reference(let text): text
    default: nil
    }
  }
}

extension LocalizedText: FieldValue {
  package static func from(_ value: Value) -> LocalizedText? {
    switch value {
    case .localized(let text), .markdown(let text): text
    default: nil
    }
  }
}

extension Day: FieldValue {
  package static func from(_ value: Value) -> Day? { if case .day(let day) = value { day } else { nil } }
}

extension Period: FieldValue {
  package static func from(_ value: Value) -> Period? { if case .period(let period) = value { period } else { nil } }
}

extension Moment: FieldValue {
  package static func from(_ value: Value) -> Moment? { if case .moment(let moment) = value { moment } else { nil } }
}

extension FixedDecimal: FieldValue {
  package static func from(_ value: Value) -> FixedDecimal? { if case .number(let n) = value { n } else { nil } }
}

extension Bool: FieldValue {
  package static func from(_ value: Value) -> Bool? { if case .boolean(let flag) = value { flag } else { nil } }
}

extension Record: FieldValue {
  package static func from(_ value: Value) -> Record? { if case .record(let record) = value { record } else { nil } }
}

extension Array: FieldValue where Element: FieldValue {
  package static func from(_ value: Value) -> [Element]? {
    switch value {
    case .list(let elements): elements.compactMap { Element.from($0.value) }
    default: Element.from(value).map { [$0] }
    }
  }
}

/// Values by market or another key of the writer's.
package struct ValueMap: FieldValue {
  package let entries: [(key: String, value: Value.Located)]
  package static func from(_ value: Value) -> ValueMap? {
    if case .map(let entries) = value { ValueMap(entries: entries) } else { nil }
  }
}

/// A value whose type the code that uses it decides: a target is a number or a range.
package struct AnyValue: FieldValue {
  package let value: Value
  package static func from(_ value: Value) -> AnyValue? { AnyValue(value: value) }
}
