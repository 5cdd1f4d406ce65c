// What the CSV reader says about broken tables, with the row and the column as a spreadsheet shows them.

extension CSVReader {
  private static func at(_ row: Int, _ column: Int) -> Message { "(row \(row), column \(CSVColumn.letters(column)))" }

  static func noHeader(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "csv-header", at: Place(file, SourceSpan(at: 0)), "the table has no header",
      rule: "the first row of a table names its columns", help: "write the names of the columns, one in each cell")
  }

  static func quoteNotClosed(_ file: SourceFile, _ start: Int, _ row: Int, _ column: Int) -> Diagnostic {
    Diagnostic(
      "csv-syntax", at: Place(file, SourceSpan(start..<start + 1)),
      "the quote that begins here is not closed \(at(row, column))", rule: "a cell in quotes ends with a quote",
      help: "close it, or delete it; a quotation mark inside a cell in quotes is doubled")
  }

  static func textBehindQuote(_ file: SourceFile, _ offset: Int, _ start: Int, _ row: Int, _ column: Int)
    -> Diagnostic
  {
    Diagnostic(
      "csv-syntax", at: Place(file, SourceSpan(at: offset)),
      "the cell in quotes ends before this, but its text goes on \(at(row, column))",
      rule: "a quotation mark inside a cell in quotes is doubled", help: "write \"\" for each quotation mark inside",
      related: [.init("the cell begins here", Place(file, SourceSpan(start..<start + 1)))])
  }

  static func spaceBeforeQuote(_ file: SourceFile, _ offset: Int, _ row: Int, _ column: Int) -> Diagnostic {
    Diagnostic(
      "csv-syntax", at: Place(file, SourceSpan(offset..<offset + 1)),
      "a space stands before this quote \(at(row, column))", rule: "a cell in quotes begins with its quote",
      help: "delete the space between the separator and the quote")
  }

  static func unknownDeclaration(_ file: SourceFile, _ span: SourceSpan, of column: CSVColumn? = nil) -> Diagnostic {
    let place: Message = column.map { " (row of the header, column \($0.shown))" } ?? ""
    let forms =
      CSVDeclarations.dayForms.map(\.name) + CSVDeclarations.decimalForms.map(\.name) + [CSVDeclarations.textForm]
    return Diagnostic(
      "csv-header", at: Place(file, span), "\"\(file.text(span))\" declares nothing that is known\(place)",
      rule: "a table declares how its cells are written: \(forms.joined(separator: ", "))",
      help: "write # dates: dd/mm/yyyy; decimals: comma as the first line, or [dd/mm/yyyy] behind a column's name")
  }

  static func duplicate(_ file: SourceFile, _ column: CSVColumn, _ first: CSVColumn) -> Diagnostic {
    Diagnostic(
      "csv-header", at: Place(file, column.span),
      "two columns are named \"\(column.name)\" (columns \(CSVColumn.letters(first.index)) and \(CSVColumn.letters(column.index)))",
      rule: "every column has a name of its own", help: "rename one of them, or delete it",
      related: [.init("the first one", Place(file, first.span))])
  }

  static func tooManyColumns(_ file: SourceFile, _ header: CSVRow) -> Diagnostic {
    Diagnostic(
      "csv-header", at: Place(file, header.cells[CSVTable.maximumColumns].span),
      "the table has more than \(CSVTable.maximumColumns) columns", rule: "a record has a few dozen fields at most",
      help: "delete the columns that are not needed")
  }

  static func noName(_ table: CSVTable, _ row: CSVRow, _ cell: CSVCell) -> Diagnostic {
    Diagnostic(
      "csv-header", at: Place(table.file, table.columns[cell.column].span),
      "a column with values has no name (column \(CSVColumn.letters(cell.column)))",
      rule: "the first row of a table names its columns", help: "name the column, or empty it",
      related: [.init("a value of it (row \(row.number))", Place(table.file, cell.span))])
  }

  static func tooLong(_ table: CSVTable, _ row: CSVRow, _ cell: CSVCell) -> Diagnostic {
    Diagnostic(
      "csv-row", at: Place(table.file, cell.span),
      "the row has a cell where the header has no column \(at(row.number, cell.column))",
      rule: "the header names \(table.columns.count) columns",
      help: "put a cell that holds \(separatorName(table)) into quotes; or name the column")
  }

  /// Some programs leave the separators out behind the last value of a row: nothing is lost then.
  static func tooShort(_ table: CSVTable, _ row: CSVRow) -> Diagnostic {
    Diagnostic(
      "csv-row", .warning, at: Place(table.file, row.span),
      "the row ends after \(row.width) of \(table.columns.count) cells \(at(row.number, row.width - 1))",
      rule: "every row has a cell for each column; the missing ones were taken as empty",
      help: "check that no separator is missing, and add one for each empty cell")
  }

  private static func separatorName(_ table: CSVTable) -> Message {
    switch table.separator {
    case UInt8(ascii: "\t"): "a tab"
    case UInt8(ascii: ","): "a comma"
    default: "a semicolon"
    }
  }
}
