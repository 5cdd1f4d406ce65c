// The disclosure report: what each edition shows, and what of it its readers could not see at an earlier revision.

import Languages
import Rendering
import Site
import Syntax
import Transition

package struct Disclosure: Sendable {
  /// One edition with what it shows, or with what is new to its readers.
  struct Part: Sendable {
    let edition: Edition
    let items: [DisclosureItem]
    /// Records that their readers knew before, at least in part.
    let known: Set<[String]>
  }

  /// What the site was compared with.
  struct Baseline: Sendable {
    let revision: String
    let commit: String
    /// The day on which it is read: its own, where it names one, else that of the commit.
    let asOf: Day
    /// Whether something of it could not be read and counts as new.
    let hasErrors: Bool
  }

  let site: String
  let sourceLanguage: LanguageTag
  let asOf: Day
  let baseline: Baseline?
  let parts: [Part]

  /// Nil when the site could not be read: checking said why.
  package static func make(_ checked: CheckedSite, since revision: GitRevision?, jobs: Int) throws -> Disclosure? {
    guard let asOf = checked.asOf, checked.parsed != nil else { return nil }
    return make(checked, before: try revision.map { try ShownBefore.read($0, until: asOf, jobs: jobs) }, jobs: jobs)
  }

  static func make(_ checked: CheckedSite, before: ShownBefore?, jobs: Int) -> Disclosure? {
    guard let configuration = checked.parsed?.content.configuration, let asOf = checked.asOf else { return nil }
    let editions = checked.editions
    let parts = parallelMap(editions.count, jobs: jobs, chunk: 1) { range in
      range.map { index in
        let edition = editions[index]
        let items = DisclosureReader.items(
          of: edition.site, edition.selected, uses: edition.plan.uses, texts: before != nil)
        return part(edition.edition, items.values.sorted(by: DisclosureItem.isBefore), before)
      }
    }
    return Disclosure(
      site: configuration.name.resolve(
        for: configuration.sourceLanguage, fallbacks: configuration.name.languages)?.text ?? "",
      sourceLanguage: configuration.sourceLanguage, asOf: asOf.day, baseline: before?.baseline, parts: parts)
  }

  private static func part(_ edition: Edition, _ items: [DisclosureItem], _ before: ShownBefore?) -> Part {
    guard let before else { return Part(edition: edition, items: items, known: []) }
    let known = before.keys(shownTo: edition.readers)
    var holders: Set<[String]> = []
    for key in known where key.kind == .field { holders.insert(key.holder) }
    for key in known where key.kind == .page { holders.insert(key.holder + [key.name]) }
    let new = items.filter { item in
      switch item.key.kind {
      case .part: false
      // Of a page or record that is new itself, every text is.
      case .text: !known.contains(item.key) && holders.contains(item.key.holder)
      default: !known.contains(item.key)
      }
    }
    let marked = new.map { item in
      var item = item
      item.before = before.readers(of: item.key)
      return item
    }
    return Part(edition: edition, items: marked, known: holders)
  }
}
