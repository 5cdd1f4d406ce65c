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

  package init(site: Site, plan: Plan, theme: Theme) {
    self.site = site
    self.plan = plan
    self.theme = theme
    figures = FigureCache()
  }

  func draw(_ index: Int) -> [UInt8] {
    let page = site.pages[index]
    let language = site.languages[page.language]
    let around = Surroundings(site: site, index: index)
    var values = [
      "language": language.tag.code,
      "title": page.title,
      "siteName": siteName(language),
      "editionName": site.edition.name,
      "canonical": canonical(page),
      "stylesheet": theme.styleAddress(from: page.route),
      "skip": language.text("skip-to-content") ?? "",
      "alternates": around.alternates().serialized().string,
      "languages": around.languageSwitch().serialized().string,
      "breadcrumbs": around.breadcrumbs().serialized().string,
      "navigation": around.navigation().serialized().string,
      "contents": around.contents().serialized().string,
      "content": content(index, language),
      "neighbours": around.neighbours().serialized().string,
      "homeAddress": RelativeAddress.from(page.route, to: RelativeAddress.file(language.tag.code + "/")),
    ]
    addFacts(page, language, &values)
    return theme.render("page", values)
  }

  private func siteName(_ language: Language) -> String {
    site.configuration.name.resolve(for: language.tag, fallbacks: site.languages.map(\.tag))?.text ?? ""
  }

  /// A fallback is the same text as its source, and says so.
  private func canonical(_ page: SitePage) -> String {
    guard page.isFallback else { return site.edition.url + page.route }
    let original = site.groups[page.group].pages.first { !site.pages[$0].isFallback && site.pages[$0].source === page.source }
    return site.edition.url + (original.map { site.pages[$0].route } ?? page.route)
  }

  /// What the page says about itself: who answers for it, whether it holds, and as of when.
  private func addFacts(_ page: SitePage, _ language: Language, _ values: inout [String: String]) {
    let fields = page.source.frontMatter
    if let description = fields[PageFields.description] { values["description"] = description }
    if page.isFallback {
      let shown = page.source.identity.language
      values["fallback"] = language.text("not-translated-notice", ["language": language.displayName(of: shown)])
      values["fallbackLanguage"] = shown.code
    }
    if fields[PageFields.status] == "draft" { values["status"] = language.text("draft-notice") }
    if fields[PageFields.status] == "deprecated" { values["status"] = language.text("deprecated-notice") }
    if let tags = fields[PageFields.tags], !tags.isEmpty {
      values["tagsLabel"] = language.text("tags")
      values["tags"] = tags.joined(separator: ", ")
    }
    guard site.edition.readers.audience != .public else { return }
    let day = language.format(site.asOf.day, as: .asOf, relativeTo: site.asOf.day)
    values["asOf"] = language.text("last-data", ["date": day])
    if let review = fields[PageFields.reviewBy] {
      values["reviewByLabel"] = language.text("review-by")
      values["reviewBy"] = language.long(review)
    }
    if let owner = fields[PageFields.owner], let role = role(owner, page, language) {
      values["ownerLabel"] = language.text("owner")
      values["owner"] = role
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

  private func content(_ index: Int, _ language: Language) -> String {
    let page = site.pages[index]
    var html = Markup()
    let resolver = PageResolver(site: site, plan: plan, index: index, figures: figures)
    let style = MarkdownMarkup.Style.page(
      taskOpen: language.text("task-open") ?? "", taskDone: language.text("task-done") ?? "")
    var writer = MarkdownMarkup(
      document: page.source.document, style: style, resolver: resolver,
      allowsRawHTML: site.configuration.allowsRawHTML)
    writer.append(to: &html)
    return html.serialized().string
  }
}
