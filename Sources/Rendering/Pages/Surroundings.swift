// What stands around a page's text: breadcrumbs, section navigation, contents, neighbours.

import Languages
import Markup
import Site
import Syntax

struct Surroundings {
  let site: Site
  let index: Int
  private let page: SitePage
  private let language: Language
  private let group: PageGroup

  init(site: Site, index: Int) {
    self.site = site
    self.index = index
    page = site.pages[index]
    language = site.languages[page.language]
    group = site.groups[page.group]
  }

  private func label(_ key: String) -> Markup.Attribute { .label(language.text(key) ?? key) }

  private func page(of group: Int) -> SitePage { site.pages[site.groups[group].pages[page.language]] }

  private func address(of other: SitePage) -> WebAddress {
    WebAddress(route: RelativeAddress.from(page.route, to: RelativeAddress.file(other.route)))
  }

  private func link(_ other: SitePage, _ attributes: [Markup.Attribute] = [], _ html: inout Markup) {
    var all = [.href(address(of: other))] + attributes
    if other.isFallback { all.append(.language(other.source.identity.language.code)) }
    html.element("a", all, text: other.title)
  }

  /// What the browser calls the page: the pages of several projects have the same titles, and say whose they are.
  var headTitle: String {
    guard let id = page.source.projectID else { return page.title }
    var section = group.section
    while section >= 0 {
      let landing = site.sections[section].landing
      if landing >= 0, site.groups[landing].key == "projects/" + id {
        return page.title + " · " + self.page(of: landing).title
      }
      section = site.sections[section].parent
    }
    return page.title
  }

  /// The landing pages of the sections around the page, from the home page down.
  func breadcrumbs() -> Markup {
    var trail: [SitePage] = []
    var section = group.section
    while section >= 0 {
      let landing = site.sections[section].landing
      if landing >= 0 { trail.append(page(of: landing)) }
      section = site.sections[section].parent
    }
    var html = Markup()
    guard !trail.isEmpty else { return html }
    html.element("nav", [.class("breadcrumbs"), label("breadcrumbs")]) { html in
      html.element("ol") { html in
        for other in trail.reversed() { html.element("li") { link(other, [], &$0) } }
        html.element("li", [.text("aria-current", "page")], text: page.title)
      }
    }
    return html
  }

  /// The pages of the section the page is in; of its own section when it is a landing page. The home page shows its
  /// sections in the text's place.
  func navigation() -> Markup {
    var html = Markup()
    guard !group.key.isEmpty else { return html }
    let own = group.landingOf >= 0 && !site.sections[group.landingOf].members.isEmpty
    let section = own ? group.landingOf : group.section
    guard section >= 0, !site.sections[section].members.isEmpty else { return html }
    html.element("nav", [.class("section"), .id("menu"), label("section-navigation")]) { html in
      // On a narrow screen the menu is opened and closed by links.
      html.element("a", [.class("close-menu"), .href(WebAddress(route: "#main"))], text: language.text("close") ?? "")
      let landing = site.sections[section].landing
      if landing >= 0 { html.element("p") { item(landing, &$0) } }
      html.element("ul") { html in
        for member in site.sections[section].members { html.element("li") { item(member, &$0) } }
      }
    }
    return html
  }

  private func item(_ member: Int, _ html: inout Markup) {
    link(page(of: member), member == page.group ? [.text("aria-current", "page")] : [], &html)
  }

  /// On a landing page: the pages of its section, with what each is about.
  func members() -> Markup {
    var html = Markup()
    guard group.landingOf >= 0, !site.sections[group.landingOf].members.isEmpty else { return html }
    html.element("ul", [.class("members")]) { html in
      for member in site.sections[group.landingOf].members {
        let other = page(of: member)
        html.element("li") { html in
          link(other, [], &html)
          if let description = other.source.frontMatter[PageFields.description] {
            let language = other.source.identity.language.code
            html.element("p", other.isFallback ? [.language(language)] : [], text: description)
          }
        }
      }
    }
    return html
  }

  /// The headings of the page, two levels deep; left out when there is no more than one.
  func contents(_ resolver: PageResolver) -> Markup {
    var html = Markup()
    let shown = page.source.document.headings.enumerated().filter { $0.element.level == 2 || $0.element.level == 3 }
    guard shown.count > 1 else { return html }
    html.element("nav", [.class("contents"), label("contents")]) { html in
      html.element("h2", text: language.text("contents") ?? "")
      html.element("ul", page.isFallback ? [.language(page.source.identity.language.code)] : []) { html in
        for (position, heading) in shown {
          let target = WebAddress(route: "#" + page.anchors[position])
          html.element("li", heading.level == 3 ? [.class("deep")] : []) { item in
            item.element("a", [.href(target)], text: resolver.text(of: heading))
          }
        }
      }
    }
    return html
  }

  /// The page before and the page after, in the order of the section.
  func neighbours() -> Markup {
    var html = Markup()
    guard group.section >= 0, let position = site.sections[group.section].members.firstIndex(of: page.group) else {
      return html
    }
    let members = site.sections[group.section].members
    guard members.count > 1 else { return html }
    html.element("nav", [.class("neighbours"), label("neighbours")]) { html in
      if position > 0 { neighbour("prev", "previous", members[position - 1], &html) }
      if position + 1 < members.count { neighbour("next", "next", members[position + 1], &html) }
    }
    return html
  }

  private func neighbour(_ relation: String, _ key: String, _ member: Int, _ html: inout Markup) {
    html.element("p") { html in
      html.element("span", text: (language.text(key) ?? key) + ": ")
      link(page(of: member), [.text("rel", relation)], &html)
    }
  }
}
