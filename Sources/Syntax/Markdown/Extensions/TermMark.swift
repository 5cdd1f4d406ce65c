// `:term[SLA]`, `:term[servicegraden]{service-level}`: a term of the glossary, by what is written or by its id.

enum TermMark: InlineMark {
  private static let opening = Array(":term[".utf8)

  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]? {
    let bytes = file.bytes
    let start = index + opening.count
    guard start < lineEnd, bytes[index..<start].elementsEqual(opening) else { return nil }
    guard !TextDirectiveMark.followsWord(bytes, index, body) else { return nil }
    var end = start
    while end < lineEnd, bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "[") { end += 1 }
    guard end < lineEnd, bytes[end] == UInt8(ascii: "]"), end > start else {
      return [Mark(kind: .refused, range: index..<start, problem: notClosed(file, index..<start))]
    }
    let label = String(decoding: bytes[start..<end], as: UTF8.self)
    guard end + 1 < lineEnd, bytes[end + 1] == UInt8(ascii: "{") else {
      return [mark(file, index..<end + 1, label, nil)]
    }
    var close = end + 2
    while close < lineEnd, bytes[close] != UInt8(ascii: "}") { close += 1 }
    guard close < lineEnd else {
      return [Mark(kind: .refused, range: index..<end + 1, problem: notClosed(file, index..<end + 1))]
    }
    return [mark(file, index..<close + 1, label, String(decoding: bytes[end + 2..<close], as: UTF8.self))]
  }

  private static func mark(_ file: SourceFile, _ range: Range<Int>, _ label: String, _ id: String?) -> Mark {
    var mark = Mark(kind: .term(label: label, id: id), range: range)
    let isPlain = !label.utf8.contains { "*_`<{".utf8.contains($0) }
    if id.map({ !isIdentifier($0) }) ?? false || !isPlain { mark.problem = malformed(file, range) }
    return mark
  }

  private static func notClosed(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "term", at: Place(file, SourceSpan(range)), "the term that begins here does not end on its line",
      rule: "a term is :term[word], or :term[word]{id} where the word is inflected",
      help: "close it on the same line, or write \\: for a colon that is text")
  }

  private static func malformed(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "term", at: Place(file, SourceSpan(range)), "this is no term of the glossary",
      rule: "a term is plain words and, if need be, an id of a-z, 0-9 and -: :term[word]{id}",
      help: "put emphasis around the whole term, and correct the id")
  }
}

extension TreeBuilder {
  mutating func addTerm(_ label: String, _ id: String?, _ range: Range<Int>) {
    var node = MarkdownNode(.term, range)
    node.value = Int32(document.terms.count)
    document.terms.append(TermUse(label: label, id: id, span: SourceSpan(range)))
    append(node)
  }
}
