// Checks on the assembled site that no single page can make: translations that an audience must have.

package import Syntax
import Transition

package enum SiteChecks {
  package static func check(_ site: Site) -> [Diagnostic] {
    guard demandsTranslations(site) else { return [] }
    return site.groups.flatMap { group -> [Diagnostic] in
      let pages = group.pages.map { site.pages[$0] }
      guard let page = pages.first, page.source.audience == site.edition.readers.audience else { return [] }
      let missing = pages.filter(\.isFallback).map { site.languages[$0.language].tag.code }
      return missing.isEmpty ? [] : [untranslated(page.source, missing)]
    }
  }

  /// `missingTranslation: { public: error }` in `site.yaml`.
  private static func demandsTranslations(_ site: Site) -> Bool {
    let settings = site.configuration.record[SiteFields.missingTranslation]?.entries ?? []
    return settings.contains {
      $0.key == site.edition.readers.audience.rawValue && String.from($0.value.value) == "error"
    }
  }

  private static func untranslated(_ page: ParsedPage, _ missing: [String]) -> Diagnostic {
    Diagnostic(
      "translation", at: Place(page.file, SourceSpan(at: 0)),
      "the page is missing in: \(missing.joined(separator: ", "))",
      rule: "site.yaml demands that pages of this audience exist in every language",
      help: "write the translation, with source: \(page.identity.language) in its front matter")
  }
}
