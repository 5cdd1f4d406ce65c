// A walk over everything that a record holds, the records inside it included.

/// All values of a record, those of mappings and lists inside it included.
package enum RecordWalk {
  package static func values(of record: Record) -> [(spec: FieldSpec, located: Value.Located)] {
    var found: [(spec: FieldSpec, located: Value.Located)] = []
    visit(record) { found.append(($0, $1)) }
    return found
  }

  private static func visit(_ record: Record, _ body: (FieldSpec, Value.Located) -> Void) {
    for entry in record.entries { visit(entry.located, record.schema.fields[Int(entry.field)], body) }
  }

  private static func visit(_ located: Value.Located, _ spec: FieldSpec, _ body: (FieldSpec, Value.Located) -> Void) {
    switch located.value {
    case .record(let inner): visit(inner, body)
    case .list(let elements): for element in elements { visit(element, spec, body) }
    case .map(let entries): for entry in entries { visit(entry.value, spec, body) }
    default: body(spec, located)
    }
  }

  /// The values in fields of one sort, one by one; fields that hold none of it are not looked into. The body gets the
  /// entity and the position of the field, since most callers never need its declaration.
  static func visit(
    _ record: Record, where holds: (EntitySchema) -> [Bool], _ body: (EntitySchema, Int, Value.Located) -> Void
  ) {
    let isSuch = holds(record.schema)
    for entry in record.entries where isSuch[Int(entry.field)] {
      visit(entry.located, record.schema, Int(entry.field), holds, body)
    }
  }

  private static func visit(
    _ located: Value.Located, _ schema: EntitySchema, _ field: Int, _ holds: (EntitySchema) -> [Bool],
    _ body: (EntitySchema, Int, Value.Located) -> Void
  ) {
    switch located.value {
    case .record(let inner): visit(inner, where: holds, body)
    case .list(let elements): for element in elements { visit(element, schema, field, holds, body) }
    case .map(let entries): for entry in entries { visit(entry.value, schema, field, holds, body) }
    case .text, .localized, .markdown, .number, .day, .period, .moment, .boolean, .reference:
      body(schema, field, located)
    }
  }

  /// Whether records of an entity can hold a value of such a kind, in themselves or in what they hold.
  package static func holds(_ schema: EntitySchema, _ isSuch: (FieldKind) -> Bool) -> Bool {
    schema.fields.contains { holds($0.kind, isSuch) }
  }

  static func holds(_ kind: FieldKind, _ isSuch: (FieldKind) -> Bool) -> Bool {
    kind.contains { if case .record(let schema) = $0 { holds(schema, isSuch) } else { isSuch($0) } }
  }

  /// The record and the records inside it.
  package static func records(in record: Record) -> [Record] {
    [record] + record.writtenFields.flatMap { records(in: $0.located.value) }
  }

  private static func records(in value: Value) -> [Record] {
    switch value {
    case .record(let inner): records(in: inner)
    case .list(let elements): elements.flatMap { records(in: $0.value) }
    case .map(let entries): entries.flatMap { records(in: $0.value.value) }
    default: []
    }
  }
}
