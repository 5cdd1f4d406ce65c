// What stands in a cell of a figure → HTML: text, a drawing, links, boxes to tick and lines to write on.

import Markup
import Site
import Syntax

enum CellMarkup {
  static func append(_ cell: Figure.Cell, to html: inout Markup) {
    if cell.hasBox { box(&html, isTicked: cell.isTicked) }
    if let drawing = cell.drawing {
      html.append(drawing)
    } else if let tone = cell.tone {
      ToneMark.append(cell.text.text, tone, to: &html)
    } else if !cell.choices.isEmpty {
      choices(cell.choices, &html)
    } else if !cell.links.isEmpty {
      links(cell.links, &html)
    } else {
      MergedTextMarkup.append(cell.text, to: &html)
    }
    if let detail = cell.detail {
      html.text(" ")
      html.element("span", [.class("detail")]) { MergedTextMarkup.append(detail, to: &$0) }
    }
    for _ in 0..<max(0, cell.blankLines) {
      html.element("span", [.class("blank"), .text("aria-hidden", "true")], text: "")
    }
  }

  private static func box(_ html: inout Markup, isTicked: Bool = false) {
    html.element("span", [.class("box"), .text("aria-hidden", "true")], text: isTicked ? "☑" : "☐")
  }

  private static func choices(_ choices: [MergedText], _ html: inout Markup) {
    for choice in choices {
      html.element("span", [.class("choice")]) { html in
        box(&html)
        MergedTextMarkup.append(choice, to: &html)
      }
      html.text(" ")
    }
  }

  private static func links(_ links: [Figure.Cell.Link], _ html: inout Markup) {
    for (index, link) in links.enumerated() {
      if index > 0 { html.text(", ") }
      html.element("a", [.href(WebAddress(route: link.address))]) { MergedTextMarkup.append(link.text, to: &$0) }
    }
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
