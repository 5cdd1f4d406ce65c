// Figure → CSV that spreadsheets of its readers open: their decimal mark, days as ISO writes them, nothing that runs.

package import Languages
import Site
import Syntax

package enum FigureCSV {
  /// The bytes of the table with its head. (RFC 4180, with the separator that goes with the language's decimal mark)
  package static func write(_ figure: Figure, _ language: Language) -> [UInt8] {
    var csv = CSVWriter(
      separator: language.hasDecimalComma ? UInt8(ascii: ";") : UInt8(ascii: ","),
      decimals: language.hasDecimalComma ? .comma : .point)
    csv.row(figure.columns.map { .text($0.title) })
    for row in figure.rows {
      let missing = max(0, figure.columns.count - row.cells.count)
      csv.row(row.cells.map(cell) + [CSVWriter.Cell](repeating: .empty, count: missing))
    }
    return csv.bytes
  }

  private static func cell(_ cell: Figure.Cell) -> CSVWriter.Cell {
    switch cell.plain {
    case .number(let number): .number(number.description)
    case .day(let day): .text(day.iso)
    case nil: text(cell)
    }
  }

  private static func text(_ cell: Figure.Cell) -> CSVWriter.Cell {
    let detail = cell.detail.map { "(\($0.plainText))" }
    let text = [cell.text.plainText, detail].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return text.isEmpty ? .empty : .text(text)
  }
}
