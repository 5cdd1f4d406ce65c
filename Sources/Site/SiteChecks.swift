// Checks on the assembled site that no single page can make: translations that must exist, reviews that are due.

import Languages
package import Syntax
package import Transition

package enum SiteChecks {
  package static func check(_ site: Site) -> [Diagnostic] {
    translations(site) + reviews(site) + DocumentChecks.check(site)
  }

  // MARK: Reviews

  /// Pages and records that were to be looked at again by a day that is past.
  private static func reviews(_ site: Site) -> [Diagnostic] {
    let pages = site.pages.filter { !$0.isFallback }.map(\.source.frontMatter)
    let records = site.projects.flatMap(\.everyRecord)
    return pages.compactMap { overdue($0, PageFields.reviewBy, site.asOf) }
      + records.compactMap { overdue($0, CommonFields.reviewBy, site.asOf) }
  }

  private static func overdue(_ record: Record, _ field: Field<Day>, _ asOf: AsOf) -> Diagnostic? {
    guard let day = record[field], asOf.isOver(Period(day)).holds else { return nil }
    let finding = Finding("past", record, field.spec.name, ["kind": record.schema.name, "day": day.iso])
    return Rules.diagnostic(finding, of: ReviewDates.self, isAgreed: true)
  }

  // MARK: Translations

  private static func translations(_ site: Site) -> [Diagnostic] {
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

/// V60: pages and records that were to be looked at again. Judged in each edition, for what it shows.
package enum ReviewDates: RuleDescription {
  package static let id = "V60"
  package static let weight = RuleClass.advice
  package static let rationale = "What is past its reviewBy may no longer hold."
  package static let messages = [
    "past": RuleMessage("the {kind} was to be looked at again by {day}", "look at it, then set reviewBy to a later day")
  ]
  package static let example = RuleExample(
    broken: """
      index.sv.md
        ---
        title: Risks
        owner: tl
        reviewBy: ‸2026-03-02
        ---
        Text.
      """,
    sound: """
      index.sv.md
        ---
        title: Risks
        owner: tl
        reviewBy: 2026-09-02
        ---
        Text.
      """)
}
