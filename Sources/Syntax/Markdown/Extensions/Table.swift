// GFM tables: a paragraph whose nth line is a delimiter row. The cells get a second cmark parse of their own.

internal import CCmark

/// A table that was found, until its cells are parsed.
struct Table {
  static let maximumColumns = 100
  /// All tables of a file together; also the empty cells that short rows are filled with.
  static let maximumCells = 20_000

  /// Its node in the tree, once there is one.
  var node: Int32 = -1
  /// The lines of the paragraph before the header; they stay a paragraph.
  let textLines: Range<Int>
  /// 0 none, 1 left, 2 centre, 3 right.
  let alignments: [UInt8]
  /// Source ranges of the cells, header first, the delimiter row left out.
  let rows: [[Range<Int>]]

  /// Looks for the delimiter row among a paragraph's lines; `start` is where the paragraph's text begins.
  static func find(in text: MarkedText, lines: Range<Int>, from start: Int) -> Table? {
    guard lines.count >= 2 else { return nil }
    for line in lines.dropFirst() {
      let range = content(text, line, from: nil)
      guard let alignments = delimiters(text.bytes, range) else { continue }
      let header = content(text, line - 1, from: line - 1 == lines.lowerBound ? start : nil)
      let headerCells = cells(text.bytes, header)
      guard headerCells.count == alignments.count else { continue }
      let body = (line + 1..<max(line + 1, lines.upperBound)).map { cells(text.bytes, content(text, $0, from: nil)) }
      return Table(
        textLines: lines.lowerBound..<line - 1, alignments: alignments, rows: [headerCells] + body)
    }
    return nil
  }

  /// A line of a paragraph without quote markers, indentation and trailing space.
  private static func content(_ text: MarkedText, _ line: Int, from start: Int?) -> Range<Int> {
    var at = start ?? text.lineStart(line)
    var end = text.lineStart(line + 1)
    while end > at, isSpace(text.bytes[end - 1]) { end -= 1 }
    while at < end, isSpace(text.bytes[at]) || text.bytes[at] == UInt8(ascii: ">") { at += 1 }
    return at..<end
  }

  /// The alignments when a line is a delimiter row (`| --- | :-: |`).
  private static func delimiters(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    guard !range.isEmpty, bytes[range].allSatisfy({ "|:- \t".utf8.contains($0) }) else { return nil }
    var alignments: [UInt8] = []
    for cell in cells(bytes, range) {
      let left = bytes[cell].first == UInt8(ascii: ":")
      let right = bytes[cell].last == UInt8(ascii: ":")
      let dashes = bytes[cell].dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
      guard !dashes.isEmpty, cell.count > (left && right ? 1 : 0), dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else {
        return nil
      }
      alignments.append(left ? (right ? 2 : 1) : (right ? 3 : 0))
    }
    return alignments
  }

  /// Splits a row at pipes that no backslash escapes; the outer pipes may be left out.
  private static func cells(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    if start < row.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    var at = start
    while at < row.upperBound {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if bytes[at] == UInt8(ascii: "|") {
        cells.append(trimmed(bytes, start..<at))
        start = at + 1
      }
      at += 1
    }
    if start < row.upperBound { cells.append(trimmed(bytes, start..<row.upperBound)) }
    return cells
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\n") }
}

extension TreeBuilder {
  /// Adds the table's node (and the paragraph before it); its cells come when all tables are known.
  mutating func addTable(_ table: Table, _ node: CNode, _ range: Range<Int>) {
    var table = table
    guard table.alignments.count <= Table.maximumColumns else {
      diagnostics.append(tooWide(range, table.alignments.count))
      return
    }
    cellCount += table.alignments.count * table.rows.count
    guard cellCount <= Table.maximumCells else {
      if !diagnostics.hasErrors { diagnostics.append(tooManyCells(range)) }
      return
    }
    if !table.textLines.isEmpty { addTextBefore(table, node, range) }
    let start = table.rows[0].first?.lowerBound ?? range.lowerBound
    table.node = append(MarkdownNode(.table, start..<range.upperBound))
    tables.append(table)
  }

  /// The lines above the header stay a paragraph: the inlines up to the line break before the header.
  private mutating func addTextBefore(_ table: Table, _ node: CNode, _ range: Range<Int>) {
    let end = text.lineStart(table.textLines.upperBound)
    let index = append(MarkdownNode(.paragraph, range.lowerBound..<end))
    inlineLimit = end
    addInlines(of: node, to: index, in: range)
    inlineLimit = .max
    let children = Array(document.children(of: index))
    guard let last = children.last, children.count > 1 else { return }
    let kind = document.nodes[Int(last)].kind
    if kind == .softBreak || kind == .lineBreak { document.nodes[Int(children[children.count - 2])].next = -1 }
  }

  /// The second parse: every cell as a paragraph, led by a sign that keeps it one, before the text itself, whose link
  /// definitions the cells may use.
  mutating func addTableCells() {
    var bytes: [UInt8] = []
    for cell in tables.joined(\.rows) where !cell.isEmpty {
      bytes.append(contentsOf: MarkToken.cellLead)
      appendUnescapingPipes(cell, to: &bytes)
      bytes.append(contentsOf: [0x0A, 0x0A])
    }
    bytes.append(contentsOf: text.bytes[text.body])
    withCmark(bytes, 0..<bytes.count) { root in
      var paragraph = cmark_node_first_child(root)
      for table in tables { addRows(of: table, &paragraph) }
    }
  }

  private func appendUnescapingPipes(_ cell: Range<Int>, to bytes: inout [UInt8]) {
    for at in cell {
      if text.bytes[at] == UInt8(ascii: "\\"), at + 1 < cell.upperBound, text.bytes[at + 1] == UInt8(ascii: "|") {
        continue
      }
      bytes.append(text.bytes[at])
    }
  }

  private mutating func addRows(of table: Table, _ paragraph: inout CNode?) {
    let base = pending.count
    for (number, cells) in table.rows.enumerated() {
      let range = (cells.first?.lowerBound ?? 0)..<(cells.last?.upperBound ?? 0)
      let row = append(MarkdownNode(.tableRow, range))
      document.nodes[Int(row)].number = number == 0 ? 1 : 0
      addCells(cells, of: row, table.alignments, &paragraph)
    }
    link(from: base, to: table.node)
  }

  private mutating func addCells(
    _ cells: [Range<Int>], of row: Int32, _ alignments: [UInt8], _ paragraph: inout CNode?
  ) {
    let base = pending.count
    for (column, cell) in cells.enumerated() {
      let source = cell.isEmpty ? nil : paragraph
      if !cell.isEmpty { paragraph = paragraph.flatMap { cmark_node_next($0) } }
      guard column < alignments.count else {
        document.excessCells.append(SourceSpan(cell))
        continue
      }
      let index = append(MarkdownNode(.tableCell, cell))
      document.nodes[Int(index)].detail = alignments[column]
      guard let source else { continue }
      cellLeadFollows = true
      addInlines(of: source, to: index, in: cell)
    }
    for column in cells.count..<max(cells.count, alignments.count) {
      let index = append(MarkdownNode(.tableCell, 0..<0))
      document.nodes[Int(index)].detail = alignments[column]
    }
    link(from: base, to: row)
  }

  private func tooManyCells(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "too-complex", at: Place(file, SourceSpan(range)),
      "the tables up to here have more than \(Table.maximumCells) cells",
      rule: "a page's tables have \(Table.maximumCells) cells at most", help: "split the page, or keep the rows as data"
    )
  }

  private func tooWide(_ range: Range<Int>, _ columns: Int) -> Diagnostic {
    Diagnostic(
      "too-complex", at: Place(file, SourceSpan(range)), "a table with \(columns) columns",
      rule: "a table has at most \(Table.maximumColumns) columns", help: "split the table")
  }
}

extension [Table] {
  /// All cells of all tables, in order.
  fileprivate func joined(_ rows: KeyPath<Table, [[Range<Int>]]>) -> [Range<Int>] {
    flatMap { $0[keyPath: rows].flatMap(\.self) }
  }
}
