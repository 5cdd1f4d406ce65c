// The inlines of a document → HTML: text, emphasis, code, links, images, merged values.

import Markup
import Syntax

extension MarkdownMarkup {
  mutating func inlines(below parent: Int32, _ html: inout Markup) {
    var at = document.nodes[Int(parent)].child
    while at >= 0 {
      inline(at, &html)
      at = document.nodes[Int(at)].next
    }
    atLineStart = false
  }

  private mutating func inline(_ index: Int32, _ html: inout Markup) {
    let node = document.nodes[Int(index)]
    switch node.kind {
    case .text: document.withLiteral(node) { html.text($0) }
    case .softBreak: html.text("\n")
    case .lineBreak:
      html.void("br")
      html.text("\n")
    case .code:
      html.open("code")
      document.withLiteral(node) { html.text($0) }
      html.close("code")
    case .htmlInline: rawHTML(node, isBlock: false, &html)
    case .emphasis: element("em", index, &html)
    case .strong: element("strong", index, &html)
    case .strikethrough: element("del", index, &html)
    case .link: link(index, node, &html)
    case .image: image(index, node, &html)
    case .reference: resolver?.append(reference: Int(node.value), to: &html)
    case .pageLink: resolver?.append(pageLink: Int(node.value), to: &html)
    default: inlines(below: index, &html)
    }
  }

  private mutating func element(_ name: StaticString, _ index: Int32, _ html: inout Markup) {
    html.open(name)
    inlines(below: index, &html)
    html.close(name)
  }

  /// A link without an address that holds is its text.
  private mutating func link(_ index: Int32, _ node: MarkdownNode, _ html: inout Markup) {
    guard let address = address(node) else { return inlines(below: index, &html) }
    html.open("a", [.href(address)])
    title(node, &html)
    inlines(below: index, &html)
    html.close("a")
  }

  private mutating func image(_ index: Int32, _ node: MarkdownNode, _ html: inout Markup) {
    guard let address = address(node) else { return html.text(document.plainText(of: index)) }
    html.void("img", [.src(address), .text("alt", document.plainText(of: index))])
    title(node, &html)
  }

  private func title(_ node: MarkdownNode, _ html: inout Markup) {
    let template = document.links[Int(node.value)].title
    let title = template.constant ?? resolver?.text(template) ?? ""
    if !title.isEmpty { html.attribute(.text("title", title)) }
  }

  private func address(_ node: MarkdownNode) -> WebAddress? {
    if let resolver { return resolver.address(ofLink: Int(node.value)) }
    guard let url = document.links[Int(node.value)].url.constant else { return nil }
    if case .commonMark = style { return WebAddress(unchecked: url) }
    return try? WebAddress(checking: url)
  }
}
