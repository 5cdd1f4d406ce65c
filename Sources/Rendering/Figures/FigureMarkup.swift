// Figure → HTML: a table with a caption that scrolls by itself on a narrow screen.

import Markup
import Site
import Syntax

package enum FigureMarkup {
  /// Where the table can be downloaded, and what the link says.
  typealias Download = (address: WebAddress, text: String)

  /// With a heading its caption is one, for figures that make up a whole.
  static func append(
    _ figure: Figure, heading: StaticString? = nil, table download: Download? = nil, to html: inout Markup
  ) {
    guard !figure.rows.isEmpty else { return empty(figure, heading, &html) }
    if heading == nil, let proposed = figure.proposed {
      html.element("p", [.class("proposed")], text: proposed.note)
      html.text("\n")
    }
    guard figure.drawings.isEmpty else { return drawn(figure, download, &html) }
    table(figure, heading, &html)
    notes(figure, &html)
    link(download, &html)
  }

  /// Drawings with their caption, and the same in words below them.
  private static func drawn(_ figure: Figure, _ download: Download?, _ html: inout Markup) {
    html.element("figure", [.class("chart")]) { html in
      html.text("\n")
      html.element("figcaption", text: figure.caption)
      html.text("\n")
      for drawing in figure.drawings {
        let region: [Markup.Attribute] = [
          .class("canvas"), .text("role", "group"), .label(figure.caption), .text("tabindex", "0"),
        ]
        html.element("div", region) { $0.append(drawing) }
        html.text("\n")
      }
      notes(figure, &html)
      if case .folded(let title) = figure.form {
        html.element("details") { html in
          html.element("summary", text: title)
          html.text("\n")
          table(figure, nil, &html)
        }
        html.text("\n")
      } else {
        table(figure, nil, &html)
      }
      link(download, &html)
    }
    html.text("\n")
  }

  private static func table(_ figure: Figure, _ heading: StaticString?, _ html: inout Markup) {
    if heading == nil, case .sheets = figure.form { return FigureSheets.append(figure, to: &html) }
    let isGrid = if case .grid = figure.form { true } else { false }
    let region: [Markup.Attribute] = [
      .class("table"), .text("role", "group"), .label(figure.caption), .text("tabindex", "0"),
    ]
    html.element("div", region) { html in
      html.text("\n")
      html.element("table", isGrid ? [.class("grid")] : []) { html in
        caption(figure, heading, &html)
        html.text("\n")
        head(figure, &html)
        html.element("tbody") { html in
          html.text("\n")
          for (index, row) in figure.rows.enumerated() {
            body(row, figure.columns, mark: figure.mark(ofRow: index), &html)
          }
        }
        html.text("\n")
      }
      html.text("\n")
    }
    html.text("\n")
  }

  private static func link(_ download: Download?, _ html: inout Markup) {
    guard let download else { return }
    html.element("p", [.class("download")]) { html in
      html.element("a", [.href(download.address), .text("download", "")], text: download.text)
    }
    html.text("\n")
  }

  private static func empty(_ figure: Figure, _ heading: StaticString?, _ html: inout Markup) {
    if let heading {
      html.element(heading, text: figure.caption)
      lead(figure, &html)
    }
    // A second table that has nothing to add says nothing.
    guard !figure.emptyText.isEmpty else { return }
    html.element("p", [.class("empty")], text: figure.emptyText)
    html.text("\n")
  }

  private static func caption(_ figure: Figure, _ heading: StaticString?, _ html: inout Markup) {
    guard let heading else { return html.element("caption", text: figure.caption) }
    html.element("caption") { html in
      html.element(heading) { html in
        html.text(figure.caption)
        if let mark = figure.markOfAll { ProposedMark.append(mark, to: &html) }
      }
      lead(figure, &html)
    }
  }

  private static func lead(_ figure: Figure, _ html: inout Markup) {
    guard !figure.lead.isEmpty else { return }
    html.element("p", [.class("under")]) { MergedTextMarkup.append(figure.lead, to: &$0) }
  }

  private static func notes(_ figure: Figure, _ html: inout Markup) {
    for note in figure.notes {
      html.element("p", [.class("beside")]) { MergedTextMarkup.append(note, to: &$0) }
      html.text("\n")
    }
  }

  private static func head(_ figure: Figure, _ html: inout Markup) {
    html.element("thead") { html in
      html.element("tr") { html in
        for column in figure.columns where !column.isBelow {
          html.element(
            "th", [.text("scope", "col")] + (column.isNumber ? [.class("number")] : []), text: column.title)
        }
      }
    }
    html.text("\n")
  }

  private static func body(_ row: Figure.Row, _ columns: [Figure.Column], mark: String?, _ html: inout Markup) {
    var attributes: [Markup.Attribute] = row.isTotal ? [.class("total")] : levels[min(row.level, levels.count - 1)]
    if let anchor = row.anchor { attributes.append(.id(anchor)) }
    let width = columns.count { !$0.isBelow }
    guard !row.isHeading else { return across(row, width, attributes, &html) }
    html.open("tr", attributes)
    for (index, cell) in row.cells.enumerated() where !columns[index].isBelow {
      // The first cell names the row.
      let name: StaticString = index == 0 ? "th" : "td"
      html.open(name, (index == 0 ? [.text("scope", "row")] : []) + look(cell, isNumber: columns[index].isNumber))
      CellMarkup.append(cell, to: &html)
      if index == 0, let mark { ProposedMark.append(mark, to: &html) }
      html.close(name)
    }
    html.close("tr")
    html.text("\n")
    below(zip(columns, row.cells).filter { $0.0.isBelow && !$0.1.text.text.isEmpty }, width, &html)
  }

  /// What a row says in sentences, each behind its title.
  private static func below(_ cells: [(Figure.Column, Figure.Cell)], _ width: Int, _ html: inout Markup) {
    guard !cells.isEmpty else { return }
    html.element("tr", [.class("below")]) { html in
      html.element("td", [.text("colspan", String(width))]) { html in
        for (column, cell) in cells {
          html.element("div") { html in
            html.element("b", text: column.title + ":")
            html.text(" ")
            CellMarkup.append(cell, to: &html)
          }
        }
      }
    }
    html.text("\n")
  }

  /// A row whose first cell stands across all columns.
  private static func across(
    _ row: Figure.Row, _ columns: Int, _ attributes: [Markup.Attribute], _ html: inout Markup
  ) {
    guard let cell = row.cells.first else { return }
    let look: [Markup.Attribute] = [.text("scope", "rowgroup"), .text("colspan", String(columns))]
    html.element("tr", attributes + [.class("across")]) { html in
      html.element("th", look + self.look(cell, isNumber: false)) { CellMarkup.append(cell, to: &$0) }
    }
    html.text("\n")
  }

  /// Parts stand below what they are part of.
  private static let levels: [[Markup.Attribute]] = [
    [], [.class("part")], [.class("part part-2")], [.class("part part-3")],
  ]

  private static func look(_ cell: Figure.Cell, isNumber: Bool) -> [Markup.Attribute] {
    switch (cell.tint, isNumber) {
    case (nil, false): if case .day = cell.plain { [.class("day")] } else { [] }
    case (nil, true): [.class("number")]
    case (.low, false): [.class("low")]
    case (.middle, false): [.class("middle")]
    case (.high, false): [.class("high")]
    case (.low, true): [.class("number low")]
    case (.middle, true): [.class("number middle")]
    case (.high, true): [.class("number high")]
    }
  }
}

extension Figure {
  /// The mark of a row that nobody has confirmed, where others are people's: else it stands once for all.
  func mark(ofRow index: Int) -> String? {
    proposed.flatMap { $0.rows.count < rows.count && $0.rows.contains(index) ? $0.word : nil }
  }

  var markOfAll: String? { proposed.flatMap { $0.rows.count == rows.count ? $0.word : nil } }
}

enum ProposedMark {
  static func append(_ word: String, to html: inout Markup) {
    html.text(" ")
    html.element("span", [.class("proposed")], text: word)
  }
}
