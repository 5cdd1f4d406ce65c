// Figure → HTML: a table with a caption that scrolls by itself on a narrow screen.

import Markup
import Site

package enum FigureMarkup {
  /// With a heading its caption is one, for figures that make up a whole.
  static func append(_ figure: Figure, heading: StaticString? = nil, to html: inout Markup) {
    guard !figure.rows.isEmpty else {
      empty(figure, heading, &html)
      return
    }
    if heading == nil, let proposed = figure.proposed {
      html.element("p", [.class("proposed")], text: proposed.note)
    }
    let region: [Markup.Attribute] = [
      .class("table"), .text("role", "group"), .label(figure.caption), .text("tabindex", "0"),
    ]
    html.element("div", region) { html in
      html.text("\n")
      html.element("table") { html in
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
    notes(figure, &html)
  }

  private static func empty(_ figure: Figure, _ heading: StaticString?, _ html: inout Markup) {
    if let heading {
      html.element(heading, text: figure.caption)
      lead(figure, &html)
    }
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
    html.element("p", [.class("under")]) { html in
      for (index, text) in figure.lead.enumerated() {
        if index > 0 { html.text(" · ") }
        MergedTextMarkup.append(text, to: &html)
      }
    }
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
        for column in figure.columns {
          html.element(
            "th", [.text("scope", "col")] + (column.isNumber ? [.class("number")] : []), text: column.title)
        }
      }
    }
    html.text("\n")
  }

  private static func body(_ row: Figure.Row, _ columns: [Figure.Column], mark: String?, _ html: inout Markup) {
    html.open("tr", row.isTotal ? [.class("total")] : [])
    for (index, cell) in row.cells.enumerated() {
      // The first cell names the row.
      let name: StaticString = index == 0 ? "th" : "td"
      var attributes: [Markup.Attribute] = index == 0 ? [.text("scope", "row")] : []
      if columns[index].isNumber { attributes.append(.class("number")) }
      html.open(name, attributes)
      content(cell, &html)
      if index == 0, let mark { ProposedMark.append(mark, to: &html) }
      html.close(name)
    }
    html.close("tr")
    html.text("\n")
  }

  private static func content(_ cell: Figure.Cell, _ html: inout Markup) {
    if let drawing = cell.drawing {
      html.append(drawing)
    } else if let tone = cell.tone {
      ToneMark.append(cell.text.text, tone, to: &html)
    } else {
      MergedTextMarkup.append(cell.text, to: &html)
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

/// Words with a mark of their meaning before them: the style sheet draws it, so that readers aloud hear the words only.
enum ToneMark {
  static func append(_ text: String, _ tone: Figure.Tone, to html: inout Markup) {
    let kind: Markup.Attribute =
      switch tone {
      case .good: .class("tone good")
      case .attention: .class("tone attention")
      case .bad: .class("tone bad")
      case .open: .class("tone open")
      }
    html.element("span", [kind], text: text)
  }
}
