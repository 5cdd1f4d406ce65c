// Selected content → `Site`: groups, sections, order, routes, anchors, titles, links. It looks up; parsing did the rest.

package import Languages
package import Syntax
package import Transition

package struct Assembler {
  let content: ParsedContent
  let edition: Edition
  let asOf: AsOf
  let languages: [Language]
  let names: NameIndex
  let resolver: ReferenceResolver
  var diagnostics: [Diagnostic] = []

  private var outline: SiteOutline
  private var pages: [SitePage] = []
  private var uses: [FieldUse] = []

  /// Assembles what an edition shows. `names` knows all names of the unselected content.
  package static func assemble(
    _ content: ParsedContent, edition: Edition, asOf: AsOf, languages: [Language], names: NameIndex
  ) -> (site: Site, diagnostics: [Diagnostic]) {
    var assembler = Assembler(content, edition, asOf, languages, names)
    assembler.addPages()
    assembler.resolveLinks()
    let site = assembler.site()
    return (site, assembler.diagnostics)
  }

  private init(
    _ content: ParsedContent, _ edition: Edition, _ asOf: AsOf, _ languages: [Language], _ names: NameIndex
  ) {
    self.content = content
    self.edition = edition
    self.asOf = asOf
    self.languages = languages
    self.names = names
    resolver = ReferenceResolver(projects: content.projects, names: names)
    outline = SiteOutline(content.pages, languages: languages.map(\.tag))
  }

  private mutating func site() -> Site {
    let logo = SiteLogo.find(in: content, for: edition, names, &diagnostics)
    var linked: Set<String> = logo.map { [$0.path] } ?? []
    for page in pages {
      for case .file(let path) in page.destinations.links + page.destinations.pageLinks { linked.insert(path) }
    }
    return Site(
      edition: edition, asOf: asOf, configuration: content.configuration, languages: languages,
      projects: content.projects, glossary: content.glossary, groups: outline.groups, pages: pages,
      sections: outline.sections,
      files: content.files.filter { linked.contains($0.path) }, logo: logo, uses: uses)
  }

  /// One page per group and language; where a translation is missing, the source's text, marked.
  private mutating func addPages() {
    pages.reserveCapacity(outline.groups.count * languages.count)
    let routes = outline.routes(languages.map(\.tag))
    for group in outline.groups.indices {
      let texts = outline.texts[group]
      guard let source = outline.source(of: group, &diagnostics) else { continue }
      let project = project(of: source, group)
      let sourceAnchors = source.ownAnchors
      for language in languages.indices {
        let text = texts[language] ?? source
        let title = title(of: text, language, project)
        outline.groups[group].pages.append(pages.count)
        pages.append(
          SitePage(
            source: text, language: language, isFallback: texts[language] == nil, group: group,
            route: routes[group][language], title: title, anchors: anchors(of: text, source, sourceAnchors),
            project: project, destinations: LinkDestinations()))
      }
    }
  }

  /// A translation has the source's anchors, by position, when its outline is the same.
  private mutating func anchors(of page: ParsedPage, _ source: ParsedPage, _ anchors: [String]) -> [String] {
    if page === source { return anchors }
    let headings = page.document.headings
    let original = source.document.headings
    guard headings.count == original.count, zip(headings, original).allSatisfy({ $0.level == $1.level }) else {
      if headings.contains(where: { $0.id == nil }) { diagnostics.append(Self.outlines(page, source)) }
      return page.ownAnchors
    }
    if headings.allSatisfy({ $0.id == nil }) { return anchors }
    return zip(headings, anchors).map { $0.id ?? $1 }
  }

  /// The page's project: named by it or its folder, else the section's, else the only one.
  private func project(of page: ParsedPage, _ group: Int) -> Int {
    if let id = page.projectID { return index(ofProject: id) }
    if let landing = outline.landing(around: group), let id = landing.projectID {
      return index(ofProject: id)
    }
    return content.projects.count == 1 ? 0 : -1
  }

  /// Projects are sorted by id.
  private func index(ofProject id: String) -> Int {
    let index = content.projects.partitioningIndex { $0.id >= id }
    return index < content.projects.count && content.projects[index].id == id ? index : -1
  }

  private mutating func title(of page: ParsedPage, _ language: Int, _ project: Int) -> String {
    // A fallback's title is in the language of its text, with all that is merged into it.
    let shown = languages.firstIndex { $0.tag == page.identity.language } ?? language
    let typography = languages[shown].typography
    if let constant = page.title.constant { return typography.typeset(constant) }
    var title = ""
    for piece in page.title.pieces {
      switch piece {
      case .text(let text): title += text
      case .reference(let index):
        if let resolved = resolver.resolve(page.titleReferences[index], project: project) {
          title +=
            valueFormat(shown, resolved.project).text(resolved, format: page.titleReferences[index].format).text
        }
      case .pageLink: break
      }
    }
    return typography.typeset(title)
  }

  private func valueFormat(_ language: Int, _ project: TransitionProject) -> ValueFormat {
    ValueFormat(
      language: languages[language], asOf: asOf, project: project, siteSource: content.configuration.sourceLanguage)
  }

  /// Links are looked up, references checked; both only on pages that have any.
  private mutating func resolveLinks() {
    var links = LinkResolver(outline: outline, content: content, names: names)
    for index in pages.indices {
      let page = pages[index]
      let document = page.source.document
      if page.isFallback { continue }
      if page.source.hasInternalLinks { pages[index].destinations = links.resolve(page, among: pages, &diagnostics) }
      if !document.terms.isEmpty {
        pages[index].destinations.terms = content.glossary.resolve(page.source, &diagnostics)
      }
      if !document.references.isEmpty || !page.source.titleReferences.isEmpty { checkReferences(of: index) }
      if let owner = page.source.frontMatter[PageFields.owner] { checkOwner(owner, page) }
    }
    for index in pages.indices where pages[index].isFallback {
      let source = pages[index].source
      guard source.hasInternalLinks || !source.document.terms.isEmpty else { continue }
      let original = outline.groups[pages[index].group].pages.first {
        pages[$0].source === source && !pages[$0].isFallback
      }
      if let original { pages[index].destinations = pages[original].destinations }
    }
  }

  private mutating func checkReferences(of index: Int) {
    let page = pages[index]
    for reference in page.source.document.references + page.source.titleReferences {
      let readers = page.source.audience(inScope: reference.scope)
      if let problem = resolver.problem(
        reference, project: page.project, readers: readers, in: page.source.document.source)
      {
        diagnostics.append(problem)
      } else if let resolved = resolver.resolve(reference, project: page.project) {
        uses.append(
          FieldUse(
            page: index, project: resolved.project.id, collection: resolved.record.schema.collection,
            record: resolved.record.id, fields: [resolved.spec.name], span: reference.span))
      }
    }
  }

  private mutating func checkOwner(_ owner: String, _ page: SitePage) {
    guard page.project >= 0 else { return }
    let project = content.projects[page.project]
    let roles = project[Role.schema].map(\.id)
    let exists = names.exists(["roles", Substring(owner), "id"], inProject: project.id)
    if !exists { diagnostics.append(Self.unknownOwner(owner, page.source.frontMatter, roles)) }
  }

  private static func unknownOwner(_ owner: String, _ record: Record, _ roles: [String]) -> Diagnostic {
    Diagnostic(
      "V01", at: record.place(of: "owner"), "\"\(owner)\" is not in roles",
      rule: "the owner of a page is a role of its project", help: didYouMean(owner, among: roles))
  }

  private static func outlines(_ page: ParsedPage, _ source: ParsedPage) -> Diagnostic {
    func text(_ page: ParsedPage) -> String {
      page.document.headings.map { String(repeating: "#", count: Int($0.level)) + " " + $0.text }.joined(
        separator: " · ")
    }
    return Diagnostic(
      "outline", .warning, at: Place(page.file, SourceSpan(at: 0)),
      "the headings differ from the source's, so links to them break between languages",
      rule: "headings without {#id} get the source's anchors when both outlines are equal",
      help: "here: \(text(page)); source: \(text(source)); give the headings ids, or align them",
      related: [.init("the source", Place(source.file, SourceSpan(at: 0)))])
  }
}
