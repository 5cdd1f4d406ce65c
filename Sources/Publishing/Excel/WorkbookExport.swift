// A project → the sheets of its workbook: a sheet for each collection, and for fields of many rows one more.

import Languages
import Site
import Syntax
import Transition

struct WorkbookExport {
  let project: TransitionProject
  let sourceLanguage: LanguageTag
  let titles: FieldTitles
  let wording: Wording

  /// Collections that have a sheet also while they are empty: what a project begins with.
  private static let first: [EntitySchema] = [
    Project.schema, Role.schema, Phase.schema, Milestone.schema, Wave.schema, TransitionTask.schema, Risk.schema,
    KPI.schema, Decision.schema, OpenItem.schema, CommsItem.schema,
  ]

  func sheets() -> [WorkbookSheet] {
    let schemas = Entities.all.filter { schema in
      !project.ownRecords(schema).isEmpty || Self.first.contains { $0 === schema }
    }
    let names = Dictionary(uniqueKeysWithValues: schemas.map { ($0.collection, name(of: $0)) })
    return schemas.flatMap { schema in
      [sheet(schema, names)] + schema.sheetFields.compactMap { rows(of: $0.field, $0.rows, schema, names) }
    }
  }

  /// The title in the language of the workbook, where Excel takes it (31 signs) and it is read back as the same.
  private func name(of schema: EntitySchema) -> String {
    guard let title = wording.title(ofCollection: schema.collection),
      title.utf16.count <= EntitySchema.longestSheetName,
      titles.collection(title) === schema
    else { return schema.collection }
    return title
  }

  private func sheet(_ schema: EntitySchema, _ names: [String: String]) -> WorkbookSheet {
    let records = project.ownRecords(schema)
    let table = RecordTable(sheet: records, of: schema, sourceLanguage: sourceLanguage).fittingSheets()
    let computed = DerivedFields.all(of: schema)
    let columns =
      columns(table, schema, names)
      + computed.map {
        WorkbookColumn(
          header: $0.spec.name, note: wording("computed, and never typed: \($0.spec.summary)"), form: .text,
          isLocked: true,
          isComputed: true)
      }
    let rows = zip(records, table.rows).map { record, cells in
      zip(cells, columns).map { Self.cell($0, $1.form) } + computed.map { Self.cell($0.value(record, project)) }
    }
    return WorkbookSheet(name: names[schema.collection] ?? schema.collection, columns: columns, rows: rows)
  }

  /// Nil where nothing is in it yet and the sheet of the records is empty, too.
  private func rows(of field: FieldSpec, _ schema: EntitySchema, _ parent: EntitySchema, _ names: [String: String])
    -> WorkbookSheet?
  {
    let owners = project.ownRecords(parent).flatMap { record -> [(id: String, row: Record)] in
      guard case .list(let elements)? = record.located(field.name)?.value else { return [] }
      return elements.compactMap { element in Record.from(element.value).map { (record.id, $0) } }
    }
    guard !project.ownRecords(parent).isEmpty else { return nil }
    let table = RecordTable(sheet: owners.map(\.row), of: schema, sourceLanguage: sourceLanguage)
    let sheet = names[parent.collection] ?? parent.collection
    let owner = WorkbookColumn(
      header: parent.name, note: wording("the id of the sheet \(sheet) to which the row belongs"), form: .text,
      choices: .ids(ofSheet: sheet))
    let columns = columns(table, schema, names)
    let rows = zip(owners, table.rows).map { owner, cells in
      (parent.isSingle ? [] : [.text(owner.id)]) + zip(cells, columns).map { Self.cell($0, $1.form) }
    }
    let name = "\(sheet).\(field.name)"
    return WorkbookSheet(
      name: name.utf16.count <= EntitySchema.longestSheetName ? name : "\(parent.collection).\(field.name)",
      columns: (parent.isSingle ? [] : [owner]) + columns, rows: rows)
  }

  // MARK: Columns

  private func columns(_ table: RecordTable, _ schema: EntitySchema, _ names: [String: String]) -> [WorkbookColumn] {
    let own = table.header.dropFirst(table.columns.count).map {
      WorkbookColumn(header: $0, note: wording("a column of your own"), form: .text)
    }
    return table.columns.map { column in
      let kind = column.flat.shape.cellKind
      return WorkbookColumn(
        header: header(column, schema), note: note(column, kind), form: WorkbookColumn.form(of: kind),
        choices: choices(column, kind, names), isLocked: column.flat.path == ["id"])
    } + own
  }

  /// The field's title in the language of the workbook, where it is read back as the same field.
  private func header(_ column: RecordColumn, _ schema: EntitySchema) -> String {
    let field = column.flat.field.name
    guard let title = wording.title(ofField: field, in: schema.name), !title.utf8.contains(UInt8(ascii: ".")),
      titles.fields(title, of: schema) == [field]
    else { return column.header }
    return title + column.header.dropFirst(field.count)
  }

  private func note(_ column: RecordColumn, _ kind: FieldKind) -> String {
    let field = column.flat.field
    let form: Message =
      switch column.flat.shape {
      case .list, .localizedList: "\(kind.form); several are separated by a stroke: a | b"
      case .yaml: field.kind.form
      default: kind.form
      }
    let need: Message =
      switch field.need {
      case .required: "needed"
      case .expected: "expected"
      case .optional: "optional"
      }
    return wording("\(field.summary) (\(need); \(form))")
  }

  private func choices(_ column: RecordColumn, _ kind: FieldKind, _ names: [String: String]) -> WorkbookColumn.Choices?
  {
    switch (column.flat.shape, kind) {
    case (.scalar, .choice(let words)): return .words(words)
    case (.scalar, .audience): return .words(Audience.names)
    case (.scalar, .boolean): return .words(["true", "false"])
    case (.scalar, .party): return .words(["client"] + project[Provider.schema].map(\.id).filter { !$0.isEmpty })
    case (.scalar, .reference(let collections)):
      guard collections.count == 1, let sheet = collections.first.flatMap({ names[$0] }) else { return nil }
      return .ids(ofSheet: sheet)
    default: return nil
    }
  }

  // MARK: Cells

  private static func cell(_ cell: CSVWriter.Cell, _ form: WorkbookColumn.Form) -> WorkbookCell {
    switch cell {
    case .empty: return .empty
    case .number(let text): return Double(text).map { .number($0) } ?? .text(text)
    case .text(let text):
      if form == .day, let day = Day(iso: text) { return .day(day) }
      if form == .moment, let moment = Moment(text), moment.offset == nil, moment.description == text {
        return .moment(moment.day, minutes: moment.minute)
      }
      return .text(text)
    }
  }

  private static func cell(_ value: Value?) -> WorkbookCell {
    switch value {
    case .number(let number): Double(number.description).map { .number($0) } ?? .empty
    case .day(let day): .day(day)
    case .text(let text), .reference(let text): .text(text)
    case .boolean(let flag): .text(flag ? "true" : "false")
    default: .empty
    }
  }
}

extension WorkbookColumn {
  fileprivate static func form(of kind: FieldKind) -> Form {
    switch kind {
    case .day: .day
    case .moment: .moment
    case .integer: .integer
    case .number, .money: .number
    default: .text
    }
  }
}

extension TransitionProject {
  /// The records that stand in the project's own folder, without those that all projects share.
  func ownRecords(_ schema: EntitySchema) -> [Record] {
    let all = schema === Project.schema ? [record].compactMap(\.self) : self[schema]
    return all.filter { $0.file.path.utf8.starts(with: "content/projects/\(id)/".utf8) }
  }
}
