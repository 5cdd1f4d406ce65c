// A link definition inside an audience block serves only that block: used outside it, the address would leave with the page.

import Syntax
import Transition

enum HiddenDefinitions {
  /// Finds links outside the page's audience blocks that have their address from a definition inside one. The text is
  /// read once more without the blocks; a link that is then gone, or leads elsewhere, was fed from inside.
  static func check(_ document: MarkdownDocument, body: Int) -> [Diagnostic] {
    guard document.directives.contains(where: { $0.form == .container }) else { return [] }
    let blocks = document.nodes.filter { node in
      node.kind == .containerDirective && node.value >= 0 && document.directives[Int(node.value)].name == "audience"
        && holdsDefinition(document.source.bytes[node.span.range])
    }
    guard !blocks.isEmpty else { return [] }
    if blocks.count > most { return [tooMany(Place(document.source, blocks[most].span))] }
    // Links that stand in the same blocks may have their addresses from these and from nowhere else.
    let groups = Dictionary(grouping: document.links) { link in
      blocks.indices.filter { blocks[$0].span.range.contains(Int(link.span.start)) }
    }
    let found = groups.flatMap { around, links in
      let others = blocks.indices.filter { !around.contains($0) }.map { blocks[$0] }
      return others.isEmpty ? [] : fed(links, from: others, document, body: body)
    }
    return found.sorted { $0.span.start < $1.span.start }.map { finding($0, document.source) }
  }

  /// The page is read once more for each of them, and once for what stands in none.
  private static let most = 24

  /// Those of the links that lead elsewhere, or nowhere, without what stands in the blocks.
  private static func fed(
    _ links: [LinkTarget], from blocks: [MarkdownNode], _ document: MarkdownDocument, body: Int
  ) -> [LinkTarget] {
    var bytes = document.source.bytes
    for block in blocks { blank(inside: block, of: document, in: &bytes) }
    let (without, _) = MarkdownReader.read(SourceFile(path: document.source.path, bytes: bytes), from: body)
    let remaining = Dictionary(
      without.links.map { ($0.span.start, address($0, without)) }, uniquingKeysWith: { first, _ in first })
    return links.filter { remaining[$0.span.start] != address($0, document) }
  }

  /// `]:` is in every definition.
  private static func holdsDefinition(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }
  }

  /// Blanks the lines between a block's first line and its last.
  private static func blank(inside block: MarkdownNode, of document: MarkdownDocument, in bytes: inout [UInt8]) {
    let opening = document.directives[Int(block.value)].span.range
    let end = Int(block.end)
    let lastLine = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? end
    for index in opening.upperBound..<max(opening.upperBound, lastLine) where bytes[index] != UInt8(ascii: "\n") {
      bytes[index] = 0x20
    }
  }

  private static func address(_ link: LinkTarget, _ document: MarkdownDocument) -> String {
    (link.url.pieces + [.text("\u{0}")] + link.title.pieces).map { piece in
      switch piece {
      case .text(let text): text
      case .reference(let index): document.references[index].path
      case .pageLink(let index): document.pageLinks[index].key
      }
    }.joined(separator: "\u{0}")
  }

  private static func tooMany(_ place: Place) -> Diagnostic {
    Diagnostic(
      "audience", at: place, "too many audience blocks of this page hold link definitions",
      rule: "at most \(most) do", help: "write the addresses where the links are")
  }

  private static func finding(_ link: LinkTarget, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "audience", at: Place(file, link.span), "this link has its address from a definition inside an audience block",
      rule: "a definition inside :::audience serves only that block",
      help: "write the address here, or move the definition out")
  }
}
