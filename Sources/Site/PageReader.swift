// One Markdown file → `ParsedPage`: everything that a file can tell by itself, and everything wrong with it alone.

package import Languages
package import Syntax
import Transition

package struct PageReader {
  package let sourceLanguage: LanguageTag
  package let allowsRawHTML: Bool

  package init(_ configuration: SiteConfiguration) {
    sourceLanguage = configuration.sourceLanguage
    allowsRawHTML = configuration.allowsRawHTML
  }

  /// Reads a page. No page comes back when its front matter cannot be used.
  package func read(_ file: SourceFile, _ identity: PageIdentity) -> (ParsedPage?, [Diagnostic]) {
    let (parts, fences) = FrontMatter.split(file)
    guard !fences.hasErrors else { return (nil, fences) }
    var diagnostics = fences
    guard let frontMatter = frontMatter(file, parts, &diagnostics) else { return (nil, diagnostics) }
    let (document, problems) = MarkdownReader.read(file, from: parts.body)
    diagnostics += problems
    diagnostics += PageChecks.check(document, allowsRawHTML: allowsRawHTML)
    diagnostics += ImageChecks.check(document, readers: frontMatter.audience)
    if document.nodes.count == 1, !identity.isIndex { diagnostics.append(Self.empty(file)) }
    diagnostics += UnreadMarks.check(document, body: parts.body)
    diagnostics += HiddenDefinitions.check(document, body: parts.body)
    let marks = directiveMarks(document, &diagnostics)
    let (title, references, titleProblems) = title(frontMatter)
    diagnostics += titleProblems + plainTextProblems(frontMatter) + approvalProblems(frontMatter)
    diagnostics += PageAlias.problems(frontMatter)
    let page = ParsedPage(
      identity: identity, file: file, frontMatter: frontMatter, title: title, titleReferences: references,
      document: document, directiveMarks: marks)
    return (page, diagnostics)
  }

  private func frontMatter(_ file: SourceFile, _ parts: FrontMatter, _ diagnostics: inout [Diagnostic]) -> Record? {
    guard let range = parts.yaml else {
      diagnostics.append(Self.noTitle(file))
      return nil
    }
    let (node, syntax) = YAMLReader.read(file, in: range)
    diagnostics += syntax
    guard let node, !syntax.contains(where: { $0.id == "yaml-syntax" }) else {
      if node == nil, syntax.isEmpty { diagnostics.append(Self.noTitle(file)) }
      return nil
    }
    var reader = RecordReader(file, sourceLanguage: sourceLanguage)
    let record = reader.record(node, PageFields.schema)
    diagnostics += reader.diagnostics
    return record
  }

  /// A title is text with references.
  private func title(_ record: Record) -> (TextTemplate, [Reference], [Diagnostic]) {
    guard let text = record[PageFields.title] else { return (TextTemplate(""), [], []) }
    guard text.utf8.contains(UInt8(ascii: "{")), let span = record.located("title")?.span else {
      return (TextTemplate(text), [], [])
    }
    return MarkdownReader.template(record.file, in: span.range, text: text)
  }

  /// An approved page says who stands behind it and until when.
  private func approvalProblems(_ record: Record) -> [Diagnostic] {
    guard record[PageFields.status] == "approved" else { return [] }
    return ["owner", "reviewBy"].filter { record.located($0) == nil }.map {
      Self.notAnswered($0, Place(record.file, record.located("status")?.span ?? record.span))
    }
  }

  /// Titles and descriptions are plain: a mark in them would print, and what it was to hide with it.
  private func plainTextProblems(_ record: Record) -> [Diagnostic] {
    ["title", "description"].compactMap { name in
      guard let located = record.located(name), let text = String.from(located.value) else { return nil }
      let bytes = Array(text.utf8)
      let holdsMark = ByteSearch.first(":audience{", in: bytes) != nil
      let holdsReference = name != "title" && ByteSearch.first("{{", in: bytes) != nil
      return holdsMark || holdsReference ? Self.markInText(name, Place(record.file, located.span)) : nil
    }
  }

  /// Containers and text directives exist for audiences only; whom each makes what it holds for.
  private func directiveMarks(_ document: MarkdownDocument, _ diagnostics: inout [Diagnostic]) -> [AudienceMark] {
    document.directives.map { directive in
      directive.form == .leaf ? .everyone : mark(directive, document.source, &diagnostics)
    }
  }

  private func mark(_ directive: Directive, _ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> AudienceMark {
    if directive.form == .container, Admonition.names.contains(directive.name) {
      for argument in directive.arguments { diagnostics.append(Self.noArgument(directive, argument, document: file)) }
      return .everyone
    }
    guard directive.name == "audience" else {
      diagnostics.append(Self.unknown(directive, Place(file, directive.span)))
      return .fewest
    }
    return AudienceMark.read(directive, file, &diagnostics)
  }
}

extension PageReader {
  private static func noTitle(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "front-matter", at: Place(file, SourceSpan(at: 0)), "the page has no title",
      rule: "a page begins with front matter between two lines ---, with at least a title",
      help: "begin the file with: ---, title: \"…\", ---")
  }

  private static func notAnswered(_ field: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "front-matter", at: place, "an approved page without \(field)",
      rule: "status: approved needs owner (a role) and reviewBy (a day)", help: "add \(field), or leave the status out")
  }

  private static func markInText(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "front-matter", at: place, "the \(name) holds a mark of the text",
      rule: "a title may merge values, a description is plain; neither hides anything",
      help: "write it out, or take it out")
  }

  private static func empty(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "empty-page", .warning, at: Place(file, SourceSpan(at: file.bytes.count)), "the page has no text",
      rule: "a page says something, or is marked as a draft", help: "write its text, or delete the file")
  }

  private static func unknown(_ directive: Directive, _ place: Place) -> Diagnostic {
    let form = directive.form == .container ? ":::\(directive.name)" : ":\(directive.name)[…]"
    return Diagnostic(
      "directive", at: place, "there is no directive \(form)",
      rule:
        "around text stand :::audience{team} … :::, :audience[…]{team} and :::note, tip, important, warning, caution",
      help: suggestion(for: directive.name, among: ["audience"] + Admonition.names).map { "did you mean \"\($0)\"?" }
        ?? "write \\: for a colon that is text")
  }

  private static func noArgument(_ directive: Directive, _ argument: Directive.Argument, document: SourceFile)
    -> Diagnostic
  {
    Diagnostic(
      "directive", at: Place(document, argument.span), ":::\(directive.name) takes nothing in braces",
      rule: "the title of a box is its kind, in the language of the page",
      help: "delete the braces; bold words may begin the text")
  }
}
