// Inlines of one block: cmark's nodes become ours, tokens become nodes, and every node gets its place in the source.
//
// Places do not come from cmark's columns, which are wrong behind lazy lines, tabs and entities. Literals stand in the
// source in their order, so each is searched from where the last one ended (see `LiteralSearch.swift`).

internal import CCmark
internal import Glibc

extension TreeBuilder {
  mutating func addInlines(of parent: CNode, to index: Int32, in range: Range<Int>) {
    cursor = range.lowerBound
    blockEnd = range.upperBound
    openBrackets = 0
    addInlineChildren(of: parent, to: index)
  }

  mutating func addInlineChildren(of parent: CNode, to index: Int32) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= MarkdownReader.maximumDepth else {
      diagnostics.append(MarkdownReader.tooDeep(file, cursor))
      return
    }
    let base = pending.count
    let marksBefore = markOfNode.count
    var child = cmark_node_first_child(parent)
    while let node = child, cursor < inlineLimit {
      addInline(node)
      child = cmark_node_next(node)
    }
    if document.nodes[Int(index)].kind == .heading { takeHeadingID(of: index, from: base) }
    if markOfNode.count > marksBefore { groupDirectives(from: base) }
    if dialect == .site {
      Strikethrough.group(from: base, in: &self)
      if linkDepth == 0 { Autolinks.group(from: base, in: &self) }
    }
    link(from: base, to: index)
  }

  private mutating func addInline(_ node: CNode) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: withLiteral(of: node) { builder, literal in builder.addText(literal) }
    case CMARK_NODE_SOFTBREAK: addBreak(.softBreak)
    case CMARK_NODE_LINEBREAK: addBreak(.lineBreak)
    case CMARK_NODE_CODE: withLiteral(of: node) { builder, literal in builder.addCodeSpan(literal) }
    case CMARK_NODE_HTML_INLINE: withLiteral(of: node) { builder, literal in builder.addHTML(literal) }
    case CMARK_NODE_EMPH: addInlineChildren(of: node, to: append(MarkdownNode(.emphasis, cursor..<cursor)))
    case CMARK_NODE_STRONG: addInlineChildren(of: node, to: append(MarkdownNode(.strong, cursor..<cursor)))
    case CMARK_NODE_LINK: addLink(node, isImage: false)
    case CMARK_NODE_IMAGE: addLink(node, isImage: true)
    default: break
    }
  }

  private mutating func withLiteral(of node: CNode, _ body: (inout TreeBuilder, UnsafeBufferPointer<UInt8>) -> Void) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let count = strlen(literal)
    literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(&self, UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// A text node: located, then cut at its tokens.
  private mutating func addText(_ whole: UnsafeBufferPointer<UInt8>) {
    var literal = whole
    if cellLeadFollows {
      cellLeadFollows = false
      literal = UnsafeBufferPointer(rebasing: whole.dropFirst(MarkToken.cellLead.count))
    }
    guard !literal.isEmpty else { return }
    let place = locate(literal)
    let isVerbatim = place.map { stands(literal, at: $0) } ?? false
    if let place { cursor = place.upperBound }
    let start = place?.lowerBound ?? cursor
    var from = 0
    for at in 0..<literal.count where literal[at] == 0xEF {
      guard at >= from, let number = token(in: literal, at: at) else { continue }
      let range = tokenRange(number, in: literal, at: at)
      addPlainText(literal, from..<range.lowerBound, start: start, isVerbatim)
      addMark(number)
      from = range.upperBound
    }
    addPlainText(literal, from..<literal.count, start: start, isVerbatim)
  }

  /// Whether a text is written in the source as it is read.
  private func stands(_ literal: UnsafeBufferPointer<UInt8>, at place: Range<Int>) -> Bool {
    guard place.count == literal.count, let expected = literal.baseAddress else { return false }
    return text.bytes.withUnsafeBytes { memcmp($0.baseAddress! + place.lowerBound, expected, literal.count) == 0 }
  }

  private mutating func addPlainText(
    _ literal: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, start: Int, _ isVerbatim: Bool
  ) {
    guard !part.isEmpty else { return }
    if isVerbatim {
      checkHalfMarks(start + part.lowerBound..<start + part.upperBound)
      append(MarkdownNode(.text, start + part.lowerBound..<start + part.upperBound))
      return
    }
    var node = MarkdownNode(.text, start..<max(start, cursor))
    if dialect == .site { checkHalfMarks(start..<max(start, cursor)) }
    node.value = keep(literal: UnsafeBufferPointer(rebasing: literal[part]))
    append(node)
  }

  /// Half marks would print as text: an error instead. Braces that open a reference but never close it, and the end
  /// of a text directive, `]{team}`, without a bracket before it that it could belong to.
  private mutating func checkHalfMarks(_ range: Range<Int>) {
    guard dialect == .site, range.count >= 2 else { return }
    let holdsMark = text.bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memchr($0 + range.lowerBound, Int32(UInt8(ascii: "{")), range.count) != nil } ?? false
    }
    guard holdsMark || openBrackets > 0 || text.bytes[range].contains(UInt8(ascii: "[")) else { return }
    var at = range.lowerBound
    while at < range.upperBound {
      let next = at + 1 < range.upperBound ? text.bytes[at + 1] : 0
      switch text.bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "{") where next == UInt8(ascii: "{"):
        diagnostics.append(ReferenceMark.notClosed(file, at))
        at += 1
      case UInt8(ascii: "["): openBrackets += 1
      case UInt8(ascii: "]"):
        if openBrackets == 0, next == UInt8(ascii: "{") { checkEnd(at, in: range) }
        openBrackets = max(0, openBrackets - 1)
      default: break
      }
      at += 1
    }
  }

  private mutating func checkEnd(_ bracket: Int, in range: Range<Int>) {
    let limit = min(range.upperBound, bracket + TextDirectiveMark.maximumArguments)
    guard let end = DirectiveArguments.end(text.bytes, from: bracket + 1, limit: limit), end > bracket + 3 else {
      return
    }
    diagnostics.append(TextDirectiveMark.notOpened(file, bracket..<end))
  }

  private mutating func addBreak(_ kind: MarkdownKind) {
    let at = cursor
    while cursor < blockEnd, text.bytes[cursor] != UInt8(ascii: "\n") { cursor += 1 }
    append(MarkdownNode(kind, at..<cursor))
    cursor = min(cursor + 1, blockEnd)
  }

  private mutating func addCodeSpan(_ literal: UnsafeBufferPointer<UInt8>) {
    let tick = UInt8(ascii: "`")
    let start = search(tick) ?? cursor
    let run = tickRun(start)
    var close = start + run
    while close < blockEnd {
      if text.bytes[close] == tick {
        let length = tickRun(close)
        if length == run { break }
        close += length
      } else {
        close += 1
      }
    }
    cursor = min(close + run, blockEnd)
    var bytes = Array(literal)
    restoreTokens(&bytes)
    var node = MarkdownNode(.code, start..<max(start, cursor))
    node.value = bytes.withUnsafeBufferPointer { keep(literal: $0) }
    append(node)
  }

  private func tickRun(_ at: Int) -> Int {
    var end = at
    while end < blockEnd, text.bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end - at
  }

  private mutating func addHTML(_ literal: UnsafeBufferPointer<UInt8>) {
    let place = locate(literal) ?? cursor..<cursor
    cursor = max(cursor, place.upperBound)
    var bytes = Array(literal)
    refuseMarks(inHTML: bytes, firstLine: nil)
    restoreTokens(&bytes)
    var node = MarkdownNode(.htmlInline, place)
    node.value = bytes.withUnsafeBufferPointer { keep(literal: $0) }
    append(node)
  }

  private mutating func addLink(_ node: CNode, isImage: Bool) {
    let start = linkStart(isImage: isImage)
    let isAutolink = start < blockEnd && text.bytes[start] == UInt8(ascii: "<")
    cursor = min(start + (isImage ? 2 : 1), blockEnd)
    let index = append(MarkdownNode(isImage ? .image : .link, start..<start))
    document.nodes[Int(index)].value = Int32(document.links.count)
    document.links.append(
      LinkTarget(
        url: template(cmark_node_get_url(node)), title: template(cmark_node_get_title(node)),
        span: SourceSpan(start..<start), isImage: isImage))
    linkDepth += 1
    addInlineChildren(of: node, to: index)
    linkDepth -= 1
    skipLinkTail(isAutolink: isAutolink)
    document.nodes[Int(index)].end = Int32(truncatingIfNeeded: max(start, cursor))
    setSpan(ofLink: Int(document.nodes[Int(index)].value), start..<max(start, cursor))
  }

  private mutating func setSpan(ofLink link: Int, _ range: Range<Int>) {
    let old = document.links[link]
    document.links[link] = LinkTarget(
      url: old.url, title: old.title, span: SourceSpan(range), isImage: old.isImage)
  }

  /// A link's target or title with its tokens as pieces.
  private mutating func template(_ pointer: UnsafePointer<CChar>?) -> TextTemplate {
    guard let pointer, pointer[0] != 0 else { return TextTemplate("") }
    let count = strlen(pointer)
    return pointer.withMemoryRebound(to: UInt8.self, capacity: count) {
      template(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  private mutating func template(_ literal: UnsafeBufferPointer<UInt8>) -> TextTemplate {
    var pieces: [TextTemplate.Piece] = []
    var from = 0
    func addText(_ part: Range<Int>) {
      guard !part.isEmpty else { return }
      let piece = UnsafeBufferPointer(rebasing: literal[part])
      pieces.append(.text(String(decoding: EntityCheck.repaired(piece) ?? Array(piece), as: UTF8.self)))
    }
    for at in 0..<literal.count where literal[at] == 0xEF {
      guard at >= from, let number = token(in: literal, at: at) else { continue }
      let range = tokenRange(number, in: literal, at: at)
      addText(from..<range.lowerBound)
      if let piece = templatePiece(number) { pieces.append(piece) }
      from = range.upperBound
    }
    addText(from..<literal.count)
    return TextTemplate(pieces: pieces)
  }
}
