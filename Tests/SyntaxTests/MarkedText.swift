// Test texts with the place that matters written into them: ⟦ and ⟧ stand around it and are taken out before reading.

@testable import Syntax

/// A text without its markers, and where they stood: the line and the column, in Unicode scalars, both from 1.
struct MarkedInput {
  let text: String
  let line: Int
  let column: Int
  /// The text between the markers; nil when there is only an opening one.
  let content: String?

  init(_ marked: String) {
    var (line, column) = (1, 1)
    var place: (Int, Int)?
    var content: String.UnicodeScalarView?
    var closed = false
    var plain = String.UnicodeScalarView()
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        place = (line, column)
        content = .init()
        continue
      case "⟧":
        closed = true
        continue
      case "\n": (line, column) = (line + 1, 1)
      default: column += 1
      }
      plain.append(scalar)
      if !closed { content?.append(scalar) }
    }
    text = String(plain)
    (self.line, self.column) = place ?? (0, 0)
    self.content = closed ? content.map { String($0) } : nil
  }

  var place: String { "\(line):\(column)" }
}

/// A text that was read as a page is: bytes checked, front matter split off, Markdown parsed.
struct ReadText {
  let document: MarkdownDocument
  let diagnostics: [Diagnostic]

  init(_ text: String, dialect: MarkdownReader.Dialect = .site) {
    self.init(Array(text.utf8), dialect: dialect)
  }

  init(_ bytes: [UInt8], dialect: MarkdownReader.Dialect = .site) {
    let (file, found) = SourceFile.checked(path: "a.md", bytes: bytes)
    let (parts, problems) = FrontMatter.split(file)
    let (document, more) = MarkdownReader.read(file, from: parts.body, dialect: dialect)
    self.document = document
    diagnostics = found + problems + more
  }

  func place(_ span: SourceSpan) -> String { document.source.place(span) }

  /// Errors as `line:column id`, in the order of the report.
  var errors: [String] {
    diagnostics.sortedForReport().filter { $0.severity == .error }.map { "\(place($0.place.span)) \($0.id)" }
  }

  /// The indices of the nodes of a kind, in document order.
  func nodes(_ kind: MarkdownKind) -> [Int32] {
    var found: [Int32] = []
    func walk(_ index: Int32) {
      if document.nodes[Int(index)].kind == kind { found.append(index) }
      for child in document.children(of: index) { walk(child) }
    }
    walk(0)
    return found
  }

  func places(_ kind: MarkdownKind) -> [String] { nodes(kind).map { place(document.nodes[Int($0)].span) } }

  /// What a code or HTML node holds.
  func literals(_ kind: MarkdownKind) -> [String] {
    nodes(kind).map { index in document.withLiteral(document.nodes[Int(index)]) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The tree on one line: `paragraph(text"Hello " strong(text"you"))`.
  var tree: String { document.tree(0) }
}

extension SourceFile {
  func place(_ span: SourceSpan) -> String {
    let (line, column) = position(of: Int(span.start))
    return "\(line):\(column)"
  }
}

extension MarkdownDocument {
  func tree(_ index: Int32) -> String {
    let node = nodes[Int(index)]
    let inner = children(of: index).map { tree($0) }.joined(separator: " ")
    switch node.kind {
    case .document: return inner
    case .text, .code, .htmlInline, .htmlBlock, .codeBlock:
      let literal = withLiteral(node) { String(decoding: $0, as: UTF8.self) }
      return "\(node.kind)\"\(literal)\"" + (inner.isEmpty ? "" : "(\(inner))")
    case .reference: return "{{\(references[Int(node.value)].path)}}"
    case .pageLink: return "[[\(pageLinks[Int(node.value)].key)]]"
    case .term: return "term\"\(terms[Int(node.value)].label)\""
    case .footnoteReference: return "[^\(footnoteReferences[Int(node.value)].id)]"
    case .footnote: return "footnote\"\(footnotes[Int(node.value)].id)\"(\(inner))"
    case .blockQuote where node.detail > 0: return "\(Admonition.name(ofQuote: node) ?? "")(\(inner))"
    case .leafDirective, .containerDirective, .textDirective:
      return (node.value < 0 ? "unpaired" : directives[Int(node.value)].name) + "(\(inner))"
    default: return "\(node.kind)(\(inner))"
    }
  }
}
