// Tries the CSV reader: quotes, separators, rows of every shape, and each mistake at its row, column and place.

import Testing

@testable import Syntax

@Suite struct CSVReaderTests {
  /// A table as texts: the names of the columns, then each row with its empty cells.
  private func rows(_ text: String, _ dialect: CSVDialect = CSVDialect()) -> [[String]] {
    let (table, diagnostics) = CSVReader.read(SourceFile(path: "a.csv", text: text), dialect: dialect)
    #expect(diagnostics.isEmpty, "\(text.debugDescription): \(diagnostics.map(\.message))")
    return table?.texts ?? []
  }

  @Test(arguments: [
    ("a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
    ("a\n1\n2\n", [["a"], ["1"], ["2"]]),
    ("a;b,c;d\n1;2,5;3\n", [["a", "b,c", "d"], ["1", "2,5", "3"]]),
    ("\"a,b,c\";d\n1;2\n", [["a,b,c", "d"], ["1", "2"]]),
    ("a;\"b\nc\"\n\"1\n\n2\";3\n", [["a", "b\nc"], ["1\n\n2", "3"]]),
    ("a;b\n\"x;y\";\"he said \"\"no\"\"\"\n", [["a", "b"], ["x;y", "he said \"no\""]]),
    ("a;b\n\"\"\"\";\"\"\"\"\"\"\n", [["a", "b"], ["\"", "\"\""]]),
    ("a;b\n\"\";x\n", [["a", "b"], ["", "x"]]),
    ("a;b\n 1 ;  \n", [["a", "b"], ["1", ""]]),
    ("a;b\n\" 1 \";\"x\"  \n", [["a", "b"], [" 1 ", "x"]]),
    ("a;b\n5\" pipe;x\n", [["a", "b"], ["5\" pipe", "x"]]),
    ("a\tb\n\t2\n1\t\n", [["a", "b"], ["", "2"], ["1", ""]]),
    ("å;ö\n👩‍👩‍👧;e\u{301}\n", [["å", "ö"], ["👩‍👩‍👧", "e\u{301}"]]),
    ("a;b\n\n;\n1;2\n;\n\n", [["a", "b"], ["1", "2"]]),
    ("\n\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    ("a;b;;\n1;2;;\n3;4\n", [["a", "b", "", ""], ["1", "2", "", ""], ["3", "4", "", ""]]),
    ("#;Title\n1;x\n", [["#", "Title"], ["1", "x"]]),
    ("sep=,\na;b,c\n1,2\n", [["a;b", "c"], ["1", "2"]]),
    ("sep=;;;\na,b;c\n1;2\n", [["a,b", "c"], ["1", "2"]]),
    ("# dates: dd/mm/yyyy; decimals: comma\na;b\n1;2\n", [["a", "b"], ["1", "2"]]),
  ])
  func tables(_ text: String, _ expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test func declaredSeparatorWins() {
    #expect(rows("a;b,c\n1;2,3", CSVDialect(separator: UInt8(ascii: ","))) == [["a;b", "c"], ["1;2", "3"]])
  }

  @Test func rowsAreNumberedAsInASpreadsheet() throws {
    let file = SourceFile(path: "a.csv", text: "# dates: dd/mm/yyyy\na;b\n1;\"x\ny\"\n\n3;4\n")
    let table = try #require(CSVReader.read(file).table)
    #expect(table.rows.map(\.number) == [3, 5])
    #expect(table.rows.map { file.place($0.span) } == ["3:1", "6:1"])
    #expect(table.place(table.rows[1], column: 1) == "row 5, column b")
    #expect([0, 25, 26, 51, 52, 701, 702].map(CSVColumn.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }

  @Test func cellsKnowTheirPlace() throws {
    let file = SourceFile(path: "a.csv", text: "å;b\n é ;\"ö\nä\";\n")
    let (table, _) = CSVReader.read(file)
    let cells = try #require(table?.rows.first?.cells)
    #expect(cells.map { file.place($0.span) } == ["2:2", "2:5"])
    #expect(cells.map { file.text($0.span) } == ["é", "\"ö\nä\""])
  }

  /// Each mistake at ⟦, with what its message ends with.
  @Test(arguments: [
    ("a;b\n1;⟦\"x\n2;3\n", "csv-syntax", "(row 2, column B)"),
    ("a;b\n1;2\n\"x\" ⟦y;3\n", "csv-syntax", "(row 3, column A)"),
    ("a;b\n1; ⟦\"x;y\"\n", "csv-syntax", "(row 2, column B)"),
    ("a;b\n1;2;⟦3\n", "csv-row", "(row 2, column C)"),
    ("a;b\n1;2;;;⟦é\n", "csv-row", "(row 2, column E)"),
    ("a;⟦;c\n1;2;3\n", "csv-header", "(column B)"),
    ("a;b;⟦a\n1;2;3\n", "csv-header", "(columns A and C)"),
    ("⟦", "csv-header", "no header"), ("⟦;;\n\n", "csv-header", "no header"),
    ("a;⟦b [dd/mm/yy]\n1;2\n", "csv-header", "(row of the header, column b)"),
    ("#⟦ dates: soon; decimals: comma\na;b\n1;2\n", "csv-header", "known"),
    ("# dates: dd/mm/yyyy;⟦ decimal: comma\na;b\n1;2\n", "csv-header", "known"),
  ])
  func mistakes(_ marked: String, _ id: String, _ ending: String) throws {
    let input = MarkedInput(marked)
    let file = SourceFile(path: "a.csv", text: input.text)
    let diagnostics = CSVReader.read(file).diagnostics
    #expect(diagnostics.map(\.id) == [id], "\(diagnostics.map(\.message))")
    let first = try #require(diagnostics.first)
    #expect(first.severity == .error && file.place(first.place.span) == input.place)
    #expect(first.message.hasSuffix(ending), "\(first.message)")
  }

  @Test func shortRowsAreWarnings() {
    let file = SourceFile(path: "a.csv", text: "a;b;c\n1;2\n1;2;3\n")
    let (table, diagnostics) = CSVReader.read(file)
    #expect(diagnostics.map { "\($0.severity) \(file.place($0.place.span))" } == ["warning 2:1"])
    #expect(diagnostics.first?.message == "the row ends after 2 of 3 cells (row 2, column B)")
    #expect(table?.rows.count == 2)
  }

  @Test func allMistakesInOneRun() {
    let file = SourceFile(path: "a.csv", text: "a;b;a\n1;2;3;4\n\"x\"y;2;3\n\"z;2;3\n5;6;7;8\n")
    let (table, diagnostics) = CSVReader.read(file)
    #expect(
      diagnostics.sortedForReport().map { "\(file.place($0.place.span)) \($0.id)" }
        == ["1:5 csv-header", "2:7 csv-row", "3:4 csv-syntax", "4:1 csv-syntax", "5:7 csv-row"])
    #expect(table?.rows.map(\.number) == [2, 3, 5])
  }

  @Test func mistakesInEveryRowEnd() {
    let text = "a;b\n" + String(repeating: "1;2;3\n", count: 10_000) + String(repeating: "\"x\n", count: 10_000)
    let diagnostics = CSVReader.read(SourceFile(path: "a.csv", text: text)).diagnostics
    #expect((50...100).contains(diagnostics.count))
  }

  @Test func manyColumns() {
    let header = (0..<600).map { "c\($0)" }.joined(separator: ";")
    let diagnostics = CSVReader.read(SourceFile(path: "a.csv", text: header + "\n")).diagnostics
    #expect(diagnostics.map(\.id) == ["csv-header"])
    let wide = CSVReader.read(SourceFile(path: "a.csv", text: "a\n" + String(repeating: ";", count: 1 << 20) + "x\n"))
    #expect(wide.table?.rows.count == 0)
  }

  @Test func declarationsOfColumns() throws {
    let text = "# decimals: point\nDue [dd/mm/yyyy];Cost [decimals: comma];Note [€];Both [mm/dd/yyyy, comma]\n1;2;3;4\n"
    let table = try #require(CSVReader.read(SourceFile(path: "a.csv", text: text)).table)
    #expect(table.columns.map(\.name) == ["Due", "Cost", "Note [€]", "Both"])
    #expect(table.columns.map(\.forms.slashDays) == [.dayFirst, nil, nil, .monthFirst])
    #expect(table.columns.map(\.forms.decimals) == [.point, .comma, .point, .comma])
  }
}

extension CSVTable {
  /// The names of the columns, then each row with its empty cells.
  var texts: [[String]] {
    [columns.map(\.name)]
      + rows.map { row in
        columns.map { column in row.cells.first { $0.column == column.index }.map(text) ?? "" }
      }
  }
}
