// Tables of records: a row for each, a column for each thing that is said of them, as far as it is said of any.

import Languages
import Site
import Transition

/// A column of a table whose rows are records.
struct RecordColumn {
  let title: String
  let field: String?
  let isNumber: Bool
  let cell: (Record) -> Figure.Cell
  private(set) var isBelow = false

  init(_ title: String, field: String? = nil, isNumber: Bool = false, _ cell: @escaping (Record) -> Figure.Cell) {
    (self.title, self.field, self.isNumber, self.cell) = (title, field, isNumber, cell)
  }

  /// A field as it is, under its own title unless there is a better one.
  init<Value: FieldValue>(_ field: Field<Value>, _ context: ComponentContext, title: String? = nil) {
    let name = field.spec.name
    self.init(title ?? context.language.title(ofField: name), field: name) { context.cell($0, field) }
  }

  /// The same with more in its cells than the field alone.
  init<Value: FieldValue>(
    _ field: Field<Value>, _ context: ComponentContext, _ cell: @escaping (Record) -> Figure.Cell
  ) {
    self.init(context.language.title(ofField: field.spec.name), field: field.spec.name, cell)
  }

  /// The same for sentences, which stand across below their row.
  var below: RecordColumn {
    var column = self
    column.isBelow = true
    return column
  }

  /// A day, which stands like a number.
  init(day field: Field<Day>, _ context: ComponentContext, title: String? = nil) {
    let name = field.spec.name
    self.init(title ?? context.language.title(ofField: name), field: name, isNumber: true) { record in
      context.dayCell(record[field])
    }
  }
}

extension ComponentContext {
  /// A figure with a row for each record, or for each mapping within a whole one. The first column names the rows; of
  /// the others those that hold nothing, for these readers or at all, are left out.
  func figure(
    _ caption: String, emptyText: String, of records: [Record], _ columns: [RecordColumn], hasAnchors: Bool = false,
    within whole: Record? = nil
  ) -> Figure {
    let rows = records.map { record in
      Figure.Row(
        record: (whole ?? record).id, cells: columns.map { $0.cell(record) },
        anchor: hasAnchors ? anchor(record.id) : nil)
    }
    return Figure(
      caption: caption, emptyText: emptyText,
      columns: columns.map { .init($0.title, field: $0.field, isNumber: $0.isNumber, isBelow: $0.isBelow) },
      rows: rows
    ).withoutEmptyColumns()
  }

  /// A day with its year, and as machines read it.
  func dayCell(_ day: Day?, tone: Figure.Tone? = nil) -> Figure.Cell {
    guard let day else { return Figure.Cell("") }
    var cell = Figure.Cell(language.long(day), tone: tone)
    cell.plain = .day(day)
    return cell
  }

  /// What several cells say, in one.
  func joined(_ cells: [Figure.Cell]) -> Figure.Cell {
    Figure.Cell(cells.map(\.text.plainText).filter { !$0.isEmpty }.joined(separator: " · "))
  }

  /// Texts beside each other that may hold commas themselves.
  func listCell(_ record: Record, _ field: Field<[LocalizedText]>) -> Figure.Cell {
    Figure.Cell((record[field] ?? []).map { format.localized($0).plainText }.joined(separator: " / "))
  }
}

extension Figure {
  /// Without the columns in which nothing stands; the first names the rows and stays.
  func withoutEmptyColumns() -> Figure {
    let kept = columns.indices.filter { index in
      index == 0 || rows.contains { index < $0.cells.count && !$0.cells[index].isEmpty }
    }
    guard kept.count < columns.count else { return self }
    var figure = Figure(
      caption: caption, emptyText: emptyText, columns: kept.map { columns[$0] },
      rows: rows.map { row in
        Row(
          record: row.record, cells: kept.filter { $0 < row.cells.count }.map { row.cells[$0] }, isTotal: row.isTotal,
          anchor: row.anchor, level: row.level)
      })
    (figure.lead, figure.notes, figure.drawings, figure.form) = (lead, notes, drawings, form)
    return figure
  }
}
