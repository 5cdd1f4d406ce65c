// Weekdays and week numbers by ISO 8601, as planners in Europe count them.

extension Day {
  /// The day of the week by ISO 8601: 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday. The offset keeps the dividend positive for days before it.
    (Int(number) + 3 + 7 * 30_000) % 7 + 1
  }

  /// The first day of its week; the day itself where that lies outside 1583...9999.
  package var monday: Day { adding(days: 1 - weekday) ?? self }

  /// The week of the ISO year, 1...53: a week belongs to the year that its Thursday lies in.
  package var isoWeek: Int {
    (dayOfYear(of: isoWeekYear) - weekday + 10) / 7
  }

  /// The year that the day's ISO week belongs to: 2025 for 2024-12-30, 2026 for 2027-01-01.
  package var isoWeekYear: Int {
    let year = self.year
    let week = (dayOfYear(of: year) - weekday + 10) / 7
    if week < 1 { return year - 1 }
    return week > Day.isoWeeks(in: year) ? year + 1 : year
  }

  /// How many ISO weeks a year has: 53 if it begins on a Thursday, or on a Wednesday and is a leap year; else 52.
  package static func isoWeeks(in year: Int) -> Int {
    let firstWeekday = weekdayOfNewYear(year)
    return firstWeekday == 4 || (firstWeekday == 3 && isLeap(year)) ? 53 : 52
  }

  /// The Monday of an ISO week; nil if that year has no such week, or the Monday lies outside 1583...9999.
  package init?(isoWeekYear year: Int, week: Int) {
    guard (1583...9999).contains(year), (1...Day.isoWeeks(in: year)).contains(week) else { return nil }
    // 4 January is always in week 1.
    guard let inFirstWeek = Day(year: year, month: 1, day: 4) else { return nil }
    self.init(number: Int(inFirstWeek.number) - inFirstWeek.weekday + 1 + (week - 1) * 7)
  }

  /// The number of the day counted from 1 January of a year next to its own: 0 and below lie before that year.
  private func dayOfYear(of year: Int) -> Int {
    Int(number) - Day.daysBeforeYear(year) + 1
  }

  /// The number of 1 January, also for the years on either side of the range, which a week may reach into.
  private static func daysBeforeYear(_ year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400 - 719_162
  }

  private static func weekdayOfNewYear(_ year: Int) -> Int {
    (daysBeforeYear(year) + 3 + 7 * 30_000) % 7 + 1
  }
}
