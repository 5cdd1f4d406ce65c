// What the law of each market wants named, in the footer of every public page.

import Languages
import Markup
import Site
import Transition

enum LegalNotice {
  private static let fields = [
    LegalFields.company, LegalFields.imprint, LegalFields.privacy, LegalFields.accessibility,
  ]

  /// One block per market, under the market's name; nothing in editions that are not public.
  static func markup(_ site: Site, _ language: Language) -> Markup {
    var html = Markup()
    let markets = site.configuration.record[SiteFields.legal]?.entries ?? []
    guard site.edition.readers.audience == .public, !markets.isEmpty else { return html }
    html.element("div", [.class("legal")]) { html in
      for market in markets {
        guard let notice = Record.from(market.value.value) else { continue }
        html.element("section") { html in
          html.element("h2", text: language.regionName(market.key))
          for field in fields {
            guard let text = notice[field] else { continue }
            html.element("p") { MergedTextMarkup.append(Self.text(text, language, site), to: &$0) }
          }
        }
      }
    }
    return html
  }

  private static func text(_ text: LocalizedText, _ language: Language, _ site: Site) -> MergedText {
    let fallbacks = [site.configuration.sourceLanguage] + text.languages
    guard let found = text.resolve(for: language.tag, fallbacks: fallbacks) else { return MergedText("") }
    return MergedText(
      found.text, language: found.language == language.tag ? nil : found.language, isMarkdown: true)
  }
}
