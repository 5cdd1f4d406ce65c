// Markdown tree → HTML tree, the only one there is: pages, `render` and the conformance tests all go through it.

package import Languages
package import Markup
package import Syntax

/// Writes one document. The line ends between blocks are those of CommonMark's reference.
package struct MarkdownMarkup {
  package enum Style: Sendable {
    /// A page of the site: classes for the style sheet, words for those who do not see boxes, quotes as in print.
    case page(Typography)
    /// A fragment for any use: alignment as an attribute, as GFM writes it.
    case fragment
    /// The conformance mode: addresses and HTML as they are.
    case commonMark
  }

  let document: MarkdownDocument
  let style: Style
  let resolver: (any MarkdownResolver)?
  var allowsRawHTML = false
  var headingIndex = 0
  /// What the text before means for the quotes and spaces that follow.
  var typesetting = Typography.State()
  /// Notes and terms that the text has used so far, in order; see `MarkdownNotes.swift`.
  var notes: [UsedNote] = []
  var terms: [TermMeaning] = []
  /// Links do not nest: a term or a note inside one is its words.
  var isInLink = false
  /// Whether the output stands at the start of a line.
  var atLineStart = true

  package init(document: MarkdownDocument, style: Style, resolver: (any MarkdownResolver)?, allowsRawHTML: Bool = false)
  {
    self.document = document
    self.style = style
    self.resolver = resolver
    self.allowsRawHTML = allowsRawHTML
  }

  /// The text, behind it the meaning of its terms, and its notes.
  package mutating func append(to html: inout Markup) {
    blocks(below: 0, isTight: false, &html)
    appendTerms(to: &html)
    appendNotes(to: &html)
  }

  func word(_ key: String, _ values: [String: String] = [:]) -> String { resolver?.language.text(key, values) ?? "" }

  var isPage: Bool { if case .page = style { true } else { false } }

  /// The inlines of all paragraphs, with a line break between them: Markdown inside a table cell.
  mutating func appendInlineContent(to html: inout Markup) {
    var isFirst = true
    for block in document.children(of: 0) {
      if !isFirst { html.void("br") }
      isFirst = false
      if document.nodes[Int(block)].kind == .paragraph {
        inlines(below: block, &html)
      } else {
        self.block(block, isTight: true, &html)
      }
    }
  }

  // MARK: Blocks

  mutating func blocks(below parent: Int32, isTight: Bool, _ html: inout Markup) {
    var at = document.nodes[Int(parent)].child
    while at >= 0 {
      block(at, isTight: isTight, &html)
      at = document.nodes[Int(at)].next
    }
  }

  mutating func block(_ index: Int32, isTight: Bool, _ html: inout Markup) {
    let node = document.nodes[Int(index)]
    switch node.kind {
    case .paragraph:
      if isPage, let image = figure(index) { return figure(image, &html) }
      typesetting = Typography.State()
      if isTight { return inlines(below: index, &html) }
      line(holdsBlocks(index) ? "div" : "p", [], &html) { writer, html in writer.inlines(below: index, &html) }
    case .heading: heading(index, node, &html)
    case .footnote: break
    case .blockQuote:
      if let name = Admonition.name(ofQuote: node), resolver != nil { return admonition(name, index, &html) }
      startLine(&html)
      html.open("blockquote")
      endLine(&html)
      blocks(below: index, isTight: false, &html)
      startLine(&html)
      html.close("blockquote")
      endLine(&html)
    case .list: list(index, node, &html)
    case .codeBlock: code(index, node, &html)
    case .htmlBlock: rawHTML(node, isBlock: true, &html)
    case .thematicBreak:
      startLine(&html)
      html.void("hr")
      endLine(&html)
    case .table: table(index, &html)
    case .leafDirective:
      startLine(&html)
      resolver?.append(directive: Int(node.value), to: &html)
    case .containerDirective: container(index, node, isTight: isTight, &html)
    default: inlines(below: index, &html)
    }
  }

  /// Whether a value that is merged into a paragraph is a list or another block: then it is no paragraph in HTML.
  func holdsBlocks(_ paragraph: Int32) -> Bool {
    guard let resolver, !document.references.isEmpty else { return false }
    return document.children(of: paragraph).contains { child in
      let node = document.nodes[Int(child)]
      return node.kind == .reference && resolver.holdsBlocks(reference: Int(node.value))
    }
  }

  /// An admonition is set apart under its localised title; an audience's container is its content.
  mutating func container(_ index: Int32, _ node: MarkdownNode, isTight: Bool, _ html: inout Markup) {
    guard node.value >= 0, resolver != nil, case let name = document.directives[Int(node.value)].name,
      Admonition.names.contains(name)
    else { return blocks(below: index, isTight: isTight, &html) }
    admonition(name, index, &html)
  }

  private mutating func admonition(_ name: String, _ index: Int32, _ html: inout Markup) {
    let title = word(name)
    startLine(&html)
    html.open("div", [.text("class", "admonition " + name), .text("role", "note"), .label(title)])
    endLine(&html)
    line("p", [.class("admonition-title")], &html) { _, html in html.text(title) }
    blocks(below: index, isTight: false, &html)
    startLine(&html)
    html.close("div")
    endLine(&html)
  }

  mutating func startLine(_ html: inout Markup) {
    if !atLineStart { html.text("\n") }
    atLineStart = true
  }

  mutating func endLine(_ html: inout Markup) {
    html.text("\n")
    atLineStart = true
  }

  mutating func line(
    _ name: StaticString, _ attributes: [Markup.Attribute], _ html: inout Markup,
    _ content: (inout MarkdownMarkup, inout Markup) -> Void
  ) {
    startLine(&html)
    html.open(name, attributes)
    atLineStart = false
    content(&self, &html)
    html.close(name)
    endLine(&html)
  }

  mutating func heading(_ index: Int32, _ node: MarkdownNode, _ html: inout Markup) {
    let names: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
    let anchor = resolver?.anchor(ofHeading: headingIndex)
    headingIndex += 1
    let name = names[max(0, min(5, Int(node.detail) - 1))]
    typesetting = Typography.State()
    let isLinked = isPage && anchor != nil
    startLine(&html)
    if isLinked { html.open("div", [.class("heading")]) }
    html.open(name, anchor.map { [.id($0)] } ?? [])
    inlines(below: index, &html)
    html.close(name)
    if isLinked, let anchor, let resolver {
      let label = word("link-to-heading", ["title": resolver.words(ofHeading: headingIndex - 1)])
      html.element("a", [.class("anchor"), .href(WebAddress(route: "#" + anchor)), .label(label)])
      html.close("div")
    }
    endLine(&html)
  }

  mutating func list(_ index: Int32, _ node: MarkdownNode, _ html: inout Markup) {
    let isOrdered = node.detail & MarkdownNode.Flag.ordered != 0
    let isTight = node.detail & MarkdownNode.Flag.tight != 0
    let name: StaticString = isOrdered ? "ol" : "ul"
    startLine(&html)
    html.open(name)
    if isOrdered, node.number != 1 || node.value >= 0 { html.attribute(.text("start", start(node))) }
    endLine(&html)
    for item in document.children(of: index) {
      let detail = document.nodes[Int(item)].detail
      line("li", [], &html) { writer, html in
        writer.checkbox(detail, &html)
        writer.blocks(below: item, isTight: isTight, &html)
      }
    }
    html.close(name)
    endLine(&html)
  }

  private func start(_ node: MarkdownNode) -> String {
    node.value >= 0 ? document.withLiteral(node) { String(decoding: $0, as: UTF8.self) } : String(node.number)
  }

  /// A task's box. On a page it says in words whether the task is done.
  mutating func checkbox(_ detail: UInt8, _ html: inout Markup) {
    let isDone = detail & MarkdownNode.Flag.taskDone != 0
    guard isDone || detail & MarkdownNode.Flag.taskOpen != 0 else { return }
    html.void("input", isDone ? [.text("checked", "")] : [])
    html.attribute(.text("disabled", ""))
    html.attribute(.text("type", "checkbox"))
    if isPage { html.attribute(.label(word(isDone ? "task-done" : "task-open"))) }
    html.text(" ")
  }

  mutating func code(_ index: Int32, _ node: MarkdownNode, _ html: inout Markup) {
    startLine(&html)
    html.open("pre")
    html.open("code")
    if node.child >= 0 {
      let info = document.withLiteral(document.nodes[Int(node.child)]) { bytes in
        String(decoding: bytes.prefix { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
      }
      html.attribute(.text("class", "language-" + info))
    }
    document.withLiteral(node) { html.text($0) }
    html.close("code")
    html.close("pre")
    endLine(&html)
  }

  mutating func rawHTML(_ node: MarkdownNode, isBlock: Bool, _ html: inout Markup) {
    let isConformance = if case .commonMark = style { true } else { false }
    guard isConformance || allowsRawHTML else { return }
    if isBlock { startLine(&html) }
    document.withLiteral(node) { bytes in
      html.append(allowedByTheSite: isConformance ? Array(bytes) : HTMLComments.removed(from: bytes))
    }
    if isBlock { atLineStart = document.withLiteral(node) { $0.last == UInt8(ascii: "\n") } }
    if isBlock { startLine(&html) }
  }
}
