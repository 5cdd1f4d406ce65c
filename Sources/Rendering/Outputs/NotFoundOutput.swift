// The pages for addresses that lead nowhere: one per language, and one at the root that speaks all of them.
//
// They are served at any address, so their links begin at the edition's own path.

import Languages
import Markup
import Site

enum NotFoundOutput: OutputKind {
  static let fileName = "404.html"

  static func outputs(of site: Site) -> [Output] {
    perLanguage(site) { site.languages[$0].tag.code + "/" + fileName }
      + [Output(path: fileName, mediaType: "text/html", content: .drawn(self, site.languages.count))]
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    number < view.site.languages.count ? inOne(number, view) : inAll(view)
  }

  private static func inOne(_ number: Int, _ view: PageView) -> [UInt8] {
    let site = view.site
    let language = site.languages[number]
    let here = Viewpoint.anywhere(base: site.edition.path)
    var values = view.frames[number].values(at: here, routes: site.languages.map { $0.tag.code + "/" })
    values.add("title", language.text("page-not-found") ?? "")
    values.add("heading", language.text("page-not-found") ?? "")
    values.add("lead", language.text("page-not-found-text") ?? "")
    var ways = Markup()
    ways.element("ul", [.class("ways")]) { ways in
      ways.element("li") { $0.link(to: here.address(ofFolder: language.tag.code + "/"), language.text("back-to-home")) }
      ways.element("li") {
        $0.link(to: here.address(ofFolder: AllPagesOutput.route(language)), language.text("all-pages"))
      }
    }
    values.add("content", ways)
    values.forbidIndexing()
    return view.theme.render("plain", values)
  }

  private static func inAll(_ view: PageView) -> [UInt8] {
    let site = view.site
    let here = Viewpoint.anywhere(base: site.edition.path)
    let source = site.languages.firstIndex { $0.tag == site.configuration.sourceLanguage } ?? 0
    var values = view.frames[source].bare(here)
    values.add("title", site.languages[source].text("page-not-found") ?? "")
    values.add("heading", "404")
    var texts = Markup()
    texts.element("ul", [.class("choices")]) { texts in
      for language in site.languages {
        texts.element("li", [.language(language.tag.code)]) { text in
          text.element("strong", text: language.text("page-not-found") ?? "")
          text.element("p", text: language.text("page-not-found-text") ?? "")
          text.element("p") {
            $0.link(to: here.address(ofFolder: language.tag.code + "/"), language.text("back-to-home"))
          }
        }
      }
    }
    values.add("content", texts)
    values.forbidIndexing()
    return view.theme.render("plain", values)
  }
}
