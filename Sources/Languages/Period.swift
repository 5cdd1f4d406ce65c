// The stretch of time that a measured value stands for: a quarter, a month, a week or a day.

/// A period as people write it in data: `2026-Q1`, `2026-03`, `2026-W10` (an ISO week) or `2026-03-02`.
///
/// Ordered by first day; of periods that begin together, the longer kind comes first.
package struct Period: Hashable, Comparable, Sendable, CustomStringConvertible {
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    case quarter, month, week, day
  }

  package let kind: Kind
  package let firstDay: Day

  /// Reads one of the four forms exactly; nil for anything else, and for weeks that their year does not have.
  package init?(_ text: String) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(digits: 4), reader.take("-") else { return nil }
    let parsed: (kind: Kind, first: Day?)?
    if reader.take("Q") {
      parsed = Self.quarter(of: year, from: &reader)
    } else if reader.take("W") {
      parsed = Self.week(of: year, from: &reader)
    } else {
      parsed = Self.monthOrDay(of: year, from: &reader)
    }
    guard let (kind, first) = parsed, let first, reader.isAtEnd else { return nil }
    (self.kind, firstDay) = (kind, first)
  }

  /// A single day as a period.
  package init(_ day: Day) {
    (kind, firstDay) = (.day, day)
  }

  /// The last day that belongs to it; no later than `Day.latest`.
  package var lastDay: Day {
    let length =
      switch kind {
      case .quarter: (0...2).reduce(0) { $0 + Day.days(inMonth: firstDay.month + $1, of: firstDay.year) }
      case .month: Day.days(inMonth: firstDay.month, of: firstDay.year)
      case .week: 7
      case .day: 1
      }
    return firstDay.adding(days: length - 1) ?? Day.latest
  }

  /// The one of its kind that follows; nil where the calendar ends.
  package var next: Period? {
    lastDay.adding(days: 1).map { Period(kind, $0) }
  }

  /// Of a first day that is one of that kind.
  private init(_ kind: Kind, _ firstDay: Day) { (self.kind, self.firstDay) = (kind, firstDay) }

  /// 1...4, of the first day's year.
  package var quarter: Int { (firstDay.month + 2) / 3 }

  /// The period as it is written in data; `Period(period.code) == period`.
  package var code: String {
    switch kind {
    case .quarter: "\(padded(firstDay.year, to: 4))-Q\(quarter)"
    case .month: "\(padded(firstDay.year, to: 4))-\(padded(firstDay.month, to: 2))"
    case .week: "\(padded(firstDay.isoWeekYear, to: 4))-W\(padded(firstDay.isoWeek, to: 2))"
    case .day: firstDay.iso
    }
  }

  package var description: String { code }

  package func contains(_ day: Day) -> Bool {
    firstDay <= day && day <= lastDay
  }

  package static func < (left: Period, right: Period) -> Bool {
    (left.firstDay, left.kind.rawValue) < (right.firstDay, right.kind.rawValue)
  }

  private static func quarter(of year: Int, from reader: inout DigitReader) -> (kind: Kind, first: Day?)? {
    guard let quarter = reader.number(digits: 1), (1...4).contains(quarter) else { return nil }
    return (.quarter, Day(year: year, month: quarter * 3 - 2, day: 1))
  }

  private static func week(of year: Int, from reader: inout DigitReader) -> (kind: Kind, first: Day?)? {
    reader.number(digits: 2).map { (.week, Day(isoWeekYear: year, week: $0)) }
  }

  private static func monthOrDay(of year: Int, from reader: inout DigitReader) -> (kind: Kind, first: Day?)? {
    guard let month = reader.number(digits: 2) else { return nil }
    guard reader.take("-") else { return (.month, Day(year: year, month: month, day: 1)) }
    return reader.number(digits: 2).map { (.day, Day(year: year, month: month, day: $0)) }
  }
}
