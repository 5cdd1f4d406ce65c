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
    check(file, 0..<file.bytes.count).map { at in
      Diagnostic(
        "audience", at: Place(file, SourceSpan(at: at)), "data has no marks for parts of a text",
        rule: ":audience[…] and :::audience are read on pages only; here they would print",
        help: "put the part in a field or a record of its own, with the audience that it is for")
    }
  }

  /// On a page: its front matter, its text, blocks of code by indentation, the arguments of its components.
  static func check(_ document: MarkdownDocument, body: Int) -> [Diagnostic] {
    let file = document.source
    var places = check(file, 0..<body)
    for node in document.nodes {
      switch node.kind {
      case .text:
        // The place of a text with escapes may be that of the whole line: what it says decides.
        let said = document.withLiteral(node) { Array($0) }
        let marks = [opening, comment].filter { ByteSearch.first($0, in: said) != nil }
        places += unread(marks, file, node.span.range)
      case .codeBlock where !isFenced(node, file): places += unread([container], file, node.span.range)
      default: continue
      }
    }
    for directive in document.directives where directive.form == .leaf {
      places += unread([opening], file, directive.span.range)
    }
    return Set(places).sorted().map { at in
      let isComment = file.bytes[at] == UInt8(ascii: "<")
      return Diagnostic(
        isComment ? "raw-html" : "audience", at: Place(file, SourceSpan(at: at)),
        isComment ? "this comment would be printed" : "this mark is not read here and would be printed",
        rule: isComment
          ? "a comment has no -- inside it, and does not end in --->"
          : ":audience[…]{…} stands in running text, :::audience{…} alone on a line that is not indented like code",
        help: isComment ? "take the hyphens out of it, or write \\<!-- to print it" : "move it, or write a \\ before it"
      )
    }
  }

  private static func check(_ file: SourceFile, _ range: Range<Int>) -> [Int] {
    unread([opening, container], file, range).filter { at in
      // What a line of YAML begins with # is for its writers.
      let line = file.bytes[..<at].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return file.bytes[line..<at].first { $0 > 0x20 } != UInt8(ascii: "#")
    }
  }

  /// Where the marks stand that no backslash makes text.
  private static func unread(_ marks: [String], _ file: SourceFile, _ range: Range<Int>) -> [Int] {
    marks.flatMap { mark in
      var found: [Int] = []
      var at = range.lowerBound
      while let place = ByteSearch.first(mark, in: file.bytes, from: at), place < range.upperBound {
        if place == 0 || file.bytes[place - 1] != UInt8(ascii: "\\") { found.append(place) }
        at = place + 1
      }
      return found
    }
  }

  private static func isFenced(_ node: MarkdownNode, _ file: SourceFile) -> Bool {
    let first = file.bytes[node.span.range].first { $0 > 0x20 }
    return first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
  }
}
