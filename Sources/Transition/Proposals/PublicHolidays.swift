// The public holidays of a whole country, for projects whose calendar does not name them yet.

package import Languages

/// Public holidays that a country has everywhere by law; those of regions are the project's calendar's to add.
/// Sources: legge 260/1949 and 151/2025 (IT); lag (1989:253), with the eves that semesterlagen puts beside them (SE);
/// the holiday acts of all sixteen Länder (DE).
package enum PublicHolidays {
  private enum Rule {
    case on(Int, Int, since: Int = 0)
    /// Days after Easter Sunday.
    case easter(Int)
    /// The first such weekday (1 Monday to 7 Sunday) from a day on.
    case first(weekday: Int, from: (month: Int, day: Int))
  }

  private static let rules: [String: [Rule]] = [
    "IT": [
      .on(1, 1), .on(1, 6), .easter(0), .easter(1), .on(4, 25), .on(5, 1), .on(6, 2), .on(8, 15),
      .on(10, 4, since: 2026),
      .on(11, 1), .on(12, 8), .on(12, 25), .on(12, 26),
    ],
    "SE": [
      .on(1, 1), .on(1, 6), .easter(-2), .easter(0), .easter(1), .on(5, 1), .easter(39), .easter(49), .on(6, 6),
      .first(weekday: 5, from: (6, 19)), .first(weekday: 6, from: (6, 20)), .first(weekday: 6, from: (10, 31)),
      .on(12, 24), .on(12, 25), .on(12, 26), .on(12, 31),
    ],
    "DE": [
      .on(1, 1), .easter(-2), .easter(1), .on(5, 1), .easter(39), .easter(50), .on(10, 3), .on(12, 25), .on(12, 26),
    ],
  ]

  /// Empty for a country that is not known here.
  static func days(_ country: String, _ year: Int) -> Set<Day> {
    Set((rules[country] ?? []).compactMap { day($0, year) })
  }

  private static func day(_ rule: Rule, _ year: Int) -> Day? {
    switch rule {
    case .on(let month, let day, let since): year >= since ? Day(year: year, month: month, day: day) : nil
    case .easter(let distance): easter(year)?.adding(days: distance)
    case .first(let weekday, let from):
      Day(year: year, month: from.month, day: from.day).flatMap { $0.adding(days: (weekday - $0.weekday + 7) % 7) }
    }
  }

  /// Easter Sunday of the Gregorian calendar. (Anonymous algorithm, Nature 13 (1876) 487; Meeus, Astronomical
  /// Algorithms, chapter 8)
  package static func easter(_ year: Int) -> Day? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
