// What is the same on every page of an edition in one language: the head's settings, the header, the footer.

import Languages
import Markup
import Site

/// Made once per language; a page only adds where it stands.
struct PageFrame: Sendable {
  static let noIndex = "noindex, nofollow"

  let siteName: String
  private let site: Site
  private let language: Language
  private let style: StyleSheet
  private let legal: HTML
  private let asOf: String

  init(_ site: Site, language: Language, style: StyleSheet) {
    self.site = site
    self.language = language
    self.style = style
    let name = site.edition.title ?? site.configuration.name
    siteName = name.resolve(for: language.tag, fallbacks: site.languages.map(\.tag))?.text ?? ""
    legal = LegalNotice.markup(site, language).serialized()
    let day = language.format(site.asOf.day, as: .asOf, relativeTo: site.asOf.day)
    asOf = isPublic(site) ? "" : language.text("last-data", ["date": day]) ?? ""
  }

  /// The head alone, for a page without header: the choice of language, a page that has moved.
  func bare(_ here: Viewpoint) -> PageValues {
    var values = PageValues()
    values.add("language", language.tag.code)
    values.add("audience", site.edition.readers.audience.rawValue)
    values.add("policy", SecurityHeaders.policy)
    values.add("siteName", siteName)
    values.add("stylesheet", here.text(StyleOutput.path) + "?v=" + style.version)
    if let logo = site.logo { values.add("icon", here.text(FileOutput.route(of: logo.path))) }
    if !isPublic(site) { values.add("robots", Self.noIndex) }
    return values
  }

  /// Everything, for a page that exists in each language: `routes` are its folders, in the order of the languages.
  func values(at here: Viewpoint, routes: [String]) -> PageValues {
    var values = bare(here)
    values.add("skip", language.text("skip-to-content") ?? "")
    values.add("homeAddress", here.text(RelativeAddress.file(language.tag.code + "/")))
    values.add("logo", logo(here))
    if !isPublic(site) {
      values.add("edition", language.text("audience-" + site.edition.readers.audience.rawValue) ?? "")
      values.add("asOf", asOf)
    }
    values.add("allPages", language.text("all-pages") ?? "")
    values.add("allPagesAddress", here.text(RelativeAddress.file(AllPagesOutput.route(language))))
    values.add("languages", languageSwitch(here, routes))
    values.add("legal", legal)
    return values
  }

  /// The brand's picture; its name stands beside it.
  private func logo(_ here: Viewpoint) -> Markup {
    var html = Markup()
    guard let logo = site.logo, let size = logo.image else { return html }
    html.void(
      "img",
      [
        .src(here.address(of: FileOutput.route(of: logo.path))), .text("alt", ""), .text("width", String(size.width)),
        .text("height", String(size.height)),
      ])
    return html
  }

  /// The same page in the other languages.
  private func languageSwitch(_ here: Viewpoint, _ routes: [String]) -> Markup {
    var html = Markup()
    guard site.languages.count > 1 else { return html }
    html.element("nav", [.class("languages"), .label(language.text("languages") ?? "")]) { html in
      html.element("ul") { html in
        for (other, route) in zip(site.languages, routes) {
          let code = other.tag.code
          var attributes: [Markup.Attribute] = [.href(here.address(ofFolder: route)), .language(code), .hreflang(code)]
          if other === language { attributes.append(.text("aria-current", "true")) }
          html.element("li") { $0.element("a", attributes, text: other.name) }
        }
      }
    }
    return html
  }
}

private func isPublic(_ site: Site) -> Bool { site.edition.readers.audience == .public }
