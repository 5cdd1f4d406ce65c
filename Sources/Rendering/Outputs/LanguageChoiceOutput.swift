// The root of an edition: the reader chooses a language.

import Languages
import Markup
import Site
import Syntax

enum LanguageChoiceOutput: OutputKind {
  static func outputs(of site: Site, theme: Theme) -> [Output] {
    [Output(path: "index.html", mediaType: "text/html", content: .languageChoice)]
  }

  static func draw(_ site: Site, _ theme: Theme) -> [UInt8] {
    var list = Markup()
    list.element("ul", [.class("languages")]) { list in
      for language in site.languages {
        let address = WebAddress(route: RelativeAddress.file("\(language.tag.code)/"))
        list.element("li") { item in
          item.element(
            "a", [.href(address), .language(language.tag.code), .text("hreflang", language.tag.code)],
            text: language.name)
        }
      }
    }
    let source = site.configuration.sourceLanguage
    let name = site.configuration.name
    return theme.render(
      "languages", ["language", "siteName", "choices", "stylesheet"],
      [
        .text(source.code), .text(name.resolve(for: source, fallbacks: site.languages.map(\.tag))?.text ?? ""),
        .markup(list.serialized()), .text(theme.styleAddress(from: "")),
      ])
  }
}
