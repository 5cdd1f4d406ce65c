// Figure → HTML for rows that hold much text: each stands as a sheet of its own, its cells below each other.

import Markup
import Site

enum FigureSheets {
  /// The rows under the caption. Cells that hold nothing are left out; nothing scrolls sideways, on paper or a phone.
  static func append(_ figure: Figure, to html: inout Markup) {
    html.element("div", [.class("sheets"), .text("role", "group"), .label(figure.caption)]) { html in
      html.text("\n")
      html.element("p", [.class("caption")], text: figure.caption)
      html.text("\n")
      for (index, row) in figure.rows.enumerated() {
        html.element("div", [.class("sheet")] + (row.anchor.map { [.id($0)] } ?? [])) { html in
          html.text("\n")
          name(row, mark: figure.mark(ofRow: index), &html)
          cells(row, figure.columns, &html)
        }
        html.text("\n")
      }
    }
    html.text("\n")
  }

  /// The first cell names the row.
  private static func name(_ row: Figure.Row, mark: String?, _ html: inout Markup) {
    guard let cell = row.cells.first else { return }
    html.element("p", [.class("name")]) { html in
      CellMarkup.append(cell, to: &html)
      if let mark { ProposedMark.append(mark, to: &html) }
    }
    html.text("\n")
  }

  private static func cells(_ row: Figure.Row, _ columns: [Figure.Column], _ html: inout Markup) {
    html.element("dl") { html in
      for (column, cell) in zip(columns, row.cells).dropFirst() where !cell.isEmpty {
        html.element("div") { html in
          html.element("dt", text: column.title)
          html.element("dd") { CellMarkup.append(cell, to: &$0) }
        }
      }
    }
    html.text("\n")
  }
}
