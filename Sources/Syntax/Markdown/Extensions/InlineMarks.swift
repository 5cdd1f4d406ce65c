// The list of the inline marks that the scan before cmark looks for; the order is the order of trial.

/// A mark inside a line. It begins with `{`, `[`, `:` or `&`.
protocol InlineMark: Sendable {
  /// The mark that begins at `index`, or nil. A mark in two parts (opening, closing) comes as two, in this order.
  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]?
}

let inlineMarks: [any InlineMark.Type] = [
  ReferenceMark.self,
  PageLinkMark.self,
  FootnoteMark.self,
  HeadingIDMark.self,
  TermMark.self,
  TextDirectiveMark.self,
  NoncharacterEntity.self,
]
