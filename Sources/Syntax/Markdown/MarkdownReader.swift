// Markdown text → `MarkdownDocument`: scan for our marks, cmark once, then every token becomes a node or an error.

package enum MarkdownReader {
  /// How a text is read.
  package enum Dialect: Sendable {
    /// CommonMark 0.30 and nothing else: the conformance mode of `render --commonmark`.
    case commonMark
    /// CommonMark with all our extensions.
    case site
  }

  /// Deepest nesting of blocks and inlines together. People stay below ten.
  static let maximumDepth = 100

  /// Reads the part of a file from `body` to its end.
  package static func read(_ file: SourceFile, from body: Int = 0, dialect: Dialect = .site) -> (
    document: MarkdownDocument, diagnostics: [Diagnostic]
  ) {
    let range = min(body, file.bytes.count)..<file.bytes.count
    let text = MarkScanner.scan(file, body: range, extensions: dialect == .site)
    guard !text.diagnostics.hasErrors else { return (MarkdownDocument(source: file), text.diagnostics) }
    var builder = TreeBuilder(file: file, text: text, dialect: dialect)
    builder.build()
    let entities = dialect == .site ? EntityCheck.findings(builder.document) : []
    return (builder.document, text.diagnostics + builder.diagnostics + entities)
  }

  static func tooDeep(_ file: SourceFile, _ at: Int) -> Diagnostic {
    Diagnostic(
      "too-complex", at: Place(file, SourceSpan(at: at)), "nested more than \(maximumDepth) levels deep",
      rule: "a text of a playbook nests a few levels", help: "delete the markers, or put the text into code")
  }

  static func leftOver(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "misplaced-mark", at: Place(file, SourceSpan(range)), "this mark does not reach the page",
      rule: "a mark stands in text; not in a label of a link definition that nothing uses, nor half in other markup",
      help: "move it into the text, or escape it with a backslash")
  }
}
