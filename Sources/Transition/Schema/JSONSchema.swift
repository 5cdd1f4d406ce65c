// The declarations of entities as JSON Schema, draft 07, which editors of YAML complete and check by.

import Foundation

/// A value of JSON; object keys are written in order, so that the same schema gives the same bytes.
package indirect enum JSONValue: Encodable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .list(let elements): try container.encode(elements)
    case .object(let entries): try container.encode(entries)
    }
  }

  /// The text of the value, indented, with a line end.
  package var serialized: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
  }
}

package enum JSONSchema {
  /// The schema of a file that holds records of an entity: a list of them, or one.
  package static func document(_ schema: EntitySchema) -> JSONValue {
    let record = object(schema).merging(visibility(schema)) { $1 }
    let body: [String: JSONValue] =
      schema.isOne ? record : ["type": .text("array"), "items": .object(record)]
    let head: [String: JSONValue] = [
      "$schema": .text("http://json-schema.org/draft-07/schema#"), "title": .text(schema.location),
      "description": .text("\(schema.summary) Read by \(schema.audience.rawValue) unless the record says otherwise."),
    ]
    return .object(body.merging(head) { $1 })
  }

  /// Who reads a record that says nothing. A mapping inside a record has no audience of its own, only its fields may.
  private static func visibility(_ schema: EntitySchema) -> [String: JSONValue] {
    let audience: [String: JSONValue] = ["x-audience": .text(schema.audience.rawValue)]
    return schema.isNeverPublic ? audience.merging(["x-never-public": .flag(true)]) { $1 } : audience
  }

  private static func object(_ schema: EntitySchema) -> [String: JSONValue] {
    var properties: [String: JSONValue] = [:]
    for field in schema.fields { properties[field.name] = property(field) }
    for derived in DerivedFields.all(of: schema) {
      properties[derived.spec.name] = described(
        derived.spec.kind, "Derived; it need not be written. \(derived.spec.summary)",
        audience: derived.spec.audience)
    }
    let required = schema.required.map { JSONValue.text($0.name) }
    var object: [String: JSONValue] = [
      "type": .text("object"), "properties": .object(properties), "additionalProperties": .flag(false),
      "patternProperties": .object(["^x-": .object([:])]),
    ]
    if !required.isEmpty { object["required"] = .list(required) }
    return object
  }

  private static func property(_ field: FieldSpec) -> JSONValue {
    var text = field.summary
    if field.need == .expected { text += " Expected: its absence is reported." }
    if let audience = field.audience { text += " Read by \(audience.rawValue) and narrower." }
    return described(field.kind, "\(text) (\(field.kind.form))", audience: field.audience)
  }

  private static func described(_ kind: FieldKind, _ description: String, audience: Audience? = nil) -> JSONValue {
    // A key that has no value yet counts as absent.
    let value: JSONValue = .object(["anyOf": .list([.object(type(kind)), .object(["type": .text("null")])])])
    guard case .object(let entries) = value else { return value }
    var notes: [String: JSONValue] = ["description": .text(description)]
    if let audience { notes["x-audience"] = .text(audience.rawValue) }
    return .object(entries.merging(notes) { $1 })
  }

  private static func type(_ kind: FieldKind) -> [String: JSONValue] {
    switch kind {
    case .identifier, .reference: pattern("^[a-z0-9-]{1,64}$")
    case .referenceOrText, .localized, .markdown: localized
    case .text, .party, .page, .timeZone: scalar
    case .day: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    case .period: pattern("^[0-9]{4}-([0-9]{2}|Q[1-4]|W[0-9]{2}|[0-9]{2}-[0-9]{2})$")
    case .month: pattern("^[0-9]{4}-[0-9]{2}$")
    case .quarter: pattern("^[0-9]{4}-Q[1-4]$")
    case .moment: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
    case .offset: pattern("^T([+-][0-9]{1,5}[mhd])?$")
    case .duration: pattern("^P[0-9YMWDTHS]+$")
    case .number(let bounds): number("number", bounds)
    case .integer(let bounds): number("integer", bounds)
    case .money: either([number("number", nil), pattern("^-?[0-9]+(\\.[0-9]+)?$")])
    case .boolean: ["type": .text("boolean")]
    case .choice(let names): choice(names)
    case .audience: choice(Audience.names)
    case .language: pattern("^[a-z]{2,3}(-[A-Za-z0-9]+)*$")
    case .country: pattern("^[A-Z]{2}$")
    case .currency: pattern("^[A-Z]{3}$")
    // One element may stand without brackets.
    case .list(let element): either([["type": .text("array"), "items": .object(type(element))], type(element)])
    case .record(let schema): object(schema)
    case .map(let element): ["type": .text("object"), "additionalProperties": .object(type(element))]
    case .either(let first, let second): either([type(first), type(second)])
    case .anyOf(let kinds): either(kinds.map(type))
    }
  }

  /// Any scalar: what looks like a number is text, too.
  private static let scalar: [String: JSONValue] = [
    "type": .list(["string", "number", "boolean"].map { .text($0) })
  ]

  private static let localized = either([
    scalar,
    [
      "type": .text("object"), "additionalProperties": .object(scalar),
      "propertyNames": .object(["pattern": .text("^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]),
    ],
  ])

  private static func pattern(_ pattern: String) -> [String: JSONValue] {
    // Ids and names may look like numbers; then only the program can say more.
    ["type": .list([.text("string"), .text("number")]), "pattern": .text(pattern)]
  }

  private static func choice(_ names: [String]) -> [String: JSONValue] { ["enum": .list(names.map { .text($0) })] }

  private static func number(_ type: String, _ bounds: ClosedRange<Int>?) -> [String: JSONValue] {
    guard let bounds else { return ["type": .text(type)] }
    return ["type": .text(type), "minimum": .number(bounds.lowerBound), "maximum": .number(bounds.upperBound)]
  }

  private static func either(_ types: [[String: JSONValue]]) -> [String: JSONValue] {
    ["anyOf": .list(types.map { .object($0) })]
  }
}
