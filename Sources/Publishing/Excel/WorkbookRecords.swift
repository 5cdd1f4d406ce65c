// Which sheet of a workbook is which collection, and what records the sheets give.

import Languages
import Site
import Syntax
import Transition

/// The collections of a workbook.
struct WorkbookRecords {
  struct Collection {
    let schema: EntitySchema
    let sheet: RecordSheet
  }

  private(set) var collections: [Collection] = []
  private(set) var diagnostics: [Diagnostic]
  let tables: [CSVTable]

  /// The sheet that explains the others, in every language.
  static let guide = "Staffetta"

  init(_ workbook: Workbook, titles: FieldTitles, sourceLanguage: LanguageTag) {
    (tables, diagnostics) = (workbook.sheets.map(\.table), workbook.diagnostics)
    var own: [(schema: EntitySchema, table: CSVTable)] = []
    var rows: [(schema: EntitySchema, part: RecordSheets.Rows)] = []
    for (table, problems) in workbook.sheets {
      switch Self.meaning(of: table, titles) {
      case .collection(let schema):
        diagnostics += problems
        if let first = own.first(where: { $0.schema === schema }) {
          diagnostics.append(twice(table, first.table, schema))
        } else {
          own.append((schema, table))
        }
      case .rows(let schema, let part):
        diagnostics += problems
        rows.append((schema, part))
      case .none: diagnostics.append(unknown(table))
      case .guide: continue
      }
    }
    for (schema, table) in own {
      let parts = rows.filter { $0.schema === schema }.map(\.part)
      let sheet = RecordSheets(schema, table, parts).read(titles: titles, sourceLanguage: sourceLanguage)
      diagnostics += sheet.diagnostics
      collections.append(Collection(schema: schema, sheet: sheet))
    }
    for (schema, part) in rows where !own.contains(where: { $0.schema === schema }) {
      diagnostics.append(withoutParent(part, schema))
    }
  }

  private enum Meaning {
    case collection(EntitySchema)
    case rows(EntitySchema, RecordSheets.Rows)
    case guide, none
  }

  /// A sheet is named like a collection, or like a collection and a field of many rows: `kpis.measurements`.
  private static func meaning(of table: CSVTable, _ titles: FieldTitles) -> Meaning {
    let name = table.sheet?.name ?? ""
    if name == guide || name.utf8.starts(with: "x-".utf8) { return .guide }
    if let schema = titles.collection(name) { return .collection(schema) }
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      let schema = titles.collection(String(name[..<point]))
    else { return .none }
    let fields = titles.fields(String(name[name.utf8.index(after: point)...]), of: schema)
    guard let found = schema.sheetFields.first(where: { fields.contains($0.field.name) }) else { return .none }
    return .rows(schema, RecordSheets.Rows(table, found.field, found.rows))
  }

  // MARK: Messages

  private func place(_ table: CSVTable) -> Place { Place(path: table.file.path) }

  private func unknown(_ table: CSVTable) -> Diagnostic {
    let (name, names) = (table.sheet?.name ?? "", Entities.all.map(\.collection))
    return Diagnostic(
      "excel", .warning, at: place(table), "the sheet \"\(name)\" is no collection, and nothing reads it",
      rule: "a sheet is named like a collection; one of your own begins with x-", help: didYouMean(name, among: names))
  }

  private func twice(_ table: CSVTable, _ first: CSVTable, _ schema: EntitySchema) -> Diagnostic {
    Diagnostic(
      "excel", at: place(table),
      "the sheets \"\(first.sheet?.name ?? "")\" and \"\(table.sheet?.name ?? "")\" are the same collection",
      rule: "\(schema.collection) has one sheet", help: "put the rows into one of them, and delete the other")
  }

  private func withoutParent(_ part: RecordSheets.Rows, _ schema: EntitySchema) -> Diagnostic {
    Diagnostic(
      "excel", at: place(part.table),
      "the sheet \"\(part.table.sheet?.name ?? "")\" has no sheet \(schema.collection) beside it",
      rule: "its rows belong to the records of that sheet", help: "add the sheet \(schema.collection)")
  }
}
