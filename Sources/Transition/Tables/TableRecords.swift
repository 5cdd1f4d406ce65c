// Rows of a table → YAML nodes whose places are the cells, so that one reader checks the records of both formats.

package import Languages
package import Syntax

package struct TableRecords {
  let table: CSVTable
  private let merge: CellMerge
  private let columns: [TableColumn]
  private let slots: [Slot]
  package private(set) var diagnostics: [Diagnostic]

  /// What is done with the cells of a column.
  private struct Slot {
    /// The key of the record; empty for a column that is left out.
    var key = ""
    var column: FlatColumn?
    var suffix: String?
    /// No other column is about the same field: most are alone, and their cells need no search.
    var isAlone = true
  }

  package init(_ table: CSVTable, _ header: TableHeader, sourceLanguage: LanguageTag) {
    let (columns, problems) = header.read(table)
    self.init(table, columns, sourceLanguage: sourceLanguage)
    diagnostics = problems
  }

  init(_ table: CSVTable, _ columns: [TableColumn], sourceLanguage: LanguageTag) {
    self.table = table
    merge = CellMerge(sourceLanguage: sourceLanguage.code)
    self.columns = columns
    diagnostics = []
    slots = Self.slots(columns, table)
  }

  private static func slots(_ columns: [TableColumn], _ table: CSVTable) -> [Slot] {
    var slots = columns.map { column in
      switch column {
      case .none: Slot()
      // What is computed is locked in a sheet, and computed again.
      case .derived(let key): Slot(key: table.sheet == nil ? key : "")
      case .extra(let key): Slot(key: key)
      case .field(let flat, let path):
        Slot(key: path[0], column: flat, suffix: path.count > flat.path.count ? path.last : nil)
      }
    }
    let keys = slots.map(\.key)
    for index in slots.indices {
      let isWhole = slots[index].suffix == nil && (slots[index].column?.path.count ?? 1) == 1
      slots[index].isAlone = isWhole && keys.count { $0 == keys[index] } == 1
    }
    return slots
  }

  /// The fields and the keys of the writer's that there are columns for.
  var fields: Set<String> { Set(slots.map(\.key)) }

  /// Fields that the header has been reported for.
  func absentFields(_ header: TableHeader) -> [FieldSpec] { header.absent(columns, table) }

  /// The rows as a list of mappings.
  package mutating func node() -> YAMLNode {
    var elements: [YAMLNode] = []
    elements.reserveCapacity(table.rows.count)
    for row in table.rows { elements.append(record(row)) }
    return YAMLNode(.sequence(elements), SourceSpan(0..<table.file.bytes.count))
  }

  private mutating func record(_ row: CSVRow) -> YAMLNode {
    var entries: [YAMLNode.Entry] = []
    entries.reserveCapacity(row.cells.count)
    for cell in row.cells where cell.column < slots.count && !slots[cell.column].key.isEmpty {
      let key = slots[cell.column].key
      let value = value(cell)
      let keySpan = table.columns[cell.column].span
      if slots[cell.column].isAlone {
        entries.append(.init(key: key, keySpan: keySpan, value: value))
      } else {
        add(value, key, cell, to: &entries)
      }
    }
    return YAMLNode(.mapping(entries), row.span)
  }

  /// Puts a cell to the others of its field.
  private mutating func add(_ value: YAMLNode, _ key: String, _ cell: CSVCell, to entries: inout [YAMLNode.Entry]) {
    guard let column = slots[cell.column].column else { return }
    let index = entries.firstIndex { $0.key == key }
    let existing = index.map { entries[$0].value }
    let part = CellMerge.Part(
      value: value, keySpan: table.columns[cell.column].span, shape: column.shape, suffix: slots[cell.column].suffix)
    guard let merged = merge.node(existing, part, column.path.dropFirst()) else {
      diagnostics.append(.twoValues(key, value, existing ?? value, in: table.file))
      return
    }
    let entry = YAMLNode.Entry(key: key, keySpan: index.map { entries[$0].keySpan } ?? part.keySpan, value: merged)
    if let index { entries[index] = entry } else { entries.append(entry) }
  }

  private mutating func value(_ cell: CSVCell) -> YAMLNode {
    let written = table.text(cell)
    do throws(CSVValueProblem) {
      guard let column = slots[cell.column].column else { return Self.scalar(written, cell) }
      let text = try SheetDays.text(written, column.shape.cellKind)
      switch column.shape {
      case .localized: return Self.scalar(text, cell)
      case .scalar(let kind), .map(let kind):
        return Self.scalar(try table.columns[cell.column].forms.scalar(text, kind), cell)
      case .list(let kind): return try list(text, kind, column, cell)
      case .localizedList: return Self.sequence(TableList.elements(text), cell)
      case .yaml: return try CellNode.read(text, column.field, cell.span)
      }
    } catch {
      diagnostics.append(
        Diagnostic("csv-value", at: Place(table.file, cell.span), error.message, rule: error.rule, help: error.help))
      // The field has a value, although nobody knows which: it is not missing on top.
      return Self.scalar(written, cell)
    }
  }

  private func list(_ text: String, _ kind: FieldKind, _ column: FlatColumn, _ cell: CSVCell)
    throws(CSVValueProblem) -> YAMLNode
  {
    let texts = TableList.elements(text)
    var elements: [String] = []
    for element in texts where !element.isEmpty {
      elements.append(try table.columns[cell.column].forms.scalar(element, kind))
    }
    if texts.count == 1, column.isListOrValue, let only = elements.first { return Self.scalar(only, cell) }
    return Self.sequence(elements, cell)
  }

  private static func scalar(_ text: String, _ cell: CSVCell) -> YAMLNode {
    YAMLNode(.scalar(text, plain: false), cell.span)
  }

  private static func sequence(_ texts: [String], _ cell: CSVCell) -> YAMLNode {
    YAMLNode(.sequence(texts.map { scalar($0, cell) }), cell.span)
  }
}

extension Diagnostic {
  fileprivate static func twoValues(_ name: String, _ second: YAMLNode, _ first: YAMLNode, in file: SourceFile)
    -> Diagnostic
  {
    Diagnostic(
      "csv-value", at: Place(file, second.span), "\"\(name)\" has two values in one row",
      rule: "a field is written once, in one of its forms", help: "empty one of the two cells",
      related: [.init("the other value", Place(file, first.span))])
  }
}
