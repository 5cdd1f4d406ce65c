// One page → bytes: its text as markup, what stands around it, and the template that holds both.

import Languages
import Markup
package import Site
import Syntax
import Transition

/// Draws the outputs of one edition. Pure: what it remembers are figures it has drawn before.
package struct PageView: Sendable {
  let site: Site
  let plan: Plan
  let theme: Theme
  let style: StyleSheet
  /// By language.
  let frames: [PageFrame]
  let figures: FigureCache

  package init(site: Site, plan: Plan, theme: Theme) {
    self.site = site
    self.plan = plan
    self.theme = theme
    let style = StyleSheet(theme, site.edition, hasComponents: plan.hasComponents)
    self.style = style
    frames = site.languages.map { PageFrame(site, language: $0, style: style) }
    figures = FigureCache()
  }

  func draw(_ index: Int) -> [UInt8] {
    let page = site.pages[index]
    let language = site.languages[page.language]
    let around = Surroundings(site: site, index: index)
    let routes = site.groups[page.group].pages.map { site.pages[$0].route }
    var view = frames[page.language].values(at: .folder(page.route), routes: routes)
    let isHome = site.groups[page.group].key.isEmpty
    if isHome { view.add("home", "home") } else { view.add("title", around.headTitle) }
    view.add("heading", page.title)
    view.add("canonical", canonical(page))
    view.add("alternates", Alternates.markup(page, site))
    view.add("breadcrumbs", around.breadcrumbs())
    let navigation = around.navigation()
    if !navigation.isEmpty {
      view.add("menu", language.text("menu") ?? "")
      view.add("navigation", navigation)
    }
    let resolver = PageResolver(site: site, plan: plan, index: index, figures: figures)
    if !isHome { view.add("contents", around.contents(resolver)) }
    view.add("content", content(page, resolver))
    view.add("members", around.members())
    view.add("neighbours", around.neighbours())
    addFacts(page, language, &view)
    return theme.render("page", view)
  }

  /// A fallback is the same text as its source, and says so.
  private func canonical(_ page: SitePage) -> String {
    site.edition.url + (page.isFallback ? original(of: page)?.route ?? page.route : page.route)
  }

  /// The page whose text a fallback shows.
  private func original(of page: SitePage) -> SitePage? {
    site.groups[page.group].pages.lazy.map { site.pages[$0] }.first { !$0.isFallback && $0.source === page.source }
  }

  /// What the page says about itself: who answers for it, and whether it holds.
  private func addFacts(_ page: SitePage, _ language: Language, _ view: inout PageValues) {
    let fields = page.source.frontMatter
    if let description = fields[PageFields.description] {
      view.add("description", description)
      view.add("lead", description)
    }
    if page.isFallback { addFallback(page, language, &view) }
    if fields[PageFields.status] == "draft" { view.add("status", language.text("draft-notice") ?? "") }
    if fields[PageFields.status] == "deprecated" { view.add("status", language.text("deprecated-notice") ?? "") }
    let isPublic = site.edition.readers.audience == .public
    let review = isPublic ? nil : fields[PageFields.reviewBy]
    let owner = isPublic ? nil : fields[PageFields.owner].flatMap { role($0, page, language) }
    let tags = fields[PageFields.tags] ?? []
    if review == nil, owner == nil, tags.isEmpty { return }
    view.add("facts", "facts")
    if let owner {
      view.add("ownerLabel", language.text("owner") ?? "")
      view.add("owner", owner)
    }
    if let review {
      view.add("reviewByLabel", language.text("review-by") ?? "")
      view.add("reviewBy", language.long(review))
    }
    if !tags.isEmpty {
      view.add("tagsLabel", language.text("tags") ?? "")
      view.add("tags", tags.joined(separator: ", "))
    }
  }

  /// A banner in the reader's language; the original is a link away.
  private func addFallback(_ page: SitePage, _ language: Language, _ view: inout PageValues) {
    let shown = page.source.identity.language
    view.add("fallback", language.text("not-translated-notice", ["language": language.displayName(of: shown)]) ?? "")
    view.add("fallbackLanguage", shown.code)
    guard let original = original(of: page) else { return }
    view.add("originalLabel", language.text("to-original") ?? "")
    view.add("original", Viewpoint.folder(page.route).text(RelativeAddress.file(original.route)))
  }

  private func role(_ id: String, _ page: SitePage, _ language: Language) -> String? {
    guard page.project >= 0, let role = site.projects[page.project].find(id, in: Role.schema),
      let title = role[Role.title]
    else { return nil }
    return format(page, site.projects[page.project]).localized(title).text
  }

  private func format(_ page: SitePage, _ project: TransitionProject) -> ValueFormat {
    ValueFormat(
      language: site.languages[page.language], asOf: site.asOf, project: project,
      siteSource: site.configuration.sourceLanguage)
  }

  private func content(_ page: SitePage, _ resolver: PageResolver) -> Markup {
    var html = Markup()
    var writer = MarkdownMarkup(
      document: page.source.document, style: .page(resolver.language.typography), resolver: resolver,
      allowsRawHTML: site.configuration.allowsRawHTML)
    writer.append(to: &html)
    return html
  }
}
