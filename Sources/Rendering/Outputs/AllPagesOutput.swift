// All pages of an edition on one page per language, section by section: found with the browser's own search.

import Languages
import Markup
import Site

enum AllPagesOutput: OutputKind {
  static func outputs(of site: Site) -> [Output] {
    perLanguage(site) { RelativeAddress.file(route(site.languages[$0])) }
  }

  /// Its address is its title: `sv/alla-sidor/`.
  static func route(_ language: Language) -> String {
    language.tag.code + "/" + Anchors.slug(language.text("all-pages") ?? "all-pages") + "/"
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let site = view.site
    let language = site.languages[number]
    let routes = site.languages.map(route)
    var values = view.frames[number].values(at: .folder(routes[number]), routes: routes)
    values.add("title", language.text("all-pages") ?? "")
    values.add("heading", language.text("all-pages") ?? "")
    values.add("lead", language.plural("pages", count: site.groups.count) ?? "")
    values.add("content", PageTree(site: site, language: number, here: .folder(routes[number])).markup(depth: .max))
    return view.theme.render("plain", values)
  }
}
