// What the links, references and directives of one page mean: from the site's values to markup.

import Languages
import Markup
import Site
import Syntax
import Transition

struct PageResolver: MarkdownResolver {
  let site: Site
  let plan: Plan
  let index: Int
  let figures: FigureCache
  private let page: SitePage
  private let document: MarkdownDocument
  private let references: ReferenceResolver

  init(site: Site, plan: Plan, index: Int, figures: FigureCache) {
    self.site = site
    self.plan = plan
    self.index = index
    self.figures = figures
    page = site.pages[index]
    document = site.pages[index].source.document
    references = plan.references
    textLanguage = site.textLanguage(ofPage: index)
  }

  func anchor(ofHeading index: Int) -> String? { index < page.anchors.count ? page.anchors[index] : nil }

  func address(ofLink index: Int) -> WebAddress? {
    let link = document.links[index]
    guard index < page.destinations.links.count else { return external(link) }
    switch page.destinations.links[index] {
    case .address: return external(link)
    case let destination: return address(destination)
    }
  }

  /// An address that leaves the site. Constant ones were checked when the page was parsed.
  private func external(_ link: LinkTarget) -> WebAddress? {
    try? WebAddress(checking: LinkText.address(text(link.url)))
  }

  private func address(_ destination: LinkDestination) -> WebAddress? {
    switch destination {
    case .address, .broken: return nil
    case .anchor(let anchor): return WebAddress(route: "#" + anchor)
    case .file(let path):
      return WebAddress(route: RelativeAddress.from(page.route, to: FileOutput.route(of: path)))
    case .page(let group, let anchor):
      let target = site.pages[site.groups[group].pages[page.language]]
      let address = RelativeAddress.from(page.route, to: RelativeAddress.file(target.route))
      return WebAddress(route: anchor.map { address + "#" + $0 } ?? address)
    }
  }

  /// That of the text: a fallback speaks its own language, also where values are merged into it.
  var language: Language { site.languages[textLanguage] }

  private let textLanguage: Int

  func file(ofLink index: Int) -> ContentFile? {
    guard index < page.destinations.links.count, case .file(let path) = page.destinations.links[index] else {
      return nil
    }
    return site.file(path)
  }

  /// In the language of the text, or the one the glossary has.
  func term(_ index: Int) -> TermMeaning? {
    guard index < page.destinations.terms.count, let position = page.destinations.terms[index] else { return nil }
    let term = site.glossary.terms[position]
    func text(_ text: LocalizedText?) -> MergedText {
      guard let text else { return MergedText("") }
      let shown = page.source.identity.language
      let found = text.resolve(for: shown, fallbacks: [site.configuration.sourceLanguage] + text.languages)
      return MergedText(found?.text ?? "", language: found.flatMap { $0.language == shown ? nil : $0.language })
    }
    let name = text(term[GlossaryTerm.term])
    let short = term[GlossaryTerm.abbreviation]
    let full = short.flatMap { $0 == name.text ? nil : " (\($0))" } ?? ""
    return TermMeaning(
      id: term.id, name: MergedText(name.text + full, language: name.language),
      definition: text(term[GlossaryTerm.definition]))
  }

  func words(ofHeading index: Int) -> String { text(of: document.headings[index]) }

  func append(pageLink index: Int, to html: inout Markup) {
    guard index < page.destinations.pageLinks.count, let address = address(page.destinations.pageLinks[index]) else {
      return html.text(words(ofPageLink: index))
    }
    html.element("a", [.href(address)], text: words(ofPageLink: index))
  }

  /// The text that was written for the link, else the title of the page it leads to.
  func words(ofPageLink index: Int) -> String {
    let link = document.pageLinks[index]
    guard index < page.destinations.pageLinks.count else { return link.label ?? link.key }
    return link.label ?? title(of: page.destinations.pageLinks[index]) ?? link.key
  }

  private func title(of destination: LinkDestination) -> String? {
    switch destination {
    case .page(let group, _): site.pages[site.groups[group].pages[page.language]].title
    case .anchor: page.title
    default: nil
    }
  }

  func append(reference index: Int, to html: inout Markup) {
    guard let text = merged(document.references[index]) else { return }
    MergedTextMarkup.append(text, to: &html)
  }

  func holdsBlocks(reference index: Int) -> Bool {
    let reference = document.references[index]
    guard case .markdown = references.resolve(reference, project: page.project)?.spec.kind else { return false }
    return merged(reference)?.holdsBlocks ?? false
  }

  private func merged(_ reference: Reference) -> MergedText? {
    guard let resolved = references.resolve(reference, project: page.project) else { return nil }
    return site.format(resolved.project, language: textLanguage).text(resolved, format: reference.format)
  }

  func text(_ template: TextTemplate) -> String {
    template.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .reference(let index): merged(document.references[index])?.plainText ?? ""
      case .pageLink(let index): words(ofPageLink: index)
      }
    }.joined()
  }

  /// A heading in plain words, with its values: for the contents.
  func text(of heading: Heading) -> String {
    let words =
      document.references.isEmpty && document.pageLinks.isEmpty ? heading.text : words(below: heading.node)
    return language.typography.typeset(words)
  }

  func words(below node: Int32) -> String {
    document.children(of: node).map { child in
      let inline = document.nodes[Int(child)]
      switch inline.kind {
      case .reference: return merged(document.references[Int(inline.value)])?.plainText ?? ""
      case .pageLink: return words(ofPageLink: Int(inline.value))
      case .term: return document.terms[Int(inline.value)].label
      case .text, .code: return document.withLiteral(inline) { String(decoding: $0, as: UTF8.self) }
      case .softBreak, .lineBreak: return " "
      default: return words(below: child)
      }
    }.joined()
  }

  func append(directive number: Int, to html: inout Markup) {
    guard let bound = plan.component(page: index, directive: number) else { return }
    let table = TableFiles.Key(bound, language: textLanguage)
    let key = FigureCache.Key(
      table: table,
      occurrence: (0..<number).count { earlier in
        plan.component(page: index, directive: earlier).map { TableFiles.Key($0, language: textLanguage) } == table
      })
    let home = RelativeAddress.from(page.route, to: "data/").dropLast("data/".utf8.count)
    let fragment = figures.html(key, seenFrom: String(home)) {
      var markup = Markup()
      let tables = plan.tables.paths(of: table).map { WebAddress(route: RelativeAddress.from(page.route, to: $0)) }
      let context = ComponentContext(site, bound, key, home: String(home), tables: tables)
      bound.component.append(
        context, figures: { figures.figures(key) { bound.component.finished(context) } }, to: &markup)
      return markup.serialized()
    }
    html.append(fragment)
  }
}

/// Addresses made of values.
enum LinkText {
  /// A telephone number as people write it becomes one that a telephone dials: no spaces, no hyphens. (RFC 3966)
  static func address(_ text: String) -> String {
    guard text.utf8.starts(with: "tel:".utf8) else { return text }
    return String(decoding: text.utf8.filter { !" -()/".utf8.contains($0) }, as: UTF8.self)
  }
}
