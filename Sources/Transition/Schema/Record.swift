// A record of the data as it was read: the values of its fields with their places. What is hidden is not in it.

package import Languages
package import Syntax

/// A record: an instance of an entity. Only fields that were written are kept.
package final class Record: Sendable {
  package struct Entry: Sendable {
    /// Index into the entity's fields.
    package let field: UInt8
    package let located: Value.Located
  }

  /// A derived value that somebody typed.
  package struct Claim: Sendable {
    package let name: String
    package let text: String
    package let span: SourceSpan
  }

  package let schema: EntitySchema
  package let file: SourceFile
  package let span: SourceSpan
  /// The record's id; empty for mappings inside a record.
  package let id: String
  package let entries: [Entry]
  /// Keys beginning with `x-`, kept as written; internal.
  package let extras: [(key: String, text: String)]
  /// Derived values that were typed all the same; a rule compares them with what comes out.
  package let claims: [Claim]
  /// Who may see it, by itself; embargo and party scope are judged at selection.
  package let audience: Audience
  /// The latest day on which something in it became a fact; nil when nothing in it is dated so.
  package let latestFact: Day?
  /// The narrowest audience that a field in it is for, down to the mappings inside it.
  package let narrowestField: Audience
  /// Before this day nobody outside the team sees it.
  package let embargo: Day?
  package let isProposed: Bool

  init(
    schema: EntitySchema, file: SourceFile, span: SourceSpan, id: String, entries: [Entry],
    extras: [(key: String, text: String)], claims: [Claim], audience: Audience, latestFact: Day?
  ) {
    self.schema = schema
    self.file = file
    self.span = span
    self.id = id
    self.entries = entries
    self.extras = extras
    self.claims = claims
    self.audience = audience
    self.latestFact = latestFact
    narrowestField = entries.reduce(.public) {
      max($0, schema.audiences[Int($1.field)], $1.located.value.narrowestField)
    }
    func value(_ position: Int?) -> Value? {
      position.flatMap { position in entries.first { $0.field == position }?.located.value }
    }
    embargo = value(schema.positions.embargoUntil).flatMap { Day.from($0) }
    isProposed = value(schema.positions.proposed).flatMap { Bool.from($0) } ?? false
  }

  package var place: Place { Place(file, span) }

  /// The value of a field, typed.
  package subscript<Value: FieldValue>(field: Field<Value>) -> Value? {
    located(field.spec.name).flatMap { Value.from($0.value) }
  }

  /// The value of a field by name, with its place.
  package func located(_ name: String) -> Value.Located? {
    guard let index = schema.index(of: name) else { return nil }
    for entry in entries where entry.field == index { return entry.located }
    return nil
  }

  /// The place of a field's value, or of the record when it has none.
  package func place(of name: String) -> Place { located(name).map { Place(file, $0.span) } ?? place }

  /// The fields that were written.
  package var writtenFields: [(spec: FieldSpec, located: Value.Located)] {
    entries.map { (schema.fields[Int($0.field)], $0.located) }
  }

  /// The record with only the values that `keep` lets through.
  func filtered(extras keepExtras: Bool, _ keep: (FieldSpec, Value.Located) -> Value.Located?) -> Record {
    let kept = entries.compactMap { entry in
      keep(schema.fields[Int(entry.field)], entry.located).map { Entry(field: entry.field, located: $0) }
    }
    return Record(
      schema: schema, file: file, span: span, id: id, entries: kept, extras: keepExtras ? extras : [], claims: claims,
      audience: audience, latestFact: latestFact)
  }
}
