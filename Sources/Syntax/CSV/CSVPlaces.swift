// Says row and column of a finding in a table: a spreadsheet shows these, not the line and byte of a file.

extension [CSVTable] {
  /// Findings with row and column, where they are about one of the tables. A sheet has no lines of its own: its name is
  /// said, too, and nothing is quoted.
  package func located(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !isEmpty else { return findings }
    return findings.map { finding in
      var found = finding
      let related = finding.related.map { other -> Diagnostic.Related in
        guard let words = words(at: other.place), isSheet(other.place) else { return other }
        return .init("\(other.words) (\(words))", Place(path: other.place.path))
      }
      if let words = words(at: finding.place) { found = found.adding(" (\(words))") }
      let place = isSheet(finding.place) ? Place(path: finding.place.path) : finding.place
      return found.moved(to: place, related: related)
    }
  }

  private func words(at place: Place) -> Message? {
    place.file == nil ? nil : lazy.compactMap { $0.words(at: place) }.first
  }

  private func isSheet(_ place: Place) -> Bool { contains { $0.sheet != nil && $0.file === place.file } }
}

extension CSVTable {
  /// The finding with "(row 3, column due)" at its end, if it is about a cell or a row of this table.
  package func located(_ diagnostic: Diagnostic) -> Diagnostic { [self].located([diagnostic])[0] }

  /// Where in this table something stands: "row 3, column due", "sheet risks, row 3".
  fileprivate func words(at place: Place) -> Message? {
    guard place.file === file, sheet?.range.contains(Int(place.span.start)) ?? true else { return nil }
    let words = words(for: place.span)
    guard let sheet else { return words }
    return words.map { "sheet \(sheet.name), \($0)" } ?? "sheet \(sheet.name)"
  }

  private func words(for span: SourceSpan) -> Message? {
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
    let index = rows.partitioningIndex { Int($0.span.end) >= offset }
    return index < rows.count && Int(rows[index].span.start) <= offset ? rows[index] : nil
  }
}
