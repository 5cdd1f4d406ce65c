// On which days a forum meets: by its cadence, the weekdays of its rule, and its first and last day.

package import Languages

/// The weekdays that a rule of recurrence names, where it says no more than that.
package struct MeetingWeekdays: Sendable, Equatable {
  /// ISO weekdays, 1 Monday to 7 Sunday, in the order in which they are written.
  package let days: [Int]
  /// Which of them in a month, 1 to 5, or -1 for the last; nil where every week counts.
  package let ordinal: Int?

  /// Reads BYDAY of a rule as RFC 5545 writes it: `FREQ=MONTHLY;BYDAY=3TU`. Nil where days are chosen in other ways.
  package init?(rule: String) {
    let start = rule.hasPrefix("RRULE:") ? 6 : 0
    var written: Substring?
    for part in rule.dropFirst(start).split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      switch pair[0] {
      case "BYDAY": written = pair[1]
      case "FREQ", "INTERVAL", "WKST": continue
      default: return nil
      }
    }
    let places = (written ?? "").split(separator: ",").map { Self.place(String($0)) }
    guard let first = places.first ?? nil else { return nil }
    var days: [Int] = []
    for place in places {
      guard let place, place.ordinal == first.ordinal else { return nil }
      if !days.contains(place.day) { days.append(place.day) }
    }
    (self.days, ordinal) = (days, first.ordinal)
  }

  private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  /// `TU`, `3TU`, `-1FR`.
  private static func place(_ text: String) -> (day: Int, ordinal: Int?)? {
    guard let index = names.firstIndex(where: { text.hasSuffix($0) }) else { return nil }
    let number = text.dropLast(2)
    if number.isEmpty { return (index + 1, nil) }
    guard let ordinal = Int(number), (1...5).contains(ordinal) || ordinal == -1 else { return nil }
    return (index + 1, ordinal)
  }
}

/// The meetings of one forum. Public holidays are not left out: who meets then agrees on another day.
package struct ForumMeetings: Sendable {
  private let cadence: String
  private let first, last: Day?
  private let weekdays: [Int]
  private let ordinal: Int?

  package init(_ forum: Record) {
    cadence = forum[Forum.cadence] ?? ""
    (first, last) = (forum[Forum.from], forum[Forum.to])
    let rule = forum[Forum.rrule].flatMap { MeetingWeekdays(rule: $0) }
    let usual = cadence == "daily" ? [1, 2, 3, 4, 5] : first.map { [$0.weekday] } ?? (cadence == "weekly" ? [1] : [])
    weekdays = rule?.days ?? usual
    ordinal = rule?.ordinal ?? first.map(Self.ordinal)
  }

  /// The fifth of a weekday is not in every month; what begins on one is on the last.
  private static func ordinal(_ day: Day) -> Int {
    let number = (day.day - 1) / 7 + 1
    return number == 5 ? -1 : number
  }

  /// The days of a span on which it meets. Which weeks every other week, and which days a month, are not known without a
  /// first day or a rule: then there are none.
  package func days(from start: Day, through end: Day) -> [Day] {
    let (start, end) = (max(start, first ?? start), min(end, last ?? end))
    guard start <= end else { return [] }
    return (0...end.days(since: start)).compactMap { start.adding(days: $0) }.filter(isDay)
  }

  /// The first on a day or after it, within a year.
  package func next(from day: Day) -> Day? {
    let start = max(day, first ?? day)
    return days(from: start, through: start.adding(days: 366) ?? .latest).first
  }

  private func isDay(_ day: Day) -> Bool {
    guard weekdays.contains(day.weekday) else { return false }
    switch cadence {
    case "daily", "weekly": return true
    case "biweekly": return first.map { day.monday.days(since: $0.monday) / 7 % 2 == 0 } ?? false
    case "monthly": return isInPlace(day)
    case "quarterly":
      guard let first else { return false }
      return (12 * day.year + day.month - 12 * first.year - first.month) % 3 == 0 && isInPlace(day)
    default: return false
    }
  }

  private func isInPlace(_ day: Day) -> Bool {
    if ordinal == -1 { return day.day + 7 > Day.days(inMonth: day.month, of: day.year) }
    return ordinal == (day.day - 1) / 7 + 1
  }

  /// Whether its last day is past.
  package func isOver(_ asOf: AsOf) -> Bool { last.map { asOf.isOver(Period($0)).holds } ?? false }

  package func isAhead(_ asOf: AsOf) -> Bool { first.map { !asOf.hasReached($0).holds } ?? false }
}
