// A civil date as a number of days, with no clock and no time zone in it.

/// A date of the proleptic Gregorian calendar, from 1583-01-01 to 9999-12-31.
///
/// The first year is the first whole one of that calendar (and where ISO 8601 lets years begin without an agreement),
/// so that ICU, which switches calendars in 1582, always agrees. The last is the last that four digits hold.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, which is day 0.
  package let number: Int32

  /// 1583-01-01.
  package static let earliest = Day(unchecked: -141_349)
  /// 9999-12-31.
  package static let latest = Day(unchecked: 2_932_896)

  /// Takes days since 1970-01-01; nil outside 1583...9999.
  package init?(number: Int) {
    guard (Int(Self.earliest.number)...Int(Self.latest.number)).contains(number) else { return nil }
    self.init(unchecked: Int32(number))
  }

  /// Takes a date of the calendar; nil if there is no such day (2027-02-30) or the year is not in 1583...9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1583...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    self.init(unchecked: Int32(Self.daysSinceEpoch(year: year, month: month, day: day)))
  }

  /// Reads exactly `YYYY-MM-DD`, as UTF-8 or ASCII bytes.
  package init?(iso text: some Sequence<UInt8>) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"),
      let month = reader.number(digits: 2), reader.take("-"),
      let day = reader.number(digits: 2), reader.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(iso text: String) {
    self.init(iso: text.utf8)
  }

  private init(unchecked number: Int32) {
    self.number = number
  }

  package var year: Int { civil.year }
  /// 1...12.
  package var month: Int { civil.month }
  /// The day of the month, 1...31.
  package var day: Int { civil.day }

  /// `YYYY-MM-DD`.
  package var iso: String {
    let (year, month, day) = civil
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  package var description: String { iso }

  /// The day that many days later, or earlier if negative; nil outside 1583...9999.
  package func adding(days: Int) -> Day? {
    let (sum, overflow) = Int(number).addingReportingOverflow(days)
    return overflow ? nil : Day(number: sum)
  }

  /// How many days lie between: 1 for the day after `other`, negative for days before it.
  package func days(since other: Day) -> Int {
    Int(number) - Int(other.number)
  }

  package static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }
}

// The calendar's arithmetic: years are counted from 1 March, so that the leap day is the last of its year, in cycles
// of 400 years, which are 146,097 days each. All years here are positive, so plain division rounds as it should.
extension Day {
  /// How many days a month (1...12) has.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days from 0000-03-01 to 1970-01-01.
  private static let epoch = 719_468

  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    // (153 m + 2) / 5 is the number of days before month m of a year beginning in March: 0, 31, 61, 92 …
    return marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + day - 1 - epoch
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let days = Int(number) + Self.epoch
    let dayOfCycle = days % 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = days / 146_097 * 400 + yearOfCycle + (month < 3 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
