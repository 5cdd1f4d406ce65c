// The landing page of a language where the audience has no home page: the sections it may read.

import Markup
import Site

enum LandingOutput: OutputKind {
  static func outputs(of site: Site) -> [Output] {
    guard !site.groups.contains(where: { $0.key.isEmpty }) else { return [] }
    return perLanguage(site) { RelativeAddress.file(site.languages[$0].tag.code + "/") }
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let site = view.site
    let routes = site.languages.map { $0.tag.code + "/" }
    var values = view.frames[number].values(at: .folder(routes[number]), routes: routes)
    values.add("heading", view.frames[number].siteName)
    values.add("content", PageTree(site: site, language: number, here: .folder(routes[number])).markup(depth: 2))
    return view.theme.render("plain", values)
  }
}
