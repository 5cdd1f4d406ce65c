// One table as records of a collection: rows become nodes, the reader of records checks them.

package import Languages
package import Syntax

package struct RecordSheet {
  package let records: [Record]
  /// The rows, in the form in which YAML would give them.
  package let nodes: [YAMLNode]
  package let diagnostics: [Diagnostic]
  /// The fields that it has columns or sheets for; what it says nothing about stays as it is.
  package private(set) var fields: Set<String> = []

  package static func read(_ table: CSVTable, _ header: TableHeader, sourceLanguage: LanguageTag) -> RecordSheet {
    var rows = TableRecords(table, header, sourceLanguage: sourceLanguage)
    let nodes = rows.node().elements ?? []
    return RecordSheet(nodes, header.schema, rows, header, sourceLanguage: sourceLanguage)
  }

  init(
    _ nodes: [YAMLNode], _ schema: EntitySchema, _ rows: TableRecords, _ header: TableHeader,
    sourceLanguage: LanguageTag, problems: [Diagnostic] = [], others: [String] = []
  ) {
    var reader = RecordReader(rows.table.file, sourceLanguage: sourceLanguage)
    let found = nodes.compactMap { reader.record($0, schema) }
    let tables = rows.diagnostics + problems
    // A cell that could not be understood has been reported; that it does not fit the field says nothing new.
    let reported = Set(tables.filter { $0.id == "csv-value" }.map(\.place.span))
    let absent = rows.absentFields(header).map { Diagnostic.missingMessage($0, schema) }
    let findings = reader.diagnostics.filter { finding in
      let isKnown = !finding.place.span.range.isEmpty && reported.contains(finding.place.span)
      return !isKnown && !absent.contains(finding.words.message)
    }
    (records, self.nodes, diagnostics) = (found, nodes, tables + findings)
    fields = rows.fields.union(others)
  }

  /// The records of rows that have been changed since: ids were given to them. What is wrong with them is known.
  package static func records(
    _ nodes: [YAMLNode], _ table: CSVTable, _ schema: EntitySchema, sourceLanguage: LanguageTag
  ) -> [Record] {
    var reader = RecordReader(table.file, sourceLanguage: sourceLanguage)
    return reader.records(YAMLNode(.sequence(nodes), SourceSpan(at: 0)), schema)
  }
}

extension Diagnostic {
  /// A collection that has more in a record than cells can hold.
  package static func noTable(_ schema: EntitySchema, _ place: Place) -> Diagnostic {
    let fields = schema.fieldsBeyondTables.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "csv-collection", at: place,
      schema.isOne
        ? "\(schema.collection) is one record, not a list" : "\(schema.collection) cannot be a table: it has \(fields)",
      rule: "a table holds records of single values, texts per language, lists of values and flat mappings",
      help: "write \(schema.location)")
  }
}
