// A parsed Markdown text: the tree, and what one file can know about itself (links, references, directives, outline).

/// A Markdown text as a tree with positions. Node 0 is the document.
package struct MarkdownDocument: Sendable {
  package var source: SourceFile
  package var nodes: [MarkdownNode] = [MarkdownNode(.document, 0..<0)]
  /// Texts that differ from the source: decoded entities, unescaped characters, code without its indentation.
  package var literals: [UInt8] = []
  package var literalRanges: [SourceSpan] = []
  package var links: [LinkTarget] = []
  package var references: [Reference] = []
  package var pageLinks: [PageLink] = []
  package var directives: [Directive] = []
  package var terms: [TermUse] = []
  package var footnoteReferences: [Footnote] = []
  package var footnotes: [Footnote] = []
  package var headings: [Heading] = []
  /// Cells beyond the header's columns: GFM drops them, a site build refuses them.
  package var excessCells: [SourceSpan] = []

  /// Calls `body` with the bytes of a text, code or HTML node.
  package func withLiteral<Result>(_ node: MarkdownNode, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = node.value < 0 ? node.span.range : literalRanges[Int(node.value)].range
    let bytes = node.value < 0 ? source.bytes : literals
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The children of a node, first to last.
  package func children(of index: Int32) -> Children { Children(nodes: nodes, at: nodes[Int(index)].child) }

  package struct Children: Sequence, IteratorProtocol {
    let nodes: [MarkdownNode]
    var at: Int32
    package mutating func next() -> Int32? {
      guard at >= 0 else { return nil }
      defer { at = nodes[Int(at)].next }
      return at
    }
  }

  /// Appends the plain text below a node: no markup, no values of references; line ends become spaces.
  package func appendPlainText(of index: Int32, to text: inout [UInt8]) {
    let node = nodes[Int(index)]
    switch node.kind {
    case .text, .code: withLiteral(node) { text.append(contentsOf: $0) }
    case .term: text.append(contentsOf: terms[Int(node.value)].label.utf8)
    case .softBreak, .lineBreak: text.append(0x20)
    case .htmlInline, .htmlBlock: break
    default: for child in children(of: index) { appendPlainText(of: child, to: &text) }
    }
  }

  package func plainText(of index: Int32) -> String {
    var text: [UInt8] = []
    appendPlainText(of: index, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}

/// Text with values merged in: a link target, a title.
package struct TextTemplate: Sendable {
  package enum Piece: Sendable {
    case text(String)
    /// Index into the document's `references`.
    case reference(Int)
    /// Index into the document's `pageLinks`.
    case pageLink(Int)
  }
  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }
  package init(_ text: String) { pieces = text.isEmpty ? [] : [.text(text)] }

  /// The text when nothing is merged into it.
  package var constant: String? {
    if pieces.isEmpty { return "" }
    if pieces.count == 1, case .text(let text) = pieces[0] { return text }
    return nil
  }
}

/// Where a link or an image points: the target as cmark decoded it, and the title.
package struct LinkTarget: Sendable {
  package let url: TextTemplate
  package let title: TextTemplate
  package let span: SourceSpan
  /// The directives around it; see `Directive.scope`.
  package var scope: Int32 = -1
  package let isImage: Bool
}

/// `{{ milestones.m11.planned, long }}`: a value to merge in.
package struct Reference: Sendable {
  /// The path as written, without spaces.
  package let path: String
  package let format: String?
  package let span: SourceSpan
  package var scope: Int32 = -1
}

/// `[[key]]`, `[[key#anchor]]`, `[[key|text]]`: a link to a page by its key.
package struct PageLink: Sendable {
  package let key: String
  package let anchor: String?
  package let label: String?
  package let span: SourceSpan
  package var scope: Int32 = -1
}

/// `:term[label]{id}`: a term of the glossary, by its id or by what is written.
package struct TermUse: Sendable {
  package let label: String
  package let id: String?
  package let span: SourceSpan
  package var scope: Int32 = -1
}

/// `[^id]`, or the note with that id.
package struct Footnote: Sendable {
  package let id: String
  package let span: SourceSpan
  package var scope: Int32 = -1
  /// The node of the note; of a reference, its own.
  package var node: Int32
}

/// A directive of any of the three forms.
package struct Directive: Sendable {
  package enum Form: Sendable { case leaf, container, text }
  package struct Argument: Sendable {
    /// Empty for a bare word: `:::audience{team}`.
    package let name: String
    package let value: String
    package let span: SourceSpan
  }
  package let form: Form
  package let name: String
  package let arguments: [Argument]
  package let span: SourceSpan
  /// Index of the innermost container or text directive around it, -1 for none.
  package var scope: Int32 = -1
}

/// A heading of the text, with what its anchor is made from.
package struct Heading: Sendable {
  package let node: Int32
  package let level: UInt8
  package let scope: Int32
  /// From `{#id}`.
  package let id: String?
  package let text: String
}
