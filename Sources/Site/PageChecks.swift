// What one page's text may not hold: raw HTML, addresses that run something, tables with cells too many.

package import Syntax

package enum PageChecks {
  /// `dropsExcessCells` is GFM's way with rows that are too long; a site's page is refused.
  package static func check(_ document: MarkdownDocument, allowsRawHTML: Bool, dropsExcessCells: Bool = false)
    -> [Diagnostic]
  {
    let file = document.source
    var found: [Diagnostic] = []
    for node in document.nodes where node.kind == .htmlBlock || node.kind == .htmlInline {
      if document.withLiteral(node, isUnclosedComment) {
        found.append(unclosedComment(file, node))
      } else if !allowsRawHTML, !document.withLiteral(node, { HTMLComments.isAll(of: $0) }) {
        found.append(
          document.withLiteral(node, isComment) ? textAfterComment(file, node) : rawHTML(file, node, document))
      }
    }
    for link in document.links {
      guard let url = link.url.constant else { continue }
      if let problem = problem(ofAddress: url, at: Place(file, link.span)) { found.append(problem) }
    }
    for cell in document.excessCells where !dropsExcessCells { found.append(excessCell(file, cell)) }
    return found + repeatedIDs(document)
  }

  /// An id that two headings have leads to the first of them only.
  private static func repeatedIDs(_ document: MarkdownDocument) -> [Diagnostic] {
    var first: [String: SourceSpan] = [:]
    return document.headings.compactMap { heading in
      guard let id = heading.id else { return nil }
      let span = document.nodes[Int(heading.node)].span
      guard let earlier = first.updateValue(span, forKey: id) else { return nil }
      return Diagnostic(
        "heading-id", at: Place(document.source, span), "the id \"\(id)\" is used twice on this page",
        rule: "an id names one heading", help: "give one of them another id",
        related: [.init("first used here", Place(document.source, earlier))])
    }
  }

  /// What is wrong with an address, if anything.
  package static func problem(ofAddress text: String, at place: Place) -> Diagnostic? {
    do {
      _ = try WebAddress(checking: text)
      return nil
    } catch {
      return address(error, text, place)
    }
  }

  private static func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    html.starts(with: "<!--".utf8)
  }

  private static func isUnclosedComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    guard html.starts(with: "<!--".utf8) else { return false }
    return ByteSearch.first("-->", in: Array(html)) == nil
  }

  private static func address(_ problem: WebAddress.Problem, _ text: String, _ place: Place) -> Diagnostic {
    let message: Message
    switch problem {
    case .scheme(let scheme): message = "a link may not use \"\(scheme):\""
    case .host: message = "a link may not begin with two slashes"
    case .control: message = "a link holds a control character"
    case .invisible: message = "a link holds an invisible character"
    }
    let isCharacter = problem == .control || problem == .invisible
    return Diagnostic(
      "link-address", at: place, message,
      rule: "links are relative, or begin with \(WebAddress.allowedSchemes.map { $0 + ":" }.joined(separator: ", "))",
      help: isCharacter ? "delete the character" : "write the full address, or delete the link")
  }

  private static func rawHTML(_ file: SourceFile, _ node: MarkdownNode, _ document: MarkdownDocument) -> Diagnostic {
    let tag = document.withLiteral(node) { html in
      String(decoding: html.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\n") }.prefix(40), as: UTF8.self)
    }
    return Diagnostic(
      "raw-html", at: Place(file, node.span), "HTML in the text: \(tag)>",
      rule: "a page is Markdown; HTML could run scripts and breaks in documents and mail",
      help: "write it in Markdown, escape it with \\<, or allow HTML with rawHTML: true in site.yaml")
  }

  private static func textAfterComment(_ file: SourceFile, _ node: MarkdownNode) -> Diagnostic {
    Diagnostic(
      "raw-html", at: Place(file, node.span), "text stands on the line of a comment and would vanish with it",
      rule: "a comment at the start of a line makes the whole line HTML",
      help: "put the comment on a line of its own, with a blank line after it")
  }

  private static func unclosedComment(_ file: SourceFile, _ node: MarkdownNode) -> Diagnostic {
    Diagnostic(
      "raw-html", at: Place(file, node.span), "the comment that begins here is not closed",
      rule: "everything after it would vanish from the page", help: "close it with -->")
  }

  private static func excessCell(_ file: SourceFile, _ cell: SourceSpan) -> Diagnostic {
    Diagnostic(
      "table", at: Place(file, cell), "this cell has no column", rule: "a row has at most as many cells as the header",
      help: "delete the cell, add a column to the header, or write \\| for a line that is text")
  }
}
