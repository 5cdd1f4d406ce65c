// Says row and column of a finding in a table: a spreadsheet shows these, not the line and byte of a file.

extension CSVTable {
  /// The finding with "(row 3, column due)" at its end, if it is about a cell or a row of this table.
  package func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.place.file === file, let words = words(for: diagnostic.place.span) else { return diagnostic }
    var located = diagnostic
    located.message += " (\(words))"
    return located
  }

  private func words(for span: SourceSpan) -> String? {
    if let column = columns.first(where: { $0.span == span && !$0.name.isEmpty }) {
      return "row of the header, column \(column.name)"
    }
    guard let row = row(at: Int(span.start)) else { return nil }
    let isRow = span == row.span || span.range.isEmpty && span.start == row.span.start
    guard !isRow,
      let cell = row.cells.first(where: { $0.span.start <= span.start && span.start < $0.span.end })
    else { return "row \(row.number)" }
    return place(row, column: cell.column)
  }

  /// The row that holds an offset.
  private func row(at offset: Int) -> CSVRow? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle].span.end) < offset { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && Int(rows[low].span.start) <= offset ? rows[low] : nil
  }
}
