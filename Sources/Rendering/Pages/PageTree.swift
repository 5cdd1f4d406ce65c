// The pages of an edition as nested lists, in reading order: each section's landing page above its pages.

import Languages
import Markup
import Site

struct PageTree {
  let site: Site
  /// Index into the site's languages.
  let language: Int
  let here: Viewpoint

  /// The tree down to `depth` levels. Sections without a landing page lent their pages to the one around them.
  func markup(depth: Int) -> Markup {
    var html = Markup()
    guard let root = site.sections.firstIndex(where: { $0.parent < 0 }) else { return html }
    if site.sections[root].landing >= 0 {
      html.element("ul", [.class("tree")]) { html in
        html.element("li") { item(site.sections[root].landing, &$0) }
      }
    }
    html.append(list(site.sections[root].members, depth: depth))
    return html
  }

  private func list(_ members: [Int], depth: Int) -> Markup {
    var html = Markup()
    html.element("ul", [.class("tree")]) { html in
      for member in members {
        html.element("li") { html in
          item(member, &html)
          let section = site.groups[member].landingOf
          if depth > 1, section >= 0, !site.sections[section].members.isEmpty {
            html.append(list(site.sections[section].members, depth: depth - 1))
          }
        }
      }
    }
    return html
  }

  private func item(_ group: Int, _ html: inout Markup) {
    let page = site.pages[site.groups[group].pages[language]]
    var attributes: [Markup.Attribute] = [.href(here.address(ofFolder: page.route))]
    if page.isFallback { attributes.append(.language(page.source.identity.language.code)) }
    html.element("a", attributes, text: page.title)
  }
}
