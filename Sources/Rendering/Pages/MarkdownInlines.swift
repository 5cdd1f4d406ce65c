// The inlines of a document → HTML: text, emphasis, code, links, images, merged values.

import Languages
import Markup
import Site
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
    case .text: return text(node, &html)
    case .softBreak:
      html.text("\n")
      typesetting.last = 0x20
      return
    case .lineBreak:
      html.void("br")
      html.text("\n")
      typesetting.last = 0x20
      return
    case .code:
      html.open("code")
      document.withLiteral(node) { html.text($0) }
      html.close("code")
    case .htmlInline: rawHTML(node, isBlock: false, &html)
    case .emphasis: return element("em", index, &html)
    case .strong: return element("strong", index, &html)
    case .strikethrough: return element("del", index, &html)
    case .link: return link(index, node, &html)
    case .image: image(index, node, &html)
    case .reference: resolver?.append(reference: Int(node.value), to: &html)
    case .pageLink where isInLink: html.text(resolver?.words(ofPageLink: Int(node.value)) ?? "")
    case .pageLink: resolver?.append(pageLink: Int(node.value), to: &html)
    case .term: term(Int(node.value), &html)
    case .footnoteReference: noteReference(document.footnoteReferences[Int(node.value)], &html)
    default: return inlines(below: index, &html)
    }
    // What was written is a word to the quotes that follow.
    typesetting.last = UInt8(ascii: "a")
  }

  private mutating func text(_ node: MarkdownNode, _ html: inout Markup) {
    guard case .page(let typography) = style else { return document.withLiteral(node) { html.text($0) } }
    // A copy: while the document lends a text, a change of `self` would have all of the document copied.
    var state = typesetting
    document.withLiteral(node) { literal in
      if let typeset = typography.typeset(literal, &state) {
        typeset.withUnsafeBufferPointer { html.text($0) }
      } else {
        html.text(literal)
      }
    }
    typesetting = state
  }

  private mutating func element(_ name: StaticString, _ index: Int32, _ html: inout Markup) {
    html.open(name)
    inlines(below: index, &html)
    html.close(name)
  }

  /// A link without an address that holds is its text.
  private mutating func link(_ index: Int32, _ node: MarkdownNode, _ html: inout Markup) {
    guard !isInLink, let address = address(node) else { return inlines(below: index, &html) }
    html.open("a", [.href(address)])
    title(node, &html)
    isInLink = true
    inlines(below: index, &html)
    isInLink = false
    if isPage, let file = resolver?.file(ofLink: Int(node.value)), let resolver {
      html.text(" ")
      html.element("span", [.class("attachment")], text: Self.description(of: file, resolver.language))
    }
    html.close("a")
  }

  /// What a file is and how large, for who is about to fetch it: (PDF, 1,2 MB).
  private static func description(of file: ContentFile, _ language: Language) -> String {
    let megabytes = FixedDecimal(mantissa: Int64((file.size + 50_000) / 100_000), fractionDigits: 1)
    let kilobytes = FixedDecimal(max(1, (file.size + 500) / 1000))
    let isLarge = file.size >= 999_500
    let size = language.number(isLarge ? megabytes ?? kilobytes : kilobytes) + (isLarge ? "\u{A0}MB" : "\u{A0}kB")
    return language.text("attachment", ["format": file.format, "size": size]) ?? ""
  }

  private mutating func image(_ index: Int32, _ node: MarkdownNode, _ html: inout Markup) {
    guard let address = address(node) else { return html.text(words(below: index)) }
    html.void("img", [.src(address), .text("alt", words(below: index))])
    size(node, &html)
    title(node, &html)
  }

  private func words(below index: Int32) -> String {
    resolver?.words(below: index) ?? document.plainText(of: index)
  }

  /// The place an image takes is known before it arrives, and it is fetched when the reader comes near.
  private func size(_ node: MarkdownNode, _ html: inout Markup) {
    guard isPage, let size = resolver?.file(ofLink: Int(node.value))?.image else { return }
    html.attribute(.text("width", String(size.width)))
    html.attribute(.text("height", String(size.height)))
    html.attribute(.text("loading", "lazy"))
    html.attribute(.text("decoding", "async"))
  }

  /// The image that is all of a paragraph and has a title, which is its caption then.
  func figure(_ paragraph: Int32) -> Int32? {
    let only = document.nodes[Int(paragraph)].child
    guard only >= 0, document.nodes[Int(only)].kind == .image, document.nodes[Int(only)].next < 0 else { return nil }
    let title = document.links[Int(document.nodes[Int(only)].value)].title
    return title.pieces.isEmpty ? nil : only
  }

  mutating func figure(_ image: Int32, _ html: inout Markup) {
    let node = document.nodes[Int(image)]
    guard let address = address(node) else { return }
    let caption = document.links[Int(node.value)].title
    startLine(&html)
    html.open("figure")
    html.void("img", [.src(address), .text("alt", words(below: image))])
    size(node, &html)
    html.element("figcaption", text: caption.constant ?? resolver?.text(caption) ?? "")
    html.close("figure")
    endLine(&html)
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
