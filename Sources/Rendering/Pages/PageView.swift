// One page → bytes: its text as markup, what stands around it, and the template that holds both.

import Languages
import Markup
package import Site
import Syntax
import Transition

/// Draws pages of one site. Pure: what it remembers are figures it has drawn before.
package struct PageView: Sendable {
  let site: Site
  let plan: Plan
  let theme: Theme
  let figures: FigureCache
  /// The site's name in each of its languages.
  private let siteNames: [String]

  package init(site: Site, plan: Plan, theme: Theme) {
    self.site = site
    self.plan = plan
    self.theme = theme
    figures = FigureCache()
    siteNames = site.languages.map { language in
      site.configuration.name.resolve(for: language.tag, fallbacks: site.languages.map(\.tag))?.text ?? ""
    }
  }

  func draw(_ index: Int) -> [UInt8] {
    let page = site.pages[index]
    let language = site.languages[page.language]
    let around = Surroundings(site: site, index: index)
    var view = PageValues()
    view.add("language", language.tag.code)
    view.add("title", page.title)
    view.add("siteName", siteNames[page.language])
    view.add("editionName", site.edition.name)
    view.add("canonical", canonical(page))
    view.add("stylesheet", theme.styleAddress(from: page.route))
    view.add("skip", language.text("skip-to-content") ?? "")
    view.add("alternates", around.alternates())
    view.add("languages", around.languageSwitch())
    view.add("breadcrumbs", around.breadcrumbs())
    view.add("navigation", around.navigation())
    let resolver = PageResolver(site: site, plan: plan, index: index, figures: figures)
    view.add("contents", around.contents(resolver))
    view.add("content", content(page, language, resolver))
    view.add("members", around.members())
    view.add("neighbours", around.neighbours())
    view.add("homeAddress", RelativeAddress.from(page.route, to: RelativeAddress.file(language.tag.code + "/")))
    addFacts(page, language, &view)
    return theme.render("page", view.names, view.values)
  }

  /// A fallback is the same text as its source, and says so.
  private func canonical(_ page: SitePage) -> String {
    guard page.isFallback else { return site.edition.url + page.route }
    let original = site.groups[page.group].pages.first {
      !site.pages[$0].isFallback && site.pages[$0].source === page.source
    }
    return site.edition.url + (original.map { site.pages[$0].route } ?? page.route)
  }

  /// What the page says about itself: who answers for it, whether it holds, and as of when.
  private func addFacts(_ page: SitePage, _ language: Language, _ view: inout PageValues) {
    let fields = page.source.frontMatter
    if let description = fields[PageFields.description] { view.add("description", description) }
    if page.isFallback {
      let shown = page.source.identity.language
      view.add("fallback", language.text("not-translated-notice", ["language": language.displayName(of: shown)]) ?? "")
      view.add("fallbackLanguage", shown.code)
    }
    if fields[PageFields.status] == "draft" { view.add("status", language.text("draft-notice") ?? "") }
    if fields[PageFields.status] == "deprecated" { view.add("status", language.text("deprecated-notice") ?? "") }
    if let tags = fields[PageFields.tags], !tags.isEmpty {
      view.add("tagsLabel", language.text("tags") ?? "")
      view.add("tags", tags.joined(separator: ", "))
    }
    guard site.edition.readers.audience != .public else { return }
    let day = language.format(site.asOf.day, as: .asOf, relativeTo: site.asOf.day)
    view.add("asOf", language.text("last-data", ["date": day]) ?? "")
    if let review = fields[PageFields.reviewBy] {
      view.add("reviewByLabel", language.text("review-by") ?? "")
      view.add("reviewBy", language.long(review))
    }
    if let owner = fields[PageFields.owner], let role = role(owner, page, language) {
      view.add("ownerLabel", language.text("owner") ?? "")
      view.add("owner", role)
    }
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

  private func content(_ page: SitePage, _ language: Language, _ resolver: PageResolver) -> Markup {
    var html = Markup()
    let style = MarkdownMarkup.Style.page(
      taskOpen: language.text("task-open") ?? "", taskDone: language.text("task-done") ?? "",
      table: language.text("table") ?? "")
    var writer = MarkdownMarkup(
      document: page.source.document, style: style, resolver: resolver,
      allowsRawHTML: site.configuration.allowsRawHTML)
    writer.append(to: &html)
    return html
  }
}

/// The values of one page under their names; texts that are empty are left out, so that a template can ask for them.
private struct PageValues {
  private(set) var names: [StaticString] = []
  private(set) var values: [TemplateValue] = []

  mutating func add(_ name: StaticString, _ text: String) {
    guard !text.isEmpty else { return }
    names.append(name)
    values.append(.text(text))
  }

  mutating func add(_ name: StaticString, _ markup: Markup) {
    guard !markup.isEmpty else { return }
    names.append(name)
    values.append(.markup(markup.serialized()))
  }
}
