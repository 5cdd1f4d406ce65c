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
