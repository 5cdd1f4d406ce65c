// The ways in which a date can be written; the names are those that writers put behind a comma in `{{ … }}`.

/// A way to write a date. The raw value is its name in content and in language files.
package enum DateFormat: String, Hashable, Sendable, CaseIterable {
  /// 2026-03-02, the same in every language.
  case iso
  /// Day and month: "2 mars".
  case short
  /// With the year: "2 mars 2026".
  case long
  /// With the weekday: "måndag 2 mars 2026".
  case full
  /// The first day of something: "dal 2 marzo".
  case from
  /// The last day of something, included: "fino al 2 marzo".
  case until
  /// The day of something: "il 2 marzo".
  case on
  /// A day in the past since which something holds: "sedan den 2 mars".
  case since
  /// The day that facts are known up to, for the text `last-data`; always with the year: "al 2 marzo 2026".
  case asOf = "as-of"
  /// The ISO week: "vecka 10".
  case week

  /// Whether language files hold patterns for it.
  package var hasPatterns: Bool {
    switch self {
    case .from, .until, .on, .since, .asOf: true
    case .iso, .short, .long, .full, .week: false
    }
  }

  /// Whether the year is left out when it is the reference day's.
  var dropsCurrentYear: Bool { hasPatterns && self != .asOf }
}
