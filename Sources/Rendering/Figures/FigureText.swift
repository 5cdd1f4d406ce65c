// Figure → plain text: for terminals and mails. Every row is a short list under its name, so that no line is cut.

import Languages
import Site

package enum FigureText {
  package static func write(_ figure: Figure) -> String {
    guard !figure.rows.isEmpty || !figure.emptyText.isEmpty else { return "" }
    var lines = [figure.caption, String(repeating: "=", count: figure.caption.unicodeScalars.count), ""]
    if figure.rows.isEmpty, figure.emptyText.isEmpty { return "" }
    guard !figure.rows.isEmpty else { return (lines + [figure.emptyText, ""]).joined(separator: "\n") }
    if let proposed = figure.proposed { lines += [proposed.note, ""] }
    for (index, row) in figure.rows.enumerated() { lines += text(row, index, figure) }
    lines += figure.notes.map(\.plainText)
    if lines.last != "" { lines.append("") }
    return lines.joined(separator: "\n")
  }

  private static func text(_ row: Figure.Row, _ index: Int, _ figure: Figure) -> [String] {
    let indent = String(repeating: "  ", count: row.level)
    let name = row.cells.first.map(text) ?? ""
    let mark = figure.mark(ofRow: index).map { " (\($0))" } ?? ""
    let rest = zip(figure.columns, row.cells).dropFirst().compactMap { column, cell -> String? in
      let text = text(cell)
      return text.isEmpty ? nil : "\(indent)  \(column.title): \(text)"
    }
    return [indent + name + mark] + rest + [""]
  }

  private static func text(_ cell: Figure.Cell) -> String {
    let text =
      cell.choices.isEmpty ? cell.text.plainText : cell.choices.map { "[ ] " + $0.plainText }.joined(separator: "  ")
    let blanks = Array(repeating: "____________", count: max(0, cell.blankLines))
    let detail = cell.detail.map { "(\($0.plainText))" }
    let parts = [text] + blanks + [detail].compactMap(\.self)
    return (cell.hasBox ? cell.isTicked ? "[x] " : "[ ] " : "") + parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
