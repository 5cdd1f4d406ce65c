// A CSV file as it was written: columns, and rows of cells that know where they stand.

/// The table of a CSV file. A cell's text is made when it is asked for, so that a large table stays small.
package struct CSVTable: Sendable {
  package let file: SourceFile
  /// The sheet that it is, where the file is a workbook of several.
  package let sheet: CSVSheet?
  package let separator: UInt8
  package let columns: [CSVColumn]
  package let rows: [CSVRow]

  /// A table of more columns is a mistake in the file; a record has fewer than 256 fields.
  package static let maximumColumns = 200

  /// What stands in a cell: without its quotes, and without the apostrophe that keeps a text from being a formula.
  package func text(_ cell: CSVCell) -> String {
    let text = cell.text(in: file, hasApostrophe: sheet == nil)
    return sheet == nil ? text : SheetText.decoded(text)
  }

  /// Where in the table something stands, for the end of a message: "row 3, column due".
  package func place(_ row: CSVRow, column: Int) -> Message {
    "row \(row.number), column \(columns.indices.contains(column) ? columns[column].shown : CSVColumn.letters(column))"
  }
}

/// A part of a file that holds the tables of several sheets one after the other.
package struct CSVSheet: Sendable {
  package let name: String
  package let range: Range<Int>

  package init(name: String, range: Range<Int>) {
    self.name = name
    self.range = range
  }
}

/// A column: its name, and how days and numbers are written in it.
package struct CSVColumn: Sendable {
  /// The header's text without a declaration in brackets; empty when the column has none (then it has no values).
  package let name: String
  package let span: SourceSpan
  package let index: Int
  package let forms: CSVForms

  /// What a message calls the column: its name, or its letter as a spreadsheet shows it.
  package var shown: String { name.isEmpty ? Self.letters(index) : name }

  /// A, B … Z, AA, AB …
  package static func letters(_ index: Int) -> String {
    var letters: [UInt8] = []
    var rest = index + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// A row that holds something. Empty cells are left out.
package struct CSVRow: Sendable {
  /// The row's number as a spreadsheet shows it: the header has one, too, and empty rows are counted.
  package let number: Int
  package let span: SourceSpan
  /// How many cells were written, with the empty ones.
  let width: Int
  package let cells: [CSVCell]
}

package struct CSVCell: Sendable {
  /// The column's place, from 0.
  package let column: Int
  /// Where it stands, with its quotes.
  package let span: SourceSpan
  let isQuoted: Bool
  let hasDoubledQuotes: Bool

  /// `hasApostrophe`: an apostrophe may keep the text from being a formula, and is none of it.
  func text(in file: SourceFile, hasApostrophe: Bool = true) -> String {
    var bytes = file.bytes[isQuoted ? span.range.dropFirst().dropLast() : span.range]
    if hasApostrophe, bytes.first == CSVFormula.apostrophe, CSVFormula.isEscaped(bytes) { bytes = bytes.dropFirst() }
    return hasDoubledQuotes ? Self.undoubled(bytes) : String(decoding: bytes, as: UTF8.self)
  }

  private static func undoubled(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var skips = false
    for byte in bytes {
      skips = byte == UInt8(ascii: "\"") && !skips
      if !skips { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
