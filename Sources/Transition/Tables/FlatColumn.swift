// A collection as a table: which columns it has, and which part of a record each of them holds.

/// A column of a flat collection; of texts per language and of mappings by a free key, a family of columns.
package struct FlatColumn: Sendable {
  package enum Shape: Sendable {
    case scalar(FieldKind)
    /// One column for each language, `title.sv`; `title` alone is in the source language.
    case localized
    /// Elements separated by ` | `.
    case list(FieldKind)
    case localizedList
    /// One column for each key: `goLive.SE`.
    case map(FieldKind)

    /// Whether something follows the name: a language, or a key of the writer's.
    var isFamily: Bool {
      switch self {
      case .scalar, .list: false
      case .localized, .localizedList, .map: true
      }
    }
  }

  /// The field, and for a mapping the field inside it.
  package let path: [String]
  package let field: FieldSpec
  package let shape: Shape

  /// A value and a list of one are told apart by a stroke behind the one: `sound |`.
  var isListOrValue: Bool { if case .either = field.kind { true } else { false } }

  package var name: String { path.joined(separator: ".") }
}

extension EntitySchema {
  /// Its columns; nil for what is no list of records, and for a collection with a field that no column can hold.
  package var flatColumns: [FlatColumn]? {
    guard !isOne else { return nil }
    var columns: [FlatColumn] = []
    for field in fields {
      guard let found = Self.columns(field.kind, [field.name], field) else { return nil }
      columns += found
    }
    return columns
  }

  /// The fields that keep a collection from being a table.
  package var fieldsBeyondTables: [FieldSpec] { fields.filter { Self.columns($0.kind, [$0.name], $0) == nil } }

  private static func columns(_ kind: FieldKind, _ path: [String], _ field: FieldSpec) -> [FlatColumn]? {
    func one(_ shape: FlatColumn.Shape) -> [FlatColumn] { [FlatColumn(path: path, field: field, shape: shape)] }
    switch kind {
    case .localized, .markdown, .referenceOrText: return one(.localized)
    case .list(.localized), .list(.markdown): return one(.localizedList)
    case .list(let element): return element.isScalar ? one(.list(element)) : nil
    case .map(let element): return element.isScalar ? one(.map(element)) : nil
    case .record(let schema):
      // A mapping inside a mapping has no column.
      guard path.count == 1 else { return nil }
      return all(schema.fields.map { columns($0.kind, path + [$0.name], field) })
    case .either(let first, .list(let element)):
      return first.isScalar && element.isScalar ? one(.list(element)) : nil
    case .either(let first, let second): return all([columns(first, path, field), columns(second, path, field)])
    default: return one(.scalar(kind))
    }
  }

  private static func all(_ parts: [[FlatColumn]?]) -> [FlatColumn]? {
    parts.reduce([]) { found, part in part.flatMap { part in found.map { $0 + part } } }
  }
}

extension FieldKind {
  /// Whether one cell holds a value of it.
  var isScalar: Bool {
    switch self {
    case .localized, .markdown, .referenceOrText, .list, .record, .map: false
    case .either(let first, let second): first.isScalar && second.isScalar
    default: true
    }
  }
}
