// How the records of a workbook differ from those of the project: added, changed field by field, removed.

import Languages
import Syntax
import Transition

/// What one collection would become.
struct CollectionDifference {
  struct Change {
    let id: String
    /// A field of the record, as the header of its column says it; what stood there and what stands there now.
    let fields: [(name: String, old: String, new: String)]
    /// The fields that differ, by name.
    let names: [String]
    /// The record as the workbook has it.
    let node: YAMLNode
  }

  let schema: EntitySchema
  private(set) var added: [(id: String, title: String, node: YAMLNode)] = []
  private(set) var changed: [Change] = []
  private(set) var removed: [String] = []

  var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// `nodes` are the workbook's records, in the order of `new`; `known` are the fields that it says something about.
  init(
    _ old: [Record], _ new: [Record], _ nodes: [YAMLNode], known: Set<String>, _ schema: EntitySchema,
    _ language: LanguageTag
  ) {
    self.schema = schema
    let cells = RecordCells(old + new, schema, language)
    let before = Dictionary(old.indices.map { (old[$0].id, $0) }) { first, _ in first }
    for (index, record) in new.enumerated() {
      guard let earlier = before[record.id] else {
        added.append((record.id, ImportedIDs.title(record, language) ?? "", nodes[index]))
        continue
      }
      let fields = cells.differences(earlier, old.count + index).filter { known.contains($0.field) }
      guard !fields.isEmpty else { continue }
      changed.append(
        Change(
          id: record.id, fields: fields.map { ($0.header, $0.old, $0.new) },
          names: fields.map(\.field).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, node: nodes[index]))
    }
    let there = Set(new.map(\.id))
    removed = old.map(\.id).filter { !there.contains($0) }
  }
}

/// Records cell by cell, those of inner lists row by row.
private struct RecordCells {
  private let columns: [(header: String, field: String)]
  private let rows: [[String]]

  init(_ records: [Record], _ schema: EntitySchema, _ language: LanguageTag) {
    let table = RecordTable(sheet: records, of: schema, sourceLanguage: language)
    let lists = schema.sheetFields.map { Self.list($0.field, $0.rows, records, language) }
    let names = table.columns.map(\.flat.field.name) + table.header.dropFirst(table.columns.count)
    columns = zip(table.header, names).map { ($0, $1) } + schema.sheetFields.map { ($0.field.name, $0.field.name) }
    rows = records.indices.map { index in table.rows[index].map(Self.text) + lists.map { $0[index] } }
  }

  func differences(_ first: Int, _ second: Int) -> [(header: String, field: String, old: String, new: String)] {
    zip(columns, zip(rows[first], rows[second])).compactMap { column, cells in
      cells.0 == cells.1 ? nil : (column.header, column.field, cells.0, cells.1)
    }
  }

  /// A list of mappings as lines, a line for each.
  private static func list(_ field: FieldSpec, _ schema: EntitySchema, _ records: [Record], _ language: LanguageTag)
    -> [String]
  {
    let inner = records.map { record -> [Record] in
      guard case .list(let elements)? = record.located(field.name)?.value else { return [] }
      return elements.compactMap { Record.from($0.value) }
    }
    let table = RecordTable(sheet: inner.flatMap(\.self), of: schema, sourceLanguage: language)
    var rest = table.rows[...]
    return inner.map { rows in
      let lines = rest.prefix(rows.count).map { cells in
        zip(table.header, cells).map { ($0, text($1)) }.filter { !$1.isEmpty }.map { "\($0) \($1)" }
          .joined(separator: ", ")
      }
      rest = rest.dropFirst(rows.count)
      return lines.joined(separator: "; ")
    }
  }

  /// What a cell says: a number whatever its zeros, a text without spaces at its ends.
  private static func text(_ cell: CSVWriter.Cell) -> String {
    switch cell {
    case .empty: ""
    case .number(let text): plain(text)
    case .text(let text): SheetText.trimmed(text)
    }
  }

  /// `92000.00` is `92000`.
  private static func plain(_ number: String) -> String {
    guard number.utf8.contains(UInt8(ascii: ".")) else { return number }
    var bytes = Array(number.utf8)
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
