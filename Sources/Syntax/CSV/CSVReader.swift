// Bytes → `CSVTable`: RFC 4180 quotes, the separator of the header; every mistake of a file in one run.

internal import Glibc

package enum CSVReader {
  /// Reads a table. `dialect` is what the caller knows about it; it counts more than the file's first line, and a
  /// column's own declaration counts more than both. Returns no table for a file without a header.
  package static func read(_ file: SourceFile, dialect: CSVDialect = CSVDialect()) -> (
    table: CSVTable?, diagnostics: [Diagnostic]
  ) {
    let preface = CSVDeclarations.preface(file)
    let separator =
      dialect.separator ?? preface.separator ?? CSVDeclarations.separator(file, from: preface.end)
    var forms = preface.forms.overridden(by: dialect.forms)
    forms.isCommaSeparated = separator == UInt8(ascii: ",")
    let rest = preface.end..<file.bytes.count
    let (table, problems) = read(file, rest, lines: preface.lines, separator, forms, sheet: nil)
    return (table, preface.diagnostics + (table == nil ? problems + [noHeader(file)] : problems))
  }

  /// Reads a sheet of a workbook; nil for one without a header.
  package static func read(_ file: SourceFile, sheet: CSVSheet) -> (table: CSVTable?, diagnostics: [Diagnostic]) {
    var forms = CSVForms()
    forms.isSheet = true
    return read(file, sheet.range, lines: 0, UInt8(ascii: ","), forms, sheet: sheet)
  }

  private static func read(
    _ file: SourceFile, _ range: Range<Int>, lines: Int, _ separator: UInt8, _ forms: CSVForms, sheet: CSVSheet?
  ) -> (CSVTable?, [Diagnostic]) {
    let (found, problems) = file.bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
      var session = Session(file: file, bytes: bytes, separator: separator, at: range.lowerBound, number: lines)
      session.run()
      return (session.header.map { ($0, session.rows) }, session.diagnostics)
    }
    guard let (header, rows) = found else { return (nil, problems) }
    let (columns, findings) = columns(header, file, forms)
    let table = CSVTable(file: file, sheet: sheet, separator: separator, columns: columns, rows: rows)
    return (table, findings + problems + shapeProblems(table))
  }

  private static func columns(_ header: CSVRow, _ file: SourceFile, _ forms: CSVForms) -> ([CSVColumn], [Diagnostic]) {
    var columns: [CSVColumn] = []
    var diagnostics: [Diagnostic] = []
    var seen: [String: CSVColumn] = [:]
    for cell in header.cells.prefix(CSVTable.maximumColumns) {
      let (name, forms, outcome) = CSVDeclarations.column(cell.text(in: file), forms)
      let column = CSVColumn(name: name, span: cell.span, index: cell.column, forms: forms)
      columns.append(column)
      if outcome == .unknown { diagnostics.append(unknownDeclaration(file, cell.span, of: column)) }
      guard !name.isEmpty else { continue }
      if let first = seen[name] { diagnostics.append(duplicate(file, column, first)) }
      seen[name] = seen[name] ?? column
    }
    if header.cells.count > CSVTable.maximumColumns { diagnostics.append(tooManyColumns(file, header)) }
    return (columns, diagnostics)
  }

  /// Rows that are longer or shorter than the header, and values in a column without a name.
  private static func shapeProblems(_ table: CSVTable) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var nameless = Set(table.columns.filter(\.name.isEmpty).map(\.index))
    let needed = (table.columns.last { !$0.name.isEmpty }?.index ?? -1) + 1
    for row in table.rows {
      if let cell = row.cells.first(where: { $0.column >= table.columns.count }) {
        diagnostics.append(tooLong(table, row, cell))
      } else if row.width < needed {
        diagnostics.append(tooShort(table, row))
      }
      for cell in row.cells where !nameless.isEmpty && nameless.remove(cell.column) != nil {
        diagnostics.append(noName(table, row, cell))
      }
      if diagnostics.count >= maximumProblems { break }
    }
    return diagnostics
  }

  /// One mistake in a table is often in every row; after so many of them there is nothing new.
  static let maximumProblems = 50

  /// One walk over the bytes.
  private struct Session {
    let file: SourceFile
    let bytes: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    var at: Int
    /// The number of the row before.
    var number: Int
    var header: CSVRow?
    var rows: [CSVRow] = []
    var cells: [CSVCell] = []
    var diagnostics: [Diagnostic] = []

    mutating func run() {
      while at < bytes.count, diagnostics.count < CSVReader.maximumProblems {
        number += 1
        let row = row()
        if header == nil {
          header = row.cells.allSatisfy(\.span.range.isEmpty) ? nil : row
        } else if !row.cells.isEmpty {
          rows.append(row)
        }
      }
    }

    private mutating func row() -> CSVRow {
      let start = at
      var column = 0
      cells.removeAll(keepingCapacity: true)
      while true {
        if at < bytes.count, bytes[at] == quote { quoted(column) } else { plain(column) }
        guard at < bytes.count, bytes[at] == separator else { break }
        at += 1
        column += 1
      }
      let span = SourceSpan(start..<at)
      if at < bytes.count { at += 1 }
      return CSVRow(number: number, span: span, width: column + 1, cells: cells)
    }

    private var quote: UInt8 { UInt8(ascii: "\"") }

    private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == UInt8(ascii: "\n") }

    private func isSpace(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != separator }

    /// A cell without quotes: up to the separator, without the spaces around it.
    private mutating func plain(_ column: Int) {
      while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      let start = at
      if at < bytes.count, bytes[at] == quote {
        report(CSVReader.spaceBeforeQuote(file, at, number, column))
        return quoted(column)
      }
      while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
      var end = at
      while end > start, isSpace(bytes[end - 1]) { end -= 1 }
      keep(column, start..<end, isQuoted: false, hasDoubledQuotes: false)
    }

    private mutating func quoted(_ column: Int) {
      let start = at
      var hasDoubledQuotes = false
      at += 1
      while let end = find(quote, from: at) {
        at = end + 1
        guard at < bytes.count, bytes[at] == quote else {
          keep(column, start..<at, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
          return behindQuote(start, column)
        }
        hasDoubledQuotes = true
        at += 1
      }
      report(CSVReader.quoteNotClosed(file, start, number, column))
      at = find(UInt8(ascii: "\n"), from: start) ?? bytes.count
    }

    /// Behind a closing quote stands nothing but spaces.
    private mutating func behindQuote(_ start: Int, _ column: Int) {
      while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      guard at < bytes.count, !isEnd(bytes[at]) else { return }
      report(CSVReader.textBehindQuote(file, at, start, number, column))
      while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
    }

    /// Empty cells are left out, but not in the header, where each is a column.
    private mutating func keep(_ column: Int, _ span: Range<Int>, isQuoted: Bool, hasDoubledQuotes: Bool) {
      guard span.count > (isQuoted ? 2 : 0) || header == nil else { return }
      // A row far too long is reported by its first cells.
      guard column <= CSVTable.maximumColumns else { return }
      cells.append(
        CSVCell(column: column, span: SourceSpan(span), isQuoted: isQuoted, hasDoubledQuotes: hasDoubledQuotes))
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    }

    private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
  }
}
