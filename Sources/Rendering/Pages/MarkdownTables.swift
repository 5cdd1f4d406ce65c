// The tables of a document → HTML: on a page they scroll by themselves on a narrow screen.

import Languages
import Markup
import Syntax

extension MarkdownMarkup {
  mutating func table(_ index: Int32, _ html: inout Markup) {
    // A box that scrolls is reached by keyboard, and says what it is.
    let label = isPage ? word("table") : nil
    startLine(&html)
    if let label {
      html.open("div", [.class("table"), .text("role", "group"), .label(label), .text("tabindex", "0")])
    }
    html.open("table")
    endLine(&html)
    var inBody = false
    for row in document.children(of: index) {
      let isHeader = document.nodes[Int(row)].number == 1
      if isHeader { html.open("thead") } else if !inBody { html.open("tbody") }
      if isHeader || !inBody { endLine(&html) }
      inBody = !isHeader
      self.row(row, isHeader ? "th" : "td", &html)
      if isHeader {
        html.close("thead")
        endLine(&html)
      }
    }
    if inBody {
      html.close("tbody")
      endLine(&html)
    }
    html.close("table")
    if label != nil { html.close("div") }
    endLine(&html)
  }

  mutating func row(_ index: Int32, _ name: StaticString, _ html: inout Markup) {
    html.open("tr")
    endLine(&html)
    for cell in document.children(of: index) {
      typesetting = Typography.State()
      line(name, scope(of: name) + alignment(document.nodes[Int(cell)].detail), &html) { writer, html in
        writer.inlines(below: cell, &html)
      }
    }
    html.close("tr")
    endLine(&html)
  }

  private func scope(of name: StaticString) -> [Markup.Attribute] {
    isPage && "\(name)" == "th" ? [.text("scope", "col")] : []
  }

  private func alignment(_ detail: UInt8) -> [Markup.Attribute] {
    let names: [StaticString] = ["", "left", "center", "right"]
    guard (1...3).contains(detail) else { return [] }
    if isPage { return [.class(names[Int(detail)])] }
    return [.text("align", "\(names[Int(detail)])")]
  }
}
