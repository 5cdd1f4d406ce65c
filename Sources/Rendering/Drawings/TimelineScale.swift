// From days to places on a drawing: whole ISO weeks, and which of them get a number.

import Languages

struct TimelineScale {
  /// The Monday of the first week, and the one after the last.
  let first, end: Day
  let left, width: Int
  /// Places between two week numbers at least.
  private static let apart = 30

  /// Nil without days.
  init?(_ days: [Day], left: Int, width: Int) {
    guard let earliest = days.min(), let latest = days.max(),
      let first = earliest.adding(days: 1 - earliest.weekday), let end = latest.adding(days: 8 - latest.weekday)
    else { return nil }
    (self.first, self.end, self.left, self.width) = (first, end, left, width)
  }

  /// Where a day begins; days outside stand at the edge.
  func x(_ day: Day) -> Int {
    let days = min(max(0, day.days(since: first)), end.days(since: first))
    return left + days * width / max(1, end.days(since: first))
  }

  func contains(_ day: Day) -> Bool { first <= day && day < end }

  /// Mondays whose week is numbered: every week, every other, every fourth …, as many as there is room for.
  var numberedWeeks: [Day] {
    let weeks = end.days(since: first) / 7
    let step = [1, 2, 4, 8, 13, 26, 52].first { $0 * width / max(1, weeks) >= Self.apart } ?? 104
    return stride(from: 0, to: weeks, by: step).compactMap { first.adding(days: $0 * 7) }
  }
}
