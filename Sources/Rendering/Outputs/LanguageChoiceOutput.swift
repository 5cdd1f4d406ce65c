// The root of an edition: the reader chooses a language.

import Languages
import Markup
import Site

enum LanguageChoiceOutput: OutputKind {
  static func outputs(of site: Site) -> [Output] {
    [Output(path: "index.html", mediaType: "text/html", content: .drawn(self, 0))]
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let site = view.site
    let here = Viewpoint.folder("")
    var list = Markup()
    list.element("ul", [.class("choices")]) { list in
      for language in site.languages {
        let code = language.tag.code
        list.element("li") { item in
          item.element("a", [.href(here.address(ofFolder: code + "/")), .language(code), .hreflang(code)]) { link in
            link.element("strong", text: language.name)
            link.text(" ")
            link.element("span", text: language.text("continue-in-language") ?? "")
          }
        }
      }
    }
    let source = site.languages.firstIndex { $0.tag == site.configuration.sourceLanguage } ?? 0
    var values = view.frames[source].bare(here)
    values.add("heading", view.frames[source].siteName)
    values.add("canonical", site.edition.url)
    values.add("alternates", Alternates.homes(of: site))
    values.add("content", list)
    return view.theme.render("plain", values)
  }
}
