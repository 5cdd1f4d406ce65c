// Text with references outside Markdown: the title in a front matter.

extension MarkdownReader {
  /// Reads `{{ … }}` in a YAML scalar. `range` is the scalar in its file, quotes included; `text` its value.
  package static func template(_ file: SourceFile, in range: Range<Int>, text: String) -> (
    TextTemplate, [Reference], [Diagnostic]
  ) {
    var pieces: [TextTemplate.Piece] = []
    var references: [Reference] = []
    var diagnostics: [Diagnostic] = []
    let value = SourceFile(path: file.path, text: text)
    var places = braces(in: file.bytes, range)[...]
    var from = 0
    var at = 0
    while at < value.bytes.count {
      guard value.bytes[at] == UInt8(ascii: "{"),
        let mark = ReferenceMark.match(value, at: at, lineEnd: value.bytes.count, body: 0..<value.bytes.count)?.first,
        case .reference(let path, let format) = mark.kind
      else {
        at += 1
        continue
      }
      let place = places.popFirst() ?? range
      let span = SourceSpan(place)
      if mark.problem != nil { diagnostics.append(ReferenceMark.malformed(file, place)) }
      if at > from { pieces.append(.text(String(decoding: value.bytes[from..<at], as: UTF8.self))) }
      pieces.append(.reference(references.count))
      references.append(Reference(path: path, format: format, span: span))
      at = mark.range.upperBound
      from = at
    }
    if from < value.bytes.count { pieces.append(.text(String(decoding: value.bytes[from...], as: UTF8.self))) }
    return (TextTemplate(pieces: pieces), references, diagnostics)
  }

  /// Where the references stand in the file; the scalar's escapes do not matter, since braces are never escaped.
  private static func braces(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "{"), let (whole, _) = ReferenceMark.braces(bytes, at: at, end: range.upperBound) {
        found.append(whole)
        at = whole.upperBound
      } else {
        at += 1
      }
    }
    return found
  }
}
