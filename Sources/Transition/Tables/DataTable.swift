// A table of a project that is no collection: its columns are its own, and their kinds are seen from their cells.

package import Languages
package import Syntax

/// `tables/<name>.csv` in a project's folder. Its rows are records of an entity that the header declares.
package struct DataTable: Sendable {
  package let name: String
  package let schema: EntitySchema
  package let records: [Record]

  /// Tables are for the client's own people.
  package static let audience = Audience.internal

  /// Where it lies in the project's folder, and what a page may call it.
  package static func path(_ name: String) -> String { "tables/\(name)" }

  package static func read(
    _ table: CSVTable, name: String, languages: [LanguageTag], sourceLanguage: LanguageTag
  ) -> (table: DataTable, diagnostics: [Diagnostic]) {
    let columns = DataColumns(table, languages: languages)
    let schema = EntitySchema(
      name, collection: path(name), audience: audience, isNested: true, "A row of the table.", columns.fields)
    var rows = TableRecords(table, columns.columns, sourceLanguage: sourceLanguage)
    var reader = RecordReader(table.file, sourceLanguage: sourceLanguage)
    let records = reader.records(rows.node(), schema)
    let found = DataTable(name: name, schema: schema, records: records)
    return (found, (rows.diagnostics.isEmpty ? reader.diagnostics : rows.diagnostics).map(table.located))
  }
}

/// What the columns of a free table hold.
private struct DataColumns {
  private(set) var fields: [FieldSpec] = []
  private(set) var columns: [TableColumn] = []

  /// `languages` are those that a column's name may end with: `title.sv`.
  init(_ table: CSVTable, languages: [LanguageTag]) {
    let kinds = Self.kinds(table)
    for column in table.columns {
      guard !column.name.isEmpty, !columns.contains(where: { $0.isField(column.name) }) else {
        columns.append(.none)
        continue
      }
      let (name, language) = Self.split(column.name, languages)
      let kind = language == nil ? kinds[column.index] : .localized
      let spec = FieldSpec(name, kind, "A column of the table.")
      if !fields.contains(where: { $0.name == name }) { fields.append(spec) }
      let shape: FlatColumn.Shape = language == nil ? .scalar(kind) : .localized
      let flat = FlatColumn(path: [name], field: spec, shape: shape)
      columns.append(.field(flat, path: [name] + (language.map { [$0.code] } ?? [])))
    }
  }

  private static func split(_ name: String, _ languages: [LanguageTag]) -> (String, LanguageTag?) {
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.utf8.startIndex else {
      return (name, nil)
    }
    let ending = String(name[name.utf8.index(after: point)...])
    guard let language = LanguageTag(ending), languages.contains(language) else { return (name, nil) }
    return (String(name[..<point]), language)
  }

  /// Days or numbers when every cell is one, else texts. Cells that could be two days or two numbers count as such:
  /// then the reader reports them, unless the column says `[text]`.
  private static func kinds(_ table: CSVTable) -> [FieldKind] {
    var counts = table.columns.map { _ in (cells: 0, days: 0, numbers: 0) }
    for row in table.rows {
      for cell in row.cells where cell.column < counts.count {
        let index = cell.column
        let (cells, days, numbers) = counts[index]
        counts[index].cells += 1
        // What one cell is not, the column is not.
        guard days == cells || numbers == cells else { continue }
        let text = table.text(cell)
        if days == cells, isDay(text, table.columns[index].forms) { counts[index].days += 1 }
        if numbers == cells, isNumber(text, table.columns[index].forms) { counts[index].numbers += 1 }
      }
    }
    return zip(table.columns, counts).map { column, count -> FieldKind in
      if column.forms.isText || count.cells == 0 { return .text }
      return count.days == count.cells ? .day : count.numbers == count.cells ? .number(nil) : .text
    }
  }

  private static func isDay(_ text: String, _ forms: CSVForms) -> Bool {
    do throws(CSVValueProblem) { return Day(iso: try forms.day(text)) != nil } catch { return true }
  }

  private static func isNumber(_ text: String, _ forms: CSVForms) -> Bool {
    do throws(CSVValueProblem) { return FixedDecimal(try forms.number(text)) != nil } catch { return true }
  }
}

extension TableColumn {
  fileprivate func isField(_ name: String) -> Bool {
    if case .field(_, let path) = self { path == [name] } else { false }
  }
}
