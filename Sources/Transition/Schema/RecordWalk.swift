// A walk over everything that a record holds, the records inside it included.

/// All values of a record, those of mappings and lists inside it included.
package enum RecordWalk {
  package static func values(of record: Record) -> [(spec: FieldSpec, located: Value.Located)] {
    record.writtenFields.flatMap { spec, located in values(located, spec) }
  }

  private static func values(_ located: Value.Located, _ spec: FieldSpec) -> [(spec: FieldSpec, located: Value.Located)]
  {
    switch located.value {
    case .record(let inner): values(of: inner)
    case .list(let elements): elements.flatMap { values($0, spec) }
    case .map(let entries): entries.flatMap { values($0.value, spec) }
    default: [(spec, located)]
    }
  }

  /// Whether records of an entity can hold a value of such a kind, in themselves or in what they hold.
  package static func holds(_ schema: EntitySchema, _ isSuch: (FieldKind) -> Bool) -> Bool {
    schema.fields.contains { holds($0.kind, isSuch) }
  }

  private static func holds(_ kind: FieldKind, _ isSuch: (FieldKind) -> Bool) -> Bool {
    switch kind {
    case .record(let schema): holds(schema, isSuch)
    case .list(let element), .map(let element): holds(element, isSuch)
    case .either(let first, let second): holds(first, isSuch) || holds(second, isSuch)
    case .anyOf(let kinds): kinds.contains { holds($0, isSuch) }
    default: isSuch(kind)
    }
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
