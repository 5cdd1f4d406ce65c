// Builds the flat tree from cmark's: blocks here, inlines and extensions beside it. With `MarkdownReader` the only code
// that sees cmark.

internal import CCmark
internal import CSupport
internal import Glibc

typealias CNode = OpaquePointer

/// One run over one text. A value that grows; thrown away when the document is taken out of it.
struct TreeBuilder {
  let file: SourceFile
  let text: MarkedText
  let dialect: MarkdownReader.Dialect
  var document: MarkdownDocument
  var diagnostics: [Diagnostic] = []
  /// Children of the nodes under construction, innermost last; a node takes its own off the end.
  var pending: [Int32] = []
  /// Marks that reached the tree or were found in code.
  var seen: [Bool]
  /// For marks that became nodes: which node.
  var tables: [Table] = []
  var cellCount = 0
  /// Where the search for the next inline begins, and where its block ends. See `InlineBuilder.swift`.
  var cursor = 0
  var blockEnd = 0
  /// Brackets of the block's text that are open: `[x]{y}` is text, `x]{y}` half a directive.
  var openBrackets = 0
  /// Where the inlines of a block end early: before a table.
  var inlineLimit = Int.max
  var depth = 0
  /// How many links and images are around the inlines under construction: links do not nest.
  var linkDepth = 0
  /// The next text begins with the sign that leads a table cell; see `Table.swift`.
  var cellLeadFollows = false
  /// Mark by node, for the two ends of directives that wait for their partner.
  var markOfNode: [Int32: Int] = [:]
  /// Ids written at headings, by the heading's node.
  var headingIDs: [Int32: String] = [:]

  init(file: SourceFile, text: MarkedText, dialect: MarkdownReader.Dialect) {
    self.file = file
    self.text = text
    self.dialect = dialect
    document = MarkdownDocument(source: file)
    seen = Array(repeating: false, count: text.marks.count)
  }

  mutating func build() {
    withCmark(text.bytes, text.body) { root in
      document.nodes[0] = MarkdownNode(.document, text.body)
      addChildren(of: root, to: 0)
    }
    if !tables.isEmpty { addTableCells() }
    reportLeftOver()
    finishScopes()
    diagnostics += FootnoteMark.check(document)
    collectHeadings()
    shrink()
  }

  /// Arrays grow by doubling; a parsed page is kept for the whole build, so it is copied to its size.
  private mutating func shrink() {
    document.nodes = document.nodes.withUnsafeBufferPointer { Array($0) }
    document.literals = document.literals.withUnsafeBufferPointer { Array($0) }
    document.links = document.links.withUnsafeBufferPointer { Array($0) }
  }

  /// Parses with cmark; its tree lives until `body` is done.
  func withCmark(_ bytes: [UInt8], _ range: Range<Int>, _ body: (CNode) -> Void) {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) + range.lowerBound }
      let memory = staffetta_arena()?.assumingMemoryBound(to: cmark_mem.self)
      guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else { return }
      defer { staffetta_arena_reset() }
      if let start { cmark_parser_feed(parser, start, range.count) }
      if let root = cmark_parser_finish(parser) { body(root) }
    }
  }

  mutating func addChildren(of parent: CNode, to index: Int32) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= MarkdownReader.maximumDepth else {
      diagnostics.append(MarkdownReader.tooDeep(file, Int(document.nodes[Int(index)].start)))
      return
    }
    let base = pending.count
    let marksBefore = markOfNode.count
    var child = cmark_node_first_child(parent)
    while let node = child {
      addBlock(node)
      child = cmark_node_next(node)
    }
    if markOfNode.count > marksBefore { groupDirectives(from: base) }
    link(from: base, to: index)
  }

  /// Makes the pending nodes from `base` on the children of `index`.
  mutating func link(from base: Int, to index: Int32) {
    document.nodes[Int(index)].child = base < pending.count ? pending[base] : -1
    for at in base..<pending.count {
      document.nodes[Int(pending[at])].next = at + 1 < pending.count ? pending[at + 1] : -1
    }
    pending.removeSubrange(base...)
  }

  /// Adds a node and puts it last among the pending ones.
  @discardableResult
  mutating func append(_ node: MarkdownNode) -> Int32 {
    let index = Int32(document.nodes.count)
    document.nodes.append(node)
    pending.append(index)
    return index
  }

  /// Keeps a text that is not the source's; returns its index for `MarkdownNode.value`.
  mutating func keep(literal: UnsafeBufferPointer<UInt8>) -> Int32 {
    let start = document.literals.count
    if let repaired = EntityCheck.repaired(literal) {
      document.literals += repaired
    } else {
      document.literals.append(contentsOf: literal)
    }
    document.literalRanges.append(SourceSpan(start..<document.literals.count))
    return Int32(document.literalRanges.count - 1)
  }

  private mutating func addBlock(_ node: CNode) {
    let range = sourceRange(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: addParagraph(node, range)
    case CMARK_NODE_HEADING:
      let range = skippingDefinitions(range)
      let index = append(MarkdownNode(.heading, range))
      document.nodes[Int(index)].detail = UInt8(truncatingIfNeeded: cmark_node_get_heading_level(node))
      addInlines(of: node, to: index, in: range)
    case CMARK_NODE_BLOCK_QUOTE:
      let index = append(MarkdownNode(.blockQuote, range))
      addChildren(of: node, to: index)
      if dialect == .site { Alert.mark(quote: index, in: &self) }
    case CMARK_NODE_LIST: addList(node, range)
    case CMARK_NODE_ITEM:
      let index = append(MarkdownNode(.item, range))
      addChildren(of: node, to: index)
      if dialect == .site { TaskList.mark(item: index, in: &document) }
    case CMARK_NODE_CODE_BLOCK: addCode(node, .codeBlock, range)
    case CMARK_NODE_HTML_BLOCK: addCode(node, .htmlBlock, range)
    case CMARK_NODE_THEMATIC_BREAK:
      let line = Int(cmark_node_get_start_line(node)) - 1
      if let mark = text.directiveLines[line] { addDirectiveLine(mark) } else { append(.init(.thematicBreak, range)) }
    default: break
    }
  }

  private mutating func addParagraph(_ node: CNode, _ whole: Range<Int>) {
    let range = skippingDefinitions(whole)
    let skipped = text.bytes[whole.lowerBound..<range.lowerBound].lazy.filter { $0 == UInt8(ascii: "\n") }.count
    let lines = Int(cmark_node_get_start_line(node)) - 1 + skipped..<Int(cmark_node_get_end_line(node))
    if dialect == .site, let table = Table.find(in: text, lines: lines, from: range.lowerBound) {
      addTable(table, node, range)
    } else {
      let index = append(MarkdownNode(.paragraph, range))
      addInlines(of: node, to: index, in: range)
      if !markOfNode.isEmpty { takeFootnotes(of: index) }
    }
  }

  private mutating func addList(_ node: CNode, _ range: Range<Int>) {
    var list = MarkdownNode(.list, range)
    if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      list.detail |= MarkdownNode.Flag.ordered
      list.number = UInt16(clamping: cmark_node_get_list_start(node))
      // Numbers above 65,535 do not fit the node; they are kept as text.
      if cmark_node_get_list_start(node) > Int(UInt16.max) {
        var digits = String(cmark_node_get_list_start(node))
        list.value = digits.withUTF8 { keep(literal: $0) }
      }
    }
    if cmark_node_get_list_tight(node) != 0 { list.detail |= MarkdownNode.Flag.tight }
    addChildren(of: node, to: append(list))
  }

  private mutating func addCode(_ node: CNode, _ kind: MarkdownKind, _ range: Range<Int>) {
    let index = append(MarkdownNode(kind, range))
    guard let literal = cmark_node_get_literal(node) else { return }
    var bytes = Array(UnsafeBufferPointer(start: literal, count: strlen(literal)).lazy.map { UInt8(bitPattern: $0) })
    let fenced = kind == .codeBlock && isFence(range.lowerBound) && !bytes.starts(with: line(at: range.lowerBound))
    let firstLine = Int(cmark_node_get_start_line(node)) - (fenced ? 0 : 1)
    if kind == .htmlBlock { refuseMarks(inHTML: bytes, firstLine: firstLine) }
    restore(&bytes, firstLine: firstLine)
    document.nodes[Int(index)].value = bytes.withUnsafeBufferPointer { keep(literal: $0) }
    if let info = cmark_node_get_fence_info(node), info[0] != 0 { keepInfo(info, of: index) }
  }

  /// A code block's info string is a child of kind text.
  private mutating func keepInfo(_ info: UnsafePointer<CChar>, of index: Int32) {
    var bytes = Array(UnsafeBufferPointer(start: info, count: strlen(info)).lazy.map { UInt8(bitPattern: $0) })
    restoreTokens(&bytes)
    var child = MarkdownNode(.text, Int(document.nodes[Int(index)].start)..<Int(document.nodes[Int(index)].start))
    child.value = bytes.withUnsafeBufferPointer { keep(literal: $0) }
    document.nodes[Int(index)].child = Int32(document.nodes.count)
    document.nodes.append(child)
  }

  /// The text from a place to the end of its line. An indented block begins with it, a fenced one does not.
  private func line(at start: Int) -> ArraySlice<UInt8> {
    text.bytes[start..<text.body.upperBound].prefix { $0 != UInt8(ascii: "\n") }
  }

  private func isFence(_ at: Int) -> Bool {
    at < text.bytes.count && (text.bytes[at] == UInt8(ascii: "`") || text.bytes[at] == UInt8(ascii: "~"))
  }

  /// Start of the node, exact for blocks; the end is the end of its last line.
  private func sourceRange(of node: CNode) -> Range<Int> {
    let column = max(1, Int(cmark_node_get_start_column(node)))
    let start = text.lineStart(Int(cmark_node_get_start_line(node)) - 1) + column - 1
    let end = text.lineStart(Int(cmark_node_get_end_line(node)))
    return min(start, text.body.upperBound)..<max(start, min(end, text.body.upperBound))
  }

  private mutating func reportLeftOver() {
    for (index, mark) in text.marks.enumerated() where !seen[index] {
      diagnostics.append(mark.problem ?? MarkdownReader.leftOver(file, mark.range))
    }
    for mark in markOfNode.values.sorted() {
      if case .footnoteDefinition = text.marks[mark].kind {
        diagnostics.append(FootnoteMark.misplaced(file, text.marks[mark].range))
      }
    }
  }
}
