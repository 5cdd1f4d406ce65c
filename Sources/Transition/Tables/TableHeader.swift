// The header of a table → what each column holds of a record; unknown, doubtful and double columns are told apart.

import Languages
package import Syntax

/// What a column of a table holds.
package enum TableColumn: Sendable {
  /// A part of a field; `path` leads from the record to the cell: `title sv`, `residual p`, `goLive SE`.
  case field(FlatColumn, path: [String])
  /// A key of the writer's, kept as it is.
  case extra(String)
  /// A derived value, which the reader of records takes for a claim.
  case derived(String)
  /// Nothing, because it was reported or has no name.
  case none

  /// What no second column may hold.
  fileprivate var path: [String]? {
    switch self {
    case .field(_, let path): path
    case .extra(let key), .derived(let key): [key]
    case .none: nil
    }
  }
}

/// Reads the header for one entity.
package struct TableHeader {
  let schema: EntitySchema
  let columns: [FlatColumn]
  let titles: FieldTitles
  /// Columns that no field has become keys of the writer's.
  let keepsUnknown: Bool
  let parent: String?

  package init?(_ schema: EntitySchema, titles: FieldTitles, keepsUnknown: Bool = false) {
    guard let columns = schema.flatColumns else { return nil }
    self.schema = schema
    self.columns = columns
    self.titles = titles
    self.keepsUnknown = keepsUnknown
    parent = nil
  }

  /// The header of a sheet in a workbook. `parent` is the column that says whose record a row is.
  package init(sheet schema: EntitySchema, titles: FieldTitles, parent: String? = nil) {
    self.schema = schema
    columns = schema.sheetColumns
    self.titles = titles
    self.parent = parent
    keepsUnknown = true
  }

  package func read(_ table: CSVTable) -> (columns: [TableColumn], diagnostics: [Diagnostic]) {
    var found: [TableColumn] = []
    var diagnostics: [Diagnostic] = []
    var seen: [[String]: CSVColumn] = [:]
    for column in table.columns {
      let (meaning, problem) = column.name.isEmpty ? (.none, nil) : meaning(of: column, in: table)
      diagnostics += [problem].compactMap(\.self)
      guard let path = meaning.path, let first = seen[path] else {
        if let path = meaning.path { seen[path] = column }
        found.append(meaning)
        continue
      }
      diagnostics.append(.sameField(column, first, path, in: table))
      found.append(.none)
    }
    return (found, diagnostics + absent(found, table).map { Diagnostic.absent($0, schema, in: table) })
  }

  /// Fields that every record needs and no column holds: said once, not for each row.
  func absent(_ columns: [TableColumn], _ table: CSVTable) -> [FieldSpec] {
    let present = Set(columns.compactMap { $0.path?.first })
    // Of a workbook, some fields have a sheet of their own.
    let others = table.sheet == nil ? [] : schema.sheetFields.map(\.field.name)
    return table.rows.isEmpty ? [] : schema.required.filter { !present.contains($0.name) && !others.contains($0.name) }
  }

  private func meaning(of column: CSVColumn, in table: CSVTable) -> (TableColumn, Diagnostic?) {
    let meanings = meanings(of: column.name)
    if meanings.count > 1 { return (.none, .doubtful(column, meanings, in: table)) }
    if let meaning = meanings.first { return (meaning, nil) }
    return keepsUnknown ? (.extra(Self.extraKey(column)), nil) : (.none, .unknownColumn(column, self, in: table))
  }

  /// A whole header may be a title with a point in it; else its parts are field, member and language or key.
  private func meanings(of name: String) -> [TableColumn] {
    if name.utf8.starts(with: "x-".utf8) || name == parent { return [.extra(name)] }
    let whole = paths([name])
    if !whole.isEmpty { return whole }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let parted = paths(parts)
    if !parted.isEmpty { return parted }
    return DerivedFields.named(name, of: schema) == nil ? [] : [.derived(name)]
  }

  private func paths(_ parts: [String]) -> [TableColumn] {
    guard let first = parts.first else { return [] }
    return titles.fields(first, of: schema).compactMap { field in
      columns.lazy.filter { $0.path[0] == field }.compactMap { match($0, [field] + parts.dropFirst()) }.first
    }
  }

  private func match(_ column: FlatColumn, _ parts: [String]) -> TableColumn? {
    guard parts.count >= column.path.count else { return nil }
    for (part, step) in zip(parts, column.path) where FieldTitles.plain(part) != FieldTitles.plain(step) { return nil }
    let rest = Array(parts[column.path.count...])
    if rest.isEmpty {
      if case .map = column.shape { return nil }
      return .field(column, path: column.path)
    }
    guard rest.count == 1, column.shape.isFamily else { return nil }
    switch column.shape {
    case .map: return rest[0].isEmpty ? nil : .field(column, path: column.path + rest)
    default: return LanguageTag(rest[0]).map { .field(column, path: column.path + [$0.code]) }
    }
  }

  /// `Cost centre` becomes `x-cost-centre`.
  static func extraKey(_ column: CSVColumn) -> String {
    var key: [UInt8] = Array("x-".utf8)
    for scalar in column.name.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key += UTF8.encode(scalar).map(Array.init) ?? []
      } else if key.last != UInt8(ascii: "-") {
        key.append(UInt8(ascii: "-"))
      }
    }
    while key.count > 2, key.last == UInt8(ascii: "-") { key.removeLast() }
    return key.count > 2 ? String(decoding: key, as: UTF8.self) : "x-" + CSVColumn.letters(column.index).lowercased()
  }
}

extension Diagnostic {
  fileprivate static func unknownColumn(_ column: CSVColumn, _ header: TableHeader, in table: CSVTable) -> Diagnostic {
    let parts = column.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let names = header.columns.map(\.name)
    let near = suggestion(for: column.name, among: names + header.titles.titles(of: header.schema))
    var help = near.map { "did you mean \"\($0)\"?" as Message } ?? didYouMean(column.name, among: names)
    if parts.count > 1, names.contains(parts[0]) {
      help = "write \(parts[0]).sv for one language, or \(parts[0]) alone"
    }
    return Diagnostic(
      "V03", at: Place(table.file, column.span), "\"\(column.name)\" is not a field of \(header.schema.name)",
      rule: "a column is named like a field, or by the field's title; columns of your own begin with x-", help: help)
  }

  fileprivate static func absent(_ field: FieldSpec, _ schema: EntitySchema, in table: CSVTable) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(table.file, table.columns.first?.span ?? SourceSpan(at: 0)),
      "the table has no column \"\(field.name)\", which every \(schema.name) needs",
      rule: "a \(schema.name) has its \(field.name): \(field.summary)",
      help: "add a column \(field.name): \(field.kind.form)")
  }

  fileprivate static func doubtful(_ column: CSVColumn, _ meanings: [TableColumn], in table: CSVTable) -> Diagnostic {
    let names = meanings.compactMap { meaning -> String? in
      if case .field(let column, _) = meaning { column.name } else { nil }
    }
    return Diagnostic(
      "csv-header", at: Place(table.file, column.span),
      "\"\(column.name)\" may be more than one field: \(names.joined(separator: ", "))",
      rule: "a column is named like a field, or by a title that only one field has",
      help: "name the column \(names.first ?? "")")
  }

  fileprivate static func sameField(_ column: CSVColumn, _ first: CSVColumn, _ path: [String], in table: CSVTable)
    -> Diagnostic
  {
    Diagnostic(
      "csv-header", at: Place(table.file, column.span),
      "\"\(column.name)\" and \"\(first.name)\" are the same field: \(path.joined(separator: "."))",
      rule: "a field has one column", help: "delete one of them",
      related: [.init("the first one", Place(table.file, first.span))])
  }
}
