// What a field may hold and how it is written.

package indirect enum FieldKind: Sendable {
  case identifier
  case text
  /// A text per language, or a bare text in the source language.
  case localized
  /// Markdown per language.
  case markdown
  case day
  /// `2026-03`, `2026-Q1`, `2026-W10` or a day.
  case period
  /// `2026-03`.
  case month
  /// `2026-Q1`.
  case quarter
  /// A day and a time of day, `2026-03-02T08:00`, where the project is unless it says otherwise.
  case moment
  /// A stretch of time before or after a go-live: `T-72h`, `T-14d`, `T`.
  case offset
  /// How long something takes, as ISO 8601 writes it: `PT4H`, `P3D`, `P7M`.
  case duration
  /// A decimal number, digits as written; bounds in whole units.
  case number(ClosedRange<Int>?)
  case integer(ClosedRange<Int>)
  /// An amount in the currency of its project, in whole minor units: `92000.00`.
  case money
  case boolean
  case choice([String])
  /// The id of a record in one of these collections.
  case reference([String])
  /// The id of a record in one of these collections, or a text that names what has no record.
  case referenceOrText([String])
  /// `client`, the id of a provider, or what the project calls its outgoing or incoming provider.
  case party
  /// The key of a page of the site.
  case page
  case language, country, currency, timeZone
  case audience
  case list(FieldKind)
  case record(EntitySchema)
  case map(FieldKind)
  /// A scalar of the first kind, or a list or mapping of the second.
  case either(FieldKind, FieldKind)
  /// A scalar of the first of these kinds that it fits.
  case anyOf([FieldKind])

  /// Percent of a whole.
  package static let percent = FieldKind.number(0...100)
  /// A whole number of things.
  package static let count = FieldKind.integer(0...1_000_000_000)
  /// A grade of five.
  package static let grade = FieldKind.integer(1...5)
  /// A figure, or whether something is the case.
  package static let figure = FieldKind.anyOf([.number(-1_000_000_000...1_000_000_000), .boolean])
  package static let role = FieldKind.reference(["roles"])

  /// The collections that a value of this kind may name; nil when it names no record.
  package var targets: [String]? {
    switch self {
    case .reference(let collections), .referenceOrText(let collections): collections
    case .list(let element), .map(let element): element.targets
    case .either(let first, let second): first.targets ?? second.targets
    case .anyOf(let kinds): kinds.lazy.compactMap(\.targets).first
    default: nil
    }
  }

  /// Whether it, or a kind in it, is such; fields of the records in it are not looked at.
  package func contains(_ isSuch: (FieldKind) -> Bool) -> Bool {
    switch self {
    case .list(let element), .map(let element): element.contains(isSuch)
    case .either(let first, let second): first.contains(isSuch) || second.contains(isSuch)
    case .anyOf(let kinds): kinds.contains { $0.contains(isSuch) }
    default: isSuch(self)
    }
  }

  /// Whether it may hold a day.
  var isDay: Bool { contains { if case .day = $0 { true } else { false } } }

  /// Whether it names a party.
  package var isParty: Bool {
    switch self {
    case .party: true
    case .list(let element): element.isParty
    case .either(let first, _): first.isParty
    default: false
    }
  }

  /// Whether people write into it what they like.
  package var isFreeText: Bool {
    contains {
      switch $0 {
      case .text, .localized, .markdown, .referenceOrText: true
      default: false
      }
    }
  }

  /// Whether it may hold the key of a page.
  package var isPage: Bool { contains { if case .page = $0 { true } else { false } } }

  /// The entity of the mappings in it, if it holds some.
  package var nested: EntitySchema? {
    switch self {
    case .record(let schema): schema
    case .list(let element), .map(let element): element.nested
    case .either(let first, let second): first.nested ?? second.nested
    default: nil
    }
  }
}
