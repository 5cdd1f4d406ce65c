// `[^id]` in a text, and its note: a paragraph that begins with `[^id]:`, anywhere in the file.

enum FootnoteMark: InlineMark {
  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]? {
    let bytes = file.bytes
    guard bytes[index] == UInt8(ascii: "["), index + 3 < lineEnd, bytes[index + 1] == UInt8(ascii: "^") else {
      return nil
    }
    var end = index + 2
    while end < lineEnd, isIDByte(bytes[end]) { end += 1 }
    guard end > index + 2, end < lineEnd, bytes[end] == UInt8(ascii: "]") else { return nil }
    let id = String(decoding: bytes[index + 2..<end], as: UTF8.self)
    if end + 1 < lineEnd, bytes[end + 1] == UInt8(ascii: ":"), beginsLine(bytes, index, body) {
      return [Mark(kind: .footnoteDefinition(id), range: index..<end + 2)]
    }
    return [Mark(kind: .footnoteReference(id), range: index..<end + 1)]
  }

  private static func isIDByte(_ byte: UInt8) -> Bool { DirectiveLine.isNameByte(byte) || byte == UInt8(ascii: "_") }

  /// Whether only markers of quotes and lists stand before a place on its line.
  private static func beginsLine(_ bytes: [UInt8], _ at: Int, _ body: Range<Int>) -> Bool {
    let line = bytes[body.lowerBound..<at].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? body.lowerBound
    return bytes.withUnsafeBufferPointer { MarkScanner.containerPrefix($0, line..<at + 1).end == at }
  }

  // MARK: Checks

  /// Every reference has one note, every note a reference; and who reads a reference may read its note.
  static func check(_ document: MarkdownDocument) -> [Diagnostic] {
    guard !document.footnotes.isEmpty || !document.footnoteReferences.isEmpty else { return [] }
    var notes: [String: Footnote] = [:]
    var found: [Diagnostic] = []
    for note in document.footnotes {
      if let first = notes[note.id] { found.append(twice(note, first, document.source)) } else { notes[note.id] = note }
    }
    for reference in document.footnoteReferences {
      guard let note = notes[reference.id] else {
        found.append(unknown(reference, notes.keys.sorted(), document.source))
        continue
      }
      if !reaches(reference.scope, note.scope, document) { found.append(hidden(reference, note, document.source)) }
    }
    let used = Set(document.footnoteReferences.map(\.id))
    return found + document.footnotes.filter { !used.contains($0.id) }.map { unused($0, document.source) }
  }

  /// Whether a note's directive stands around the reference, too.
  private static func reaches(_ reference: Int32, _ note: Int32, _ document: MarkdownDocument) -> Bool {
    var scope = reference
    while scope != note {
      guard scope >= 0 else { return false }
      scope = document.directives[Int(scope)].scope
    }
    return true
  }

  private static let form = "[^id] in the text, and one paragraph that begins with [^id]:"

  private static func unknown(_ reference: Footnote, _ ids: [String], _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "footnote", at: Place(file, reference.span), "there is no note [^\(reference.id)]",
      rule: "a footnote is \(form)",
      help: suggestion(for: reference.id, among: ids).map { "did you mean [^\($0)]?" }
        ?? "write its paragraph, or \\[^ for brackets that are text")
  }

  private static func unused(_ note: Footnote, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "footnote", at: Place(file, note.span), "nothing leads to the note [^\(note.id)]",
      rule: "a footnote is \(form)", help: "put [^\(note.id)] into the text, or delete the note")
  }

  private static func twice(_ note: Footnote, _ first: Footnote, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "footnote", at: Place(file, note.span), "there are two notes [^\(note.id)]", rule: "an id belongs to one note",
      help: "give one of them another id", related: [.init("the first", Place(file, first.span))])
  }

  private static func hidden(_ reference: Footnote, _ note: Footnote, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "audience", at: Place(file, reference.span),
      "the note [^\(note.id)] stands in a block that does not hold this reference",
      rule: "who reads a reference may read its note", help: "move the note out of the block, or the reference into it",
      related: [.init("the note", Place(file, note.span))])
  }

  static func misplaced(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "footnote", at: Place(file, SourceSpan(range)), "this note does not begin its paragraph",
      rule: "a footnote is \(form)", help: "put a blank line before it")
  }
}

extension TreeBuilder {
  mutating func addFootnoteReference(_ id: String, _ range: Range<Int>) {
    var node = MarkdownNode(.footnoteReference, range)
    node.value = Int32(document.footnoteReferences.count)
    let index = append(node)
    document.footnoteReferences.append(Footnote(id: id, span: SourceSpan(range), node: index))
  }

  /// A paragraph that begins with `[^id]:` becomes a note; lines of it that begin so, too, become notes of their own.
  mutating func takeFootnotes(of paragraph: Int32) {
    guard let first = definition(document.nodes[Int(paragraph)].child) else { return }
    let end = Int(document.nodes[Int(paragraph)].end)
    var note = paragraph
    become(note, first)
    var previous: Int32 = -1
    var at = document.nodes[Int(paragraph)].child
    while at >= 0 {
      let next = document.nodes[Int(at)].next
      if document.nodes[Int(at)].kind == .softBreak, let following = definition(next) {
        if previous >= 0 { document.nodes[Int(previous)].next = -1 } else { document.nodes[Int(note)].child = -1 }
        document.nodes[Int(note)].end = document.nodes[Int(at)].start
        let start = Int(document.nodes[Int(next)].start)
        note = append(MarkdownNode(.paragraph, start..<max(start, end)))
        document.nodes[Int(note)].child = next
        become(note, following)
        previous = -1
        at = document.nodes[Int(note)].child
      } else {
        previous = at
        at = next
      }
    }
  }

  /// The mark of a definition's sign, when the node is one.
  private func definition(_ node: Int32) -> Int? {
    guard node >= 0, let mark = markOfNode[node], case .footnoteDefinition = text.marks[mark].kind else { return nil }
    return mark
  }

  /// Turns a paragraph whose first child is the sign `[^id]:` into the note without it.
  private mutating func become(_ note: Int32, _ mark: Int) {
    guard case .footnoteDefinition(let id) = text.marks[mark].kind else { return }
    let sign = document.nodes[Int(note)].child
    markOfNode[sign] = nil
    document.nodes[Int(note)].kind = .footnote
    document.nodes[Int(note)].child = document.nodes[Int(sign)].next
    document.nodes[Int(note)].value = Int32(document.footnotes.count)
    document.footnotes.append(Footnote(id: id, span: SourceSpan(text.marks[mark].range), node: note))
    trimStart(of: document.nodes[Int(note)].child)
  }

  /// The space behind the sign.
  private mutating func trimStart(of index: Int32) {
    guard index >= 0, document.nodes[Int(index)].kind == .text else { return }
    let node = document.nodes[Int(index)]
    let spaces = document.withLiteral(node) { literal in literal.prefix { $0 == 0x20 || $0 == 0x09 }.count }
    if node.value < 0 {
      document.nodes[Int(index)].start += Int32(spaces)
    } else {
      document.literalRanges[Int(node.value)].start += Int32(spaces)
    }
  }
}
