// The translations of a page as search engines want them named: each of them, itself included, and a default.

import Languages
import Markup
import Site
import Syntax

enum Alternates {
  /// The hreflang of the version for readers of any other language. (Google's term, used by all search engines)
  private static let anyLanguage = "x-default"

  /// The versions of a page that stand in their own language; none for a fallback, or when there is only one. The
  /// default is the language the page was written in; for a home page, the choice of language.
  static func of(_ page: SitePage, _ site: Site) -> [(language: String, address: WebAddress)] {
    guard !page.isFallback else { return [] }
    let versions = site.groups[page.group].pages.map { site.pages[$0] }.filter { !$0.isFallback }
    guard versions.count > 1 else { return [] }
    let isHome = site.groups[page.group].key.isEmpty
    let original = versions.first { $0.source.frontMatter[PageFields.source] == nil } ?? page
    return versions.map { (site.languages[$0.language].tag.code, address($0.route, site)) }
      + [(anyLanguage, address(isHome ? "" : original.route, site))]
  }

  static func markup(_ page: SitePage, _ site: Site) -> Markup { links(of(page, site)) }

  /// The homes of the languages, for the root, which is itself the default.
  static func homes(of site: Site) -> Markup {
    let codes = site.languages.map(\.tag.code)
    return links(codes.map { ($0, address($0 + "/", site)) } + [(anyLanguage, address("", site))])
  }

  private static func address(_ route: String, _ site: Site) -> WebAddress {
    WebAddress(route: site.edition.url + route)
  }

  private static func links(_ alternates: [(language: String, address: WebAddress)]) -> Markup {
    var html = Markup()
    for (language, address) in alternates {
      html.void("link", [.text("rel", "alternate"), .hreflang(language), .href(address)])
      html.text("\n")
    }
    return html
  }
}
