// One thing that the readers of an edition may see, with a key that is the same in two versions of the site.

import Languages
import Site
import Syntax
import Transition

struct DisclosureItem: Sendable {
  /// In the order of the report.
  enum Kind: String, CaseIterable, Sendable {
    /// A page in one language; its text is the title.
    case page
    /// The number of parts on a page that the other readers of the page do not see.
    case part
    /// A field of a record, of a term of the glossary, of a row of a table.
    case field
    /// A line of a page, or a text of a record; only for comparing.
    case text
    case attachment, person, email, phone
    /// A number from 10,000 on.
    case amount
  }

  /// Two items with one key are the same thing.
  struct Key: Hashable, Sendable {
    let kind: Kind
    /// What holds it: the page's key; the project, the collection and the record's id. Empty where it does not matter.
    let holder: [String]
    let name: String

    /// For machines: `steps/risks/sv`, `nordhem-casa/milestones/m1/planned`, `+46 40 12 34 56` as `+4640123456`.
    var text: String { (holder + [name]).joined(separator: "/") }
  }

  let key: Key
  /// What to show of it.
  let text: String
  let place: Place
  /// Of a field: whether a page names it, by a reference or in a table. Others may be shown without a change of data.
  var isOnPages = false
  /// Who read it at the earlier revision, where that were fewer.
  var before: Readership?

  /// By kind, holder and name: the order of a report, whatever the order of discovery was.
  static func isBefore(_ first: DisclosureItem, _ second: DisclosureItem) -> Bool {
    let kinds = Kind.allCases
    let (one, two) = (first.key, second.key)
    if one.kind != two.kind { return kinds.firstIndex(of: one.kind) ?? 0 < kinds.firstIndex(of: two.kind) ?? 0 }
    if one.holder != two.holder {
      return one.holder.lexicographicallyPrecedes(two.holder) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return one.name.utf8.lexicographicallyPrecedes(two.name.utf8)
  }
}

extension Readership {
  /// `public`, `partner svarsund`.
  var shown: String { partner.map { "\(audience.rawValue) \($0)" } ?? audience.rawValue }

  /// Whether everything that these readers saw, the others see as well.
  func isWithin(_ others: Readership) -> Bool {
    guard audience == .partner, others.audience == .partner else { return audience <= others.audience }
    return partner == others.partner
  }
}
