// The headings of a text in reading order, with the directives around each and what its anchor is made from.

extension TreeBuilder {
  mutating func collectHeadings() { collectHeadings(below: 0, scope: -1) }

  private mutating func collectHeadings(below parent: Int32, scope: Int32) {
    var at = document.nodes[Int(parent)].child
    while at >= 0 {
      let node = document.nodes[Int(at)]
      switch node.kind {
      case .heading:
        document.headings.append(
          Heading(
            node: at, level: node.detail, scope: scope, id: headingIDs[at],
            text: trimmedTitle(document.plainText(of: at))))
      case .containerDirective: collectHeadings(below: at, scope: node.value)
      case .blockQuote, .list, .item: collectHeadings(below: at, scope: scope)
      default: break
      }
      at = node.next
    }
  }

  private func trimmedTitle(_ text: String) -> String {
    var bytes = Substring(text).utf8
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
