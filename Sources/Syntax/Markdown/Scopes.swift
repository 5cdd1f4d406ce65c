// Which directives stand around each use: a reference in a block for the team is a use by the team.

extension TreeBuilder {
  /// Tells every use which directives stand around it. Only texts with containers or text directives need the walk.
  mutating func finishScopes() {
    guard document.directives.contains(where: { $0.form != .leaf }) else { return }
    setScopes(below: 0, scope: -1)
  }

  private mutating func setScopes(below parent: Int32, scope: Int32) {
    var at = document.nodes[Int(parent)].child
    while at >= 0 {
      let node = document.nodes[Int(at)]
      var inner = scope
      switch node.kind {
      case .reference: document.references[Int(node.value)].scope = scope
      case .pageLink: document.pageLinks[Int(node.value)].scope = scope
      case .link, .image: setScope(ofLink: Int(node.value), scope)
      case .term: document.terms[Int(node.value)].scope = scope
      case .footnoteReference: document.footnoteReferences[Int(node.value)].scope = scope
      case .footnote: document.footnotes[Int(node.value)].scope = scope
      case .leafDirective: document.directives[Int(node.value)].scope = scope
      case .containerDirective, .textDirective:
        if node.value >= 0 {
          document.directives[Int(node.value)].scope = scope
          inner = node.value
        }
      default: break
      }
      if node.child >= 0, node.kind != .codeBlock { setScopes(below: at, scope: inner) }
      at = node.next
    }
  }

  private mutating func setScope(ofLink link: Int, _ scope: Int32) {
    document.links[link].scope = scope
    for piece in document.links[link].url.pieces + document.links[link].title.pieces {
      if case .reference(let index) = piece { document.references[index].scope = scope }
      if case .pageLink(let index) = piece { document.pageLinks[index].scope = scope }
    }
  }
}
