// Tokens become nodes again: references and links at once, the two ends of a directive when its siblings are complete.

extension TreeBuilder {
  func token(in literal: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    if let number = MarkToken.number(literal, at: index), number < text.marks.count { return number }
    guard let number = MarkToken.shortNumber(literal, at: index), number < text.shortMarks.count else { return nil }
    return text.shortMarks[number]
  }

  /// The whole token around its number: filler before it for a closing end, after it otherwise.
  func tokenRange(_ number: Int, in literal: UnsafeBufferPointer<UInt8>, at index: Int) -> Range<Int> {
    let length = text.marks[number].range.count
    if length == MarkToken.shortLength { return index..<min(index + length, literal.count) }
    let extra = length - MarkToken.minimumLength
    if case .text(_, _, isClosing: true) = text.marks[number].kind {
      return max(0, index - extra)..<min(index + MarkToken.minimumLength, literal.count)
    }
    return index..<min(index + MarkToken.minimumLength + extra, literal.count)
  }

  /// Adds the node of an inline mark.
  mutating func addMark(_ number: Int) {
    let mark = text.marks[number]
    use(number)
    switch mark.kind {
    case .reference(let path, let format): addReference(path, format, mark.range)
    case .pageLink(let key, let anchor, let label): addPageLink(key, anchor, label, mark.range)
    case .term(let label, let id): addTerm(label, id, mark.range)
    case .footnoteReference(let id): addFootnoteReference(id, mark.range)
    case .headingID, .text, .footnoteDefinition:
      // A placeholder until the siblings are complete; `groupDirectives` and `takeHeadingID` replace it.
      let node = append(MarkdownNode(.textDirective, mark.range))
      markOfNode[node] = number
    case .leaf, .containerOpening, .containerClosing, .refused: break
    }
  }

  private mutating func use(_ number: Int) {
    if !seen[number], let problem = text.marks[number].problem { diagnostics.append(problem) }
    seen[number] = true
  }

  private mutating func addReference(_ path: String, _ format: String?, _ range: Range<Int>) {
    var node = MarkdownNode(.reference, range)
    node.value = Int32(document.references.count)
    document.references.append(Reference(path: path, format: format, span: SourceSpan(range)))
    append(node)
  }

  private mutating func addPageLink(_ key: String, _ anchor: String?, _ label: String?, _ range: Range<Int>) {
    var node = MarkdownNode(.pageLink, range)
    node.value = Int32(document.pageLinks.count)
    document.pageLinks.append(PageLink(key: key, anchor: anchor, label: label, span: SourceSpan(range)))
    append(node)
  }

  /// A token inside a link's target or title.
  mutating func templatePiece(_ number: Int) -> TextTemplate.Piece? {
    let mark = text.marks[number]
    use(number)
    switch mark.kind {
    case .reference(let path, let format):
      document.references.append(Reference(path: path, format: format, span: SourceSpan(mark.range)))
      return .reference(document.references.count - 1)
    case .pageLink(let key, let anchor, let label):
      document.pageLinks.append(PageLink(key: key, anchor: anchor, label: label, span: SourceSpan(mark.range)))
      return .pageLink(document.pageLinks.count - 1)
    default:
      if mark.problem == nil { diagnostics.append(MarkdownReader.leftOver(file, mark.range)) }
      return nil
    }
  }

  /// Adds the node of a line that is a directive.
  mutating func addDirectiveLine(_ number: Int) {
    let mark = text.marks[number]
    use(number)
    if case .leaf(let name, let arguments) = mark.kind {
      var node = MarkdownNode(.leafDirective, mark.range)
      node.value = addDirective(.leaf, name, arguments, mark.range)
      append(node)
    } else {
      markOfNode[append(MarkdownNode(.containerDirective, mark.range))] = number
    }
  }

  mutating func addDirective(
    _ form: Directive.Form, _ name: String, _ arguments: [Directive.Argument], _ range: Range<Int>
  ) -> Int32 {
    document.directives.append(
      Directive(form: form, name: name, arguments: arguments, span: SourceSpan(range)))
    return Int32(document.directives.count - 1)
  }

  /// Among complete siblings: what stands between an opening and its end becomes the children of one node. An opening
  /// without an end here, or an end without an opening, is an error: never text, or a hidden span would show.
  mutating func groupDirectives(from base: Int) {
    var open: [(position: Int, mark: Int)] = []
    var siblings: [Int32] = []
    for node in pending[base...] {
      guard let mark = markOfNode[node] else {
        siblings.append(node)
        continue
      }
      if case .footnoteDefinition = text.marks[mark].kind {
        siblings.append(node)
      } else if isOpening(mark) {
        if open.count == Self.deepestDirective {
          diagnostics.append(MarkdownReader.tooDeep(file, text.marks[mark].range.lowerBound))
        }
        open.append((siblings.count, mark))
        siblings.append(node)
      } else if let start = open.popLast() {
        if open.count < Self.deepestDirective {
          close(siblings[start.position], around: siblings[(start.position + 1)...], end: node, start.mark)
        }
        siblings.removeSubrange((start.position + 1)...)
      } else {
        diagnostics.append(notOpened(mark))
      }
    }
    pending.replaceSubrange(base..., with: siblings)
    for (_, mark) in open where text.marks[mark].problem == nil { diagnostics.append(notClosed(mark)) }
  }

  /// Directives nest two or three deep; the walks over the tree are recursive.
  private static let deepestDirective = 30

  private mutating func close(_ index: Int32, around inner: ArraySlice<Int32>, end: Int32, _ mark: Int) {
    markOfNode[index] = nil
    markOfNode[end] = nil
    document.nodes[Int(index)].child = inner.first ?? -1
    for at in inner.indices { document.nodes[Int(inner[at])].next = at + 1 < inner.endIndex ? inner[at + 1] : -1 }
    document.nodes[Int(index)].end = document.nodes[Int(end)].end
    document.nodes[Int(index)].value = directive(of: mark)
  }

  private mutating func directive(of mark: Int) -> Int32 {
    switch text.marks[mark].kind {
    case .containerOpening(let name, let arguments):
      addDirective(.container, name, arguments, text.marks[mark].range)
    case .text(let name, let arguments, _): addDirective(.text, name, arguments, text.marks[mark].range)
    default: -1
    }
  }

  private func isOpening(_ mark: Int) -> Bool {
    switch text.marks[mark].kind {
    case .containerOpening, .text(_, _, isClosing: false): true
    default: false
    }
  }

  private func notOpened(_ mark: Int) -> Diagnostic {
    let range = text.marks[mark].range
    switch text.marks[mark].kind {
    case .containerClosing: return DirectiveLine.notOpened(file, range)
    case .headingID: return HeadingIDMark.misplaced(file, range)
    default: return MarkdownReader.leftOver(file, range)
    }
  }

  private func notClosed(_ mark: Int) -> Diagnostic {
    let range = text.marks[mark].range
    if case .containerOpening(let name, _) = text.marks[mark].kind { return DirectiveLine.notClosed(file, range, name) }
    return MarkdownReader.leftOver(file, range)
  }

  /// Takes `{#id}` off the end of a heading.
  mutating func takeHeadingID(of heading: Int32, from base: Int) {
    guard pending.count > base, let last = pending.last, let mark = markOfNode[last],
      case .headingID(let id) = text.marks[mark].kind
    else { return }
    pending.removeLast()
    markOfNode[last] = nil
    if text.marks[mark].problem == nil { headingIDs[heading] = id }
    trimEnd(from: base)
  }

  /// The space between a heading's text and its id goes with the id.
  private mutating func trimEnd(from base: Int) {
    guard pending.count > base, let last = pending.last, document.nodes[Int(last)].kind == .text else { return }
    let node = document.nodes[Int(last)]
    if node.value < 0 {
      var end = Int(node.end)
      while end > Int(node.start), document.source.bytes[end - 1] == 0x20 { end -= 1 }
      document.nodes[Int(last)].end = Int32(end)
    } else {
      var range = document.literalRanges[Int(node.value)]
      while range.end > range.start, document.literals[Int(range.end) - 1] == 0x20 { range.end -= 1 }
      document.literalRanges[Int(node.value)] = range
    }
  }

  /// Puts the source's characters back where a token stands in code, and counts the mark as used.
  mutating func restoreTokens(_ literal: inout [UInt8]) {
    guard !text.marks.isEmpty, literal.contains(0xEF) else { return }
    var restored: [UInt8] = []
    var from = 0
    literal.withUnsafeBufferPointer { bytes in
      for at in 0..<bytes.count where bytes[at] == 0xEF && at >= from {
        guard let number = token(in: bytes, at: at) else { continue }
        let range = tokenRange(number, in: bytes, at: at)
        seen[number] = true
        restored.append(contentsOf: bytes[from..<range.lowerBound])
        restored.append(contentsOf: file.bytes[text.marks[number].range])
        from = range.upperBound
      }
      restored.append(contentsOf: bytes[from...])
    }
    literal = restored
  }

  /// Marks inside HTML would pass as they are written, and a hidden text with them: only comments may hold any.
  mutating func refuseMarks(inHTML literal: [UInt8], firstLine: Int?) {
    let visible = HTMLComments.removed(from: literal)
    var numbers: [Int] = []
    visible.withUnsafeBufferPointer { bytes in
      for at in 0..<bytes.count where bytes[at] == 0xEF {
        if let number = token(in: bytes, at: at) { numbers.append(number) }
      }
    }
    if let firstLine, !HTMLComments.isAll(of: literal) {
      let lines = literal.lazy.filter { $0 == UInt8(ascii: "\n") }.count
      numbers += (firstLine...firstLine + lines).compactMap { text.directiveLines[$0] }
    }
    for number in numbers { diagnostics.append(MarkdownReader.leftOver(file, text.marks[number].range)) }
  }

  /// Code and HTML blocks also hold lines that looked like directives. `firstLine` is the line of the literal's first.
  mutating func restore(_ literal: inout [UInt8], firstLine: Int) {
    restoreTokens(&literal)
    let lineCount = literal.lazy.filter { $0 == UInt8(ascii: "\n") }.count
    guard (firstLine...firstLine + lineCount).contains(where: { text.directiveLines[$0] != nil }) else { return }
    var lines = literal.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    for offset in lines.indices {
      guard let number = text.directiveLines[firstLine + offset],
        let at = lines[offset].firstIndex(of: UInt8(ascii: "_"))
      else { continue }
      seen[number] = true
      lines[offset].replaceSubrange(at..., with: file.bytes[text.marks[number].range])
    }
    literal = Array(lines.joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))
  }
}
