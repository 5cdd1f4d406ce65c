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
    /// What no cell holds by itself, written as in a data file: `[{ day: mon, hours: "9-17" }]`. In workbooks only.
    case yaml

    /// Whether something follows the name: a language, or a key of the writer's.
    /// What a cell of it holds.
    package var cellKind: FieldKind {
      switch self {
      case .scalar(let kind), .list(let kind), .map(let kind): kind
      case .localized, .localizedList, .yaml: .text
      }
    }

    var isFamily: Bool {
      switch self {
      case .scalar, .list, .yaml: false
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

  /// Its columns in a workbook: all fields but those that have sheets of their own.
  package var sheetColumns: [FlatColumn] {
    fields.filter { rows(of: $0) == nil }.flatMap { field in
      Self.columns(field.kind, [field.name], field) ?? [FlatColumn(path: [field.name], field: field, shape: .yaml)]
    }
  }

  /// The fields whose records have a sheet of their own in a workbook, a row each: measurements of KPIs.
  package var sheetFields: [(field: FieldSpec, rows: EntitySchema)] {
    fields.compactMap { field in rows(of: field).map { (field, $0) } }
  }

  /// The entity of a list of mappings whose fields all fit into cells, where Excel takes the name of their sheet.
  private func rows(of field: FieldSpec) -> EntitySchema? {
    guard case .list(.record(let rows)) = field.kind, rows.fieldsBeyondTables.isEmpty,
      "\(collection).\(field.name)".utf16.count <= Self.longestSheetName
    else { return nil }
    return rows
  }

  /// In UTF-16 units, as Excel counts.
  package static let longestSheetName = 31

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
