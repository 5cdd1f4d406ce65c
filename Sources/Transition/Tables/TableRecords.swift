// Rows of a table → YAML nodes whose places are the cells, so that one reader checks the records of both formats.

package import Languages
package import Syntax

package struct TableRecords {
  let table: CSVTable
  let sourceLanguage: LanguageTag
  private let columns: [TableColumn]
  package private(set) var diagnostics: [Diagnostic]

  package init(_ table: CSVTable, _ header: TableHeader, sourceLanguage: LanguageTag) {
    self.table = table
    self.sourceLanguage = sourceLanguage
    (columns, diagnostics) = header.read(table)
  }

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
    // Cells of a field that has several columns wait until all of them are there.
    var parts: [CellPart] = []
    for cell in row.cells where cell.column < columns.count {
      let keySpan = table.columns[cell.column].span
      switch columns[cell.column] {
      case .none: continue
      case .extra(let key), .derived(let key):
        entries.append(.init(key: key, keySpan: keySpan, value: text(cell)))
      case .field(let column, let path):
        let node = node(cell, column)
        if path.count == 1, case .scalar = column.shape {
          entries.append(.init(key: path[0], keySpan: keySpan, value: node))
        } else {
          parts.append(CellPart(path: path[...], keySpan: keySpan, node: node, shape: column.shape))
        }
      }
    }
    if !parts.isEmpty { join(parts, into: &entries) }
    return YAMLNode(.mapping(entries), row.span)
  }

  private func text(_ cell: CSVCell) -> YAMLNode { YAMLNode(.scalar(table.text(cell), plain: false), cell.span) }

  private mutating func node(_ cell: CSVCell, _ column: FlatColumn) -> YAMLNode {
    let forms = table.columns[cell.column].forms
    do throws(CSVValueProblem) {
      switch column.shape {
      case .localized: return text(cell)
      case .scalar(let kind), .map(let kind):
        return YAMLNode(.scalar(try forms.scalar(table.text(cell), kind), plain: false), cell.span)
      case .list(let kind):
        var elements: [YAMLNode] = []
        let texts = TableList.elements(table.text(cell))
        for element in texts where !element.isEmpty {
          elements.append(YAMLNode(.scalar(try forms.scalar(element, kind), plain: false), cell.span))
        }
        if texts.count == 1, column.isListOrValue, let only = elements.first { return only }
        return YAMLNode(.sequence(elements), cell.span)
      case .localizedList:
        return YAMLNode(
          .sequence(TableList.elements(table.text(cell)).map { YAMLNode(.scalar($0, plain: false), cell.span) }),
          cell.span)
      }
    } catch {
      diagnostics.append(
        Diagnostic("csv-value", at: Place(table.file, cell.span), error.message, rule: error.rule, help: error.help))
      // The field has a value, although nobody knows which: it is not missing on top.
      return text(cell)
    }
  }

  private mutating func join(_ parts: [CellPart], into entries: inout [YAMLNode.Entry]) {
    let joiner = CellJoiner(sourceLanguage: sourceLanguage)
    var names: [String] = []
    for part in parts where !names.contains(part.path[0]) { names.append(part.path[0]) }
    for name in names {
      let own = parts.filter { $0.path[0] == name }
      // A field that may be a number or a mapping: the number stands in a column of its own.
      let plain = entries.firstIndex { $0.key == name }
      if let plain, let part = own.first {
        diagnostics.append(.twoForms(name, part.node, entries[plain].value, in: table.file))
        continue
      }
      if let bare = own.first(where: { $0.path.count == 1 }),
        let same = own.first(where: { $0.path.dropFirst().elementsEqual([sourceLanguage.code]) })
      {
        diagnostics.append(.twoForms("\(name).\(sourceLanguage)", same.node, bare.node, in: table.file))
      }
      if let value = joiner.node(own.map(\.descended)) {
        entries.append(.init(key: name, keySpan: own[0].keySpan, value: value))
      }
    }
  }
}

/// A cell that is a part of a field.
struct CellPart {
  /// What leads from the record, or from where one has descended to, to the cell.
  var path: ArraySlice<String>
  let keySpan: SourceSpan
  let node: YAMLNode
  let shape: FlatColumn.Shape

  var descended: CellPart {
    var part = self
    part.path = path.dropFirst()
    return part
  }
}

/// Puts the cells of one field together.
struct CellJoiner {
  let sourceLanguage: LanguageTag

  func node(_ parts: [CellPart]) -> YAMLNode? {
    guard let first = parts.first else { return nil }
    if parts.allSatisfy(\.path.isEmpty) { return first.node }
    if case .localizedList = first.shape, parts.allSatisfy({ $0.path.count <= 1 }) { return list(parts) }
    var entries: [YAMLNode.Entry] = []
    for part in parts {
      // A bare text is in the source language.
      let key = part.path.first ?? sourceLanguage.code
      guard !entries.contains(where: { $0.key == key }) else { continue }
      let own = parts.filter { ($0.path.first ?? sourceLanguage.code) == key }
      if let value = node(own.map(\.descended)) { entries.append(.init(key: key, keySpan: part.keySpan, value: value)) }
    }
    return YAMLNode(.mapping(entries), first.node.span)
  }

  /// Lists of texts, one for each language → a list of texts per language.
  private func list(_ parts: [CellPart]) -> YAMLNode {
    let count = parts.map { $0.node.elements?.count ?? 0 }.max() ?? 0
    let elements = (0..<count).map { index -> YAMLNode in
      var entries: [YAMLNode.Entry] = []
      for part in parts {
        guard let elements = part.node.elements, index < elements.count, elements[index].text?.isEmpty == false else {
          continue
        }
        let key = part.path.first ?? sourceLanguage.code
        entries.append(.init(key: key, keySpan: part.keySpan, value: elements[index]))
      }
      return YAMLNode(.mapping(entries), parts[0].node.span)
    }
    return YAMLNode(.sequence(elements), parts[0].node.span)
  }
}

extension Diagnostic {
  fileprivate static func twoForms(_ name: String, _ part: YAMLNode, _ plain: YAMLNode, in file: SourceFile)
    -> Diagnostic
  {
    Diagnostic(
      "csv-value", at: Place(file, part.span), "\"\(name)\" has two values in one row",
      rule: "a field is written once, in one of its forms", help: "empty one of the two cells",
      related: [.init("the other value", Place(file, plain.span))])
  }
}
