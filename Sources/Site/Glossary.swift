// The site's glossary, `content/glossary.yaml`, and the terms that pages take from it with `:term[…]`.

package import Languages
package import Syntax
package import Transition

package struct Glossary: Sendable {
  /// In the order of the file.
  package let terms: [Record]

  /// Path below `content`.
  package static let path = "glossary.yaml"

  package init(_ terms: [Record] = []) { self.terms = terms }

  /// Reads the file; problems of the records, ids used twice, related terms that do not exist.
  package static func read(_ file: SourceFile, sourceLanguage: LanguageTag) -> (Glossary, [Diagnostic]) {
    let (node, syntax) = YAMLReader.read(file)
    guard let node, !syntax.hasErrors else { return (Glossary(), syntax) }
    var reader = RecordReader(file, sourceLanguage: sourceLanguage)
    let records = reader.records(node, GlossaryTerm.schema)
    let twice = DuplicateID.check(records).map { Rules.diagnostic($0, of: DuplicateID.self, isAgreed: true) }
    let dangling = DanglingReference.check(records, among: RecordIndex(records))
      .map { Rules.diagnostic($0, of: DanglingReference.self, isAgreed: true) }
    return (Glossary(records), syntax + reader.diagnostics + twice + dangling)
  }

  /// What is held back, by an embargo or because nobody has confirmed it, is read by the team.
  func selected(for readers: Readership, asOf: AsOf) -> Glossary {
    Glossary(
      terms.filter { term in
        (term.isHeldBack(asOf) ? max(term.audience, .team) : term.audience) <= readers.audience
      })
  }

  /// The term that is meant: by its id, else by what it is called in the text's language, or its abbreviation. Letters
  /// may be large or small.
  func index(of use: TermUse, in language: LanguageTag) -> Int? {
    if let id = use.id { return terms.firstIndex { $0.id == id } }
    let wanted = use.label.lowercased()
    return terms.firstIndex { term in
      term[GlossaryTerm.term]?[language]?.lowercased() == wanted
        || term[GlossaryTerm.abbreviation]?.lowercased() == wanted
    }
  }

  /// Every term of a page: its index here, or nil and a finding.
  func resolve(_ page: ParsedPage, _ diagnostics: inout [Diagnostic]) -> [Int?] {
    page.document.terms.map { use in
      let place = Place(page.document.source, use.span)
      guard let index = index(of: use, in: page.identity.language) else {
        diagnostics.append(unknown(use, page.identity.language, place))
        return nil
      }
      if terms[index].audience > page.audience(inScope: use.scope) {
        diagnostics.append(Self.hidden(use, page.audience(inScope: use.scope), place))
      }
      return index
    }
  }

  private func unknown(_ use: TermUse, _ language: LanguageTag, _ place: Place) -> Diagnostic {
    let near =
      use.id.map { suggestion(for: $0, among: terms.map(\.id)) }
      ?? suggestion(for: use.label, among: terms.compactMap { $0[GlossaryTerm.term]?[language] })
    return Diagnostic(
      "term", at: place, "\"\(use.id ?? use.label)\" is not in the glossary",
      rule: "a term is named as in content/glossary.yaml, or by its id: :term[word]{id}",
      help: near.map { "did you mean \"\($0)\"?" } ?? "add it to the glossary, or give its id in braces")
  }

  private static func hidden(_ use: TermUse, _ readers: Audience, _ place: Place) -> Diagnostic {
    Diagnostic(
      "audience", at: place, "the term is not for the readers of this place (\(readers.rawValue))",
      rule: "a place may show only what all its readers may see", help: "open the term, or take it out")
  }
}
