// One node of a Markdown tree: 24 bytes in a flat array, so that thousands of pages fit in memory.

/// What a node is. Blocks first, then inlines.
package enum MarkdownKind: UInt8, Sendable {
  case document, paragraph, heading, blockQuote, list, item, codeBlock, htmlBlock, thematicBreak
  /// GFM table: rows of cells; the first row is the header.
  case table, tableRow, tableCell
  /// `::name{…}` on a line of its own; `:::name{…}` … `:::` around blocks.
  case leafDirective, containerDirective
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
  /// `{{ path, format }}`, `[[key]]`, `:name[…]{…}` and `:term[…]`.
  case reference, pageLink, textDirective, term
  /// `[^id]`, and the note it leads to: its inlines, wherever it stands in the text.
  case footnoteReference, footnote
}

/// A node of the tree. `child` and `next` are indices into the document's nodes, -1 for none.
package struct MarkdownNode: Sendable {
  package var kind: MarkdownKind
  /// By kind: heading 1…6 · list and item: `Flag` bits · table cell: alignment 0 none, 1 left, 2 centre, 3 right ·
  /// block quote: 0, or the position of its kind in `Admonition.names`, counted from 1.
  package var detail: UInt8 = 0
  /// List: the number it starts with, capped. Table row: 1 for the header.
  package var number: UInt16 = 0
  package var child: Int32 = -1
  package var next: Int32 = -1
  /// Where the node stands in the source.
  package var start: Int32
  package var end: Int32
  /// By kind: text, code, HTML: index into `literals`, or -1 when the literal is the source from start to end · link,
  /// image: index into `links` · reference, page link, directives, terms, footnotes: index into their list.
  package var value: Int32 = -1

  package enum Flag {
    package static let ordered: UInt8 = 1
    package static let tight: UInt8 = 2
    package static let taskOpen: UInt8 = 4
    package static let taskDone: UInt8 = 8
  }

  package init(_ kind: MarkdownKind, _ range: Range<Int>) {
    self.kind = kind
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
  }

  package var span: SourceSpan { SourceSpan(Int(start)..<Int(end)) }
}
