// The sheets of a workbook that belong to one collection → its records: rows of other sheets become lists in them.

package import Languages
package import Syntax

/// A collection in a workbook: its own sheet, and those of fields that hold many rows for each record.
package struct RecordSheets {
  package struct Rows {
    package let table: CSVTable
    package let field: FieldSpec
    let schema: EntitySchema

    package init(_ table: CSVTable, _ field: FieldSpec, _ schema: EntitySchema) {
      (self.table, self.field, self.schema) = (table, field, schema)
    }
  }

  package let schema: EntitySchema
  package let table: CSVTable
  package let rows: [Rows]

  package init(_ schema: EntitySchema, _ table: CSVTable, _ rows: [Rows]) {
    (self.schema, self.table, self.rows) = (schema, table, rows)
  }

  package func read(titles: FieldTitles, sourceLanguage: LanguageTag) -> RecordSheet {
    let header = TableHeader(sheet: schema, titles: titles)
    var records = TableRecords(table, header, sourceLanguage: sourceLanguage)
    // A row whose cells were all emptied but for its id is a record that is not there any more.
    var nodes = (records.node().elements ?? []).filter { node in
      schema.isSingle || (node.entries ?? []).contains { $0.key != "id" }
    }
    var problems: [Diagnostic] = []
    for part in rows { problems += add(part, to: &nodes, titles, sourceLanguage) }
    return RecordSheet(
      nodes, schema, records, header, sourceLanguage: sourceLanguage, problems: problems, others: rows.map(\.field.name)
    )
  }

  /// Puts rows of another sheet into the records whose ids they name.
  private func add(_ part: Rows, to nodes: inout [YAMLNode], _ titles: FieldTitles, _ language: LanguageTag)
    -> [Diagnostic]
  {
    let header = TableHeader(sheet: part.schema, titles: titles, parent: schema.isSingle ? nil : schema.name)
    var rows = TableRecords(part.table, header, sourceLanguage: language)
    var lists: [String: [YAMLNode]] = [:]
    var problems: [Diagnostic] = []
    let ids = Set(nodes.compactMap { $0["id"]?.text })
    for row in rows.node().elements ?? [] {
      // Where there is one record only, the rows are its own.
      let id = schema.isSingle ? "" : row[schema.name]?.text ?? ""
      guard schema.isSingle || ids.contains(id) else {
        problems.append(noRecord(id, row, part, among: ids.sorted()))
        continue
      }
      let entries = (row.entries ?? []).filter { $0.key != schema.name }
      lists[id, default: []].append(YAMLNode(.mapping(entries), row.span))
    }
    nodes = nodes.map { node in
      guard let list = lists[schema.isSingle ? "" : node["id"]?.text ?? ""], let first = list.first else { return node }
      let value = YAMLNode(.sequence(list), first.span)
      let entry = YAMLNode.Entry(key: part.field.name, keySpan: first.span, value: value)
      return YAMLNode(.mapping((node.entries ?? []) + [entry]), node.span)
    }
    return rows.diagnostics + problems
  }

  private func noRecord(_ id: String, _ row: YAMLNode, _ part: Rows, among ids: [String]) -> Diagnostic {
    let sheet = table.sheet?.name ?? schema.collection
    return Diagnostic(
      "V01", at: Place(part.table.file, row[schema.name]?.span ?? row.span),
      id.isEmpty ? "this row does not say whose \(part.field.name) it holds" : "there is no \(schema.name) \"\(id)\"",
      rule: "the column \(schema.name) holds an id of the sheet \(sheet)",
      help: id.isEmpty ? "write the id, or delete the row" : didYouMean(id, among: ids))
  }
}
