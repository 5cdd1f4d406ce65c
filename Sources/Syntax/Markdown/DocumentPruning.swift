// A document without some of its directives: what a selection takes out is not in the copy, neither as node nor as byte.

extension MarkdownDocument {
  /// The document without the directives that `isHidden` names by index, with all that is inside them. The source of
  /// the copy has spaces where they stood, so that places in it stay the same.
  package func removing(_ isHidden: (Int) -> Bool) -> (document: MarkdownDocument, kept: [Int]) {
    var pruner = Pruner(old: self)
    pruner.copyChildren(of: 0, to: 0, isHidden)
    pruner.finish()
    return (pruner.new, pruner.keptDirectives)
  }

  private struct Pruner {
    let old: MarkdownDocument
    var new: MarkdownDocument
    var bytes: [UInt8]
    var keptDirectives: [Int] = []
    var newIndex: [Int32: Int32] = [:]
    var newDirective: [Int32: Int32] = [:]

    init(old: MarkdownDocument) {
      self.old = old
      bytes = old.source.bytes
      new = MarkdownDocument(source: old.source)
      new.nodes[0] = old.nodes[0]
      new.nodes[0].child = -1
    }

    mutating func copyChildren(of parent: Int32, to target: Int32, _ isHidden: (Int) -> Bool) {
      var previous: Int32 = -1
      for child in old.children(of: parent) {
        let node = old.nodes[Int(child)]
        if node.kind == .containerDirective || node.kind == .textDirective, node.value >= 0, isHidden(Int(node.value)) {
          blank(node)
          continue
        }
        let index = Int32(new.nodes.count)
        new.nodes.append(node)
        new.nodes[Int(index)].child = -1
        new.nodes[Int(index)].next = -1
        newIndex[child] = index
        if previous >= 0 { new.nodes[Int(previous)].next = index } else { new.nodes[Int(target)].child = index }
        previous = index
        copyValue(of: node, to: index)
        copyChildren(of: child, to: index, isHidden)
      }
    }

    private mutating func copyValue(of node: MarkdownNode, to index: Int32) {
      guard node.value >= 0 else { return }
      let value = Int(node.value)
      switch node.kind {
      case .reference:
        new.nodes[Int(index)].value = Int32(new.references.count)
        new.references.append(old.references[value])
      case .pageLink:
        new.nodes[Int(index)].value = Int32(new.pageLinks.count)
        new.pageLinks.append(old.pageLinks[value])
      case .term:
        new.nodes[Int(index)].value = Int32(new.terms.count)
        new.terms.append(old.terms[value])
      case .footnoteReference:
        new.nodes[Int(index)].value = Int32(new.footnoteReferences.count)
        new.footnoteReferences.append(old.footnoteReferences[value])
        new.footnoteReferences[new.footnoteReferences.count - 1].node = index
      case .footnote:
        new.nodes[Int(index)].value = Int32(new.footnotes.count)
        new.footnotes.append(old.footnotes[value])
        new.footnotes[new.footnotes.count - 1].node = index
      case .link, .image:
        new.nodes[Int(index)].value = Int32(new.links.count)
        new.links.append(copy(old.links[value]))
      case .leafDirective, .containerDirective, .textDirective:
        newDirective[node.value] = Int32(new.directives.count)
        new.nodes[Int(index)].value = Int32(new.directives.count)
        new.directives.append(old.directives[value])
        keptDirectives.append(value)
      default:
        let range = old.literalRanges[value].range
        let start = new.literals.count
        new.literals.append(contentsOf: old.literals[range])
        new.nodes[Int(index)].value = Int32(new.literalRanges.count)
        new.literalRanges.append(SourceSpan(start..<new.literals.count))
      }
    }

    private mutating func copy(_ link: LinkTarget) -> LinkTarget {
      LinkTarget(
        url: copy(link.url), title: copy(link.title), span: link.span, scope: link.scope, isImage: link.isImage)
    }

    private mutating func copy(_ template: TextTemplate) -> TextTemplate {
      TextTemplate(
        pieces: template.pieces.map { piece in
          switch piece {
          case .text: return piece
          case .reference(let index):
            new.references.append(old.references[index])
            return .reference(new.references.count - 1)
          case .pageLink(let index):
            new.pageLinks.append(old.pageLinks[index])
            return .pageLink(new.pageLinks.count - 1)
          }
        })
    }

    private mutating func blank(_ node: MarkdownNode) {
      for index in node.span.range where index < bytes.count && bytes[index] != UInt8(ascii: "\n") {
        bytes[index] = 0x20
      }
    }

    /// Scopes and headings by their new numbers; the blanked source.
    mutating func finish() {
      let scope: (Int32) -> Int32 = { [newDirective] in $0 < 0 ? -1 : newDirective[$0] ?? -1 }
      for index in new.references.indices { new.references[index].scope = scope(new.references[index].scope) }
      for index in new.pageLinks.indices { new.pageLinks[index].scope = scope(new.pageLinks[index].scope) }
      for index in new.links.indices { new.links[index].scope = scope(new.links[index].scope) }
      for index in new.terms.indices { new.terms[index].scope = scope(new.terms[index].scope) }
      for index in new.footnotes.indices { new.footnotes[index].scope = scope(new.footnotes[index].scope) }
      for index in new.footnoteReferences.indices {
        new.footnoteReferences[index].scope = scope(new.footnoteReferences[index].scope)
      }
      for index in new.directives.indices { new.directives[index].scope = scope(new.directives[index].scope) }
      new.headings = old.headings.compactMap { heading in
        guard let node = newIndex[heading.node] else { return nil }
        return Heading(
          node: node, level: heading.level, scope: scope(heading.scope), id: heading.id, text: new.plainText(of: node))
      }
      new.source = SourceFile(path: old.source.path, bytes: bytes)
    }
  }
}
