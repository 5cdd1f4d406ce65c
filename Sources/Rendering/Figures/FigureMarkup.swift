// Figure → HTML: a table with a caption that scrolls by itself on a narrow screen.

package import Markup
import Site

package enum FigureMarkup {
  package static func append(_ figure: Figure, to html: inout Markup) {
    guard !figure.rows.isEmpty else {
      html.element("p", [.class("empty")], text: figure.emptyText)
      html.text("\n")
      return
    }
    if let proposed = figure.proposed { html.element("p", [.class("proposed")], text: proposed.note) }
    // Where all rows are proposed, the note says it once.
    let marks = figure.proposed.flatMap { $0.rows.count < figure.rows.count ? $0 : nil }
    let region: [Markup.Attribute] = [
      .class("table"), .text("role", "group"), .label(figure.caption), .text("tabindex", "0"),
    ]
    html.element("div", region) { html in
      html.text("\n")
      html.element("table") { html in
        html.element("caption", text: figure.caption)
        html.text("\n")
        head(figure, &html)
        html.element("tbody") { html in
          html.text("\n")
          for (index, row) in figure.rows.enumerated() {
            body(row, figure.columns, mark: marks?.rows.contains(index) == true ? marks?.word : nil, &html)
          }
        }
        html.text("\n")
      }
      html.text("\n")
    }
    html.text("\n")
  }

  private static func head(_ figure: Figure, _ html: inout Markup) {
    html.element("thead") { html in
      html.element("tr") { html in
        for column in figure.columns {
          html.element(
            "th", [.text("scope", "col")] + (column.isNumber ? [.class("number")] : []), text: column.title)
        }
      }
    }
    html.text("\n")
  }

  private static func body(_ row: Figure.Row, _ columns: [Figure.Column], mark: String?, _ html: inout Markup) {
    html.open("tr")
    for (index, cell) in row.cells.enumerated() {
      // The first cell names the row.
      let name: StaticString = index == 0 ? "th" : "td"
      var attributes: [Markup.Attribute] = index == 0 ? [.text("scope", "row")] : []
      if columns[index].isNumber { attributes.append(.class("number")) }
      html.open(name, attributes)
      content(cell, &html)
      if index == 0, let mark {
        html.text(" ")
        html.element("span", [.class("proposed")], text: mark)
      }
      html.close(name)
    }
    html.close("tr")
    html.text("\n")
  }

  private static func content(_ cell: Figure.Cell, _ html: inout Markup) {
    if let drawing = cell.drawing {
      html.append(drawing)
    } else {
      MergedTextMarkup.append(cell.text, to: &html)
    }
  }
}
