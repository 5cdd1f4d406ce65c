// Marks that were to hide something and are not read where they stand: they would be published, and what they hold with them.

package import Syntax

/// Looks for audience marks in data and in what a page prints as it is, and for comments that Markdown does not take
/// for such. (CommonMark 0.30, 6.6: no `--` inside a comment, no `-` at its end)
package enum UnreadMarks {
  private static let opening = ":audience["
  private static let container = ":::audience"
  private static let comment = "<!--"

  /// In a file of data, but for its comments.
  package static func check(data file: SourceFile) -> [Diagnostic] {
    outsideComments(unread(opening, file) + unread(container, file), file).map { at in
      Diagnostic(
        "audience", at: Place(file, SourceSpan(at: at)), "data has no marks for parts of a text",
        rule: ":audience[…] and :::audience are read on pages only; here they would print",
        help: "put the part in a field or a record of its own, with the audience that it is for")
    }
  }

  /// On a page: its front matter, its text, blocks of code by indentation, the arguments of its components.
  static func check(_ document: MarkdownDocument, body: Int) -> [Diagnostic] {
    let file = document.source
    let (openings, containers, comments) = (unread(opening, file), unread(container, file), unread(comment, file))
    guard !(openings.isEmpty && containers.isEmpty && comments.isEmpty) else { return [] }
    var places = outsideComments(among(openings + containers, 0..<body), file)
    for node in document.nodes {
      switch node.kind {
      case .text:
        for (mark, marks) in [(opening, openings), (comment, comments)] {
          let inside = among(marks, node.span.range)
          // The place of a text with escapes may be that of the whole line: what it says decides.
          if !inside.isEmpty, says(node, mark, document) { places += inside }
        }
      case .codeBlock where !isFenced(node, file): places += among(containers, node.span.range)
      default: continue
      }
    }
    for directive in document.directives where directive.form == .leaf {
      places += among(openings, directive.span.range)
    }
    return Set(places).sorted().map { unreadMark($0, file) }
  }

  private static func unreadMark(_ at: Int, _ file: SourceFile) -> Diagnostic {
    let isComment = file.bytes[at] == UInt8(ascii: "<")
    return Diagnostic(
      isComment ? "raw-html" : "audience", at: Place(file, SourceSpan(at: at)),
      isComment ? "this comment would be printed" : "this mark is not read here and would be printed",
      rule: isComment
        ? "a comment has no -- inside it, and does not end in --->"
        : ":audience[…]{…} stands in running text, :::audience{…} alone on a line that is not indented like code",
      help: isComment ? "take the hyphens out of it, or write \\<!-- to print it" : "move it, or write a \\ before it")
  }

  /// Where a mark stands that no backslash makes text, in the order of the file.
  private static func unread(_ mark: String, _ file: SourceFile) -> [Int] {
    var found: [Int] = []
    var at = 0
    while let place = ByteSearch.first(mark, in: file.bytes, from: at) {
      if place == 0 || file.bytes[place - 1] != UInt8(ascii: "\\") { found.append(place) }
      at = place + 1
    }
    return found
  }

  private static func among(_ marks: [Int], _ range: Range<Int>) -> [Int] { marks.filter(range.contains) }

  /// What a line of YAML begins with # is for its writers.
  private static func outsideComments(_ marks: [Int], _ file: SourceFile) -> [Int] {
    marks.filter { file.line(around: $0).first { $0 > 0x20 } != UInt8(ascii: "#") }
  }

  private static func says(_ node: MarkdownNode, _ mark: String, _ document: MarkdownDocument) -> Bool {
    ByteSearch.first(mark, in: document.withLiteral(node) { Array($0) }) != nil
  }

  private static func isFenced(_ node: MarkdownNode, _ file: SourceFile) -> Bool {
    let first = file.bytes[node.span.range].first { $0 > 0x20 }
    return first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
  }
}
