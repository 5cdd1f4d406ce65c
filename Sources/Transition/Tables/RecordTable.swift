// Records of a flat collection → the rows of a table; reading them again gives the same records.

package import Languages
package import Syntax

package struct RecordTable {
  package private(set) var header: [String]
  /// What the first of the header's columns hold; keys of the writer's and claims follow.
  package let columns: [RecordColumn]
  package let rows: [[CSVWriter.Cell]]

  /// Nil for a collection that is no table. `decimals` is how the file will write numbers: a column in which one of
  /// them could be read as another number says so itself.
  package init?(
    _ records: [Record], of schema: EntitySchema, sourceLanguage: LanguageTag, decimals: CSVForms.Decimals
  ) {
    guard let flat = schema.flatColumns else { return nil }
    self.init(records, flat, sourceLanguage: sourceLanguage)
    for index in columns.indices where rows.contains(where: { Self.isAmbiguous($0[index]) }) {
      header[index] += " [\(decimals.rawValue)]"
    }
  }

  /// The records as a sheet of a workbook.
  package init(sheet records: [Record], of schema: EntitySchema, sourceLanguage: LanguageTag) {
    self.init(records, schema.sheetColumns, sourceLanguage: sourceLanguage, withClaims: false)
  }

  /// Cells of YAML that are longer than this, in bytes, are no cells for people; xlsx2csv would cut them, too.
  private static let longestYAML = 8000

  /// Without the columns that are too long for a workbook.
  package func fittingSheets() -> RecordTable {
    let kept = header.indices.filter { index in
      guard index < columns.count, case .yaml = columns[index].flat.shape else { return true }
      return rows.allSatisfy { row in
        if case .text(let text) = row[index] { text.utf8.count <= Self.longestYAML } else { true }
      }
    }
    return RecordTable(
      header: kept.map { header[$0] }, columns: kept.filter { $0 < columns.count }.map { columns[$0] },
      rows: rows.map { row in kept.map { row[$0] } })
  }

  private init(header: [String], columns: [RecordColumn], rows: [[CSVWriter.Cell]]) {
    (self.header, self.columns, self.rows) = (header, columns, rows)
  }

  private init(_ records: [Record], _ flat: [FlatColumn], sourceLanguage: LanguageTag, withClaims: Bool = true) {
    let columns = flat.flatMap { RecordColumn.columns($0, records, sourceLanguage) }
    let extras = Self.unique(records.flatMap { $0.extras.map(\.key) })
    let claims = !withClaims ? [] : Self.unique(records.flatMap { $0.claims.map(\.name) })
    rows = records.map { record in
      columns.map { $0.cell(record) }
        + extras.map { key in Self.cell(record.extras.first { $0.key == key }?.text) }
        + claims.map { name in Self.cell(record.claims.first { $0.name == name }?.text) }
    }
    header = columns.map(\.header) + extras + claims
    self.columns = columns
  }

  /// Each once, in the order of the first record that has it.
  static func unique(_ keys: [String]) -> [String] {
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }

  private static func cell(_ text: String?) -> CSVWriter.Cell { text.map { .text($0) } ?? .empty }

  private static func isAmbiguous(_ cell: CSVWriter.Cell) -> Bool {
    if case .number(let text) = cell { CSVForms.mayBeGrouped(text) } else { false }
  }
}

/// A column as it is written: of a family, one language or one key.
package struct RecordColumn: Sendable {
  package enum Part: Equatable, Sendable {
    /// What the name alone holds; of texts, those in the source language.
    case whole
    /// What the name alone holds where texts have columns of their own: the ids of records.
    case bare
    case key(String)
  }

  package let flat: FlatColumn
  package let part: Part

  package var header: String { if case .key(let key) = part { "\(flat.name).\(key)" } else { flat.name } }

  /// The columns that some record needs. Fields that matter have one even when all cells are empty.
  static func columns(_ flat: FlatColumn, _ records: [Record], _ source: LanguageTag) -> [RecordColumn] {
    let values = records.compactMap { value(of: flat.path[...], in: $0) }.filter(flat.holds)
    let keys = RecordTable.unique(values.flatMap(keys))
    guard flat.shape.isFamily, !keys.isEmpty else {
      let isNeeded = flat.path.count == 1 && flat.field.need != .optional && !flat.isMap
      return values.isEmpty && !isNeeded ? [] : [RecordColumn(flat: flat, part: .whole)]
    }
    let hasBare = values.contains { !isKeyed($0) }
    if keys == [source.code], !hasBare, !flat.isMap { return [RecordColumn(flat: flat, part: .whole)] }
    return (hasBare ? [RecordColumn(flat: flat, part: .bare)] : [])
      + keys.map { RecordColumn(flat: flat, part: .key($0)) }
  }

  func cell(_ record: Record) -> CSVWriter.Cell {
    guard let value = Self.value(of: flat.path[...], in: record), flat.holds(value) else { return .empty }
    if part == .bare, Self.isKeyed(value) { return .empty }
    if case .yaml = flat.shape { return .text(YAMLWriter.line(CellNode.node(value))) }
    switch value {
    case .list(let elements):
      let texts = elements.map { text($0.value) ?? "" }
      if texts.allSatisfy(\.isEmpty) { return .empty }
      return .text(TableList.joined(texts) + (texts.count == 1 && flat.isListOrValue ? " |" : ""))
    case .map(let entries):
      guard case .key(let key) = part, let entry = entries.first(where: { $0.key == key }) else { return .empty }
      return scalar(entry.value.value)
    default: return scalar(value)
    }
  }

  private func scalar(_ value: Value) -> CSVWriter.Cell {
    if case .number(let number) = value { return .number(number.description) }
    return text(value).map { .text($0) } ?? .empty
  }

  private func text(_ value: Value) -> String? {
    switch value {
    case .localized(let text), .markdown(let text):
      guard case .key(let code) = part else { return text.entries.first?.text }
      return text.entries.first { $0.language.code == code }?.text
    case .text(let text), .reference(let text): return isFamilyOfTexts ? nil : text
    case .day(let day): return day.iso
    case .period(let period): return period.code
    case .moment(let moment): return moment.description
    case .number(let number): return number.description
    case .boolean(let flag): return flag ? "true" : "false"
    case .list, .record, .map: return nil
    }
  }

  /// An id stands in the column of the bare name, not in one of a language.
  private var isFamilyOfTexts: Bool {
    if case .key = part { flat.shape.isFamily && !flat.isMap } else { false }
  }

  private static func value(of path: ArraySlice<String>, in record: Record) -> Value? {
    guard let name = path.first, let value = record.located(name)?.value else { return nil }
    guard path.count > 1 else { return value }
    guard case .record(let inner) = value else { return nil }
    return self.value(of: path.dropFirst(), in: inner)
  }

  /// The languages of a text, the keys of a mapping.
  private static func keys(_ value: Value) -> [String] {
    switch value {
    case .localized(let text), .markdown(let text): text.languages.map(\.code)
    case .list(let elements): elements.flatMap { keys($0.value) }
    case .map(let entries): entries.map(\.key)
    default: []
    }
  }

  private static func isKeyed(_ value: Value) -> Bool {
    switch value {
    case .localized, .markdown, .map: true
    case .list(let elements): elements.allSatisfy { isKeyed($0.value) }
    default: false
    }
  }
}

extension FlatColumn {
  var isMap: Bool { if case .map = shape { true } else { false } }

  /// A field may take a value or a mapping: each of its columns shows what it can hold.
  func holds(_ value: Value) -> Bool {
    switch (value, shape) {
    case (_, .yaml): true
    case (.record, _), (.list, .scalar), (.list, .map), (.map, .scalar), (.map, .list), (.map, .localized): false
    case (.localized, .scalar), (.markdown, .scalar), (.list, .localized): false
    case (.map, _): isMap
    default: !isMap
    }
  }
}
