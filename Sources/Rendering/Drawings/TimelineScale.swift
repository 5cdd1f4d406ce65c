// From days to places on a drawing: whole ISO weeks, and which of them get a number.

import Languages

struct TimelineScale {
  /// The Monday of the first week, and the one after the last.
  let first, end: Day
  let left, width: Int
  /// What the number of a week, and of the year above it, takes to its right.
  private static let written = 38
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

  /// Lines at the weeks with their numbers over `top`, and above these the years in which they begin.
  func drawWeeks(over top: Int, to bottom: Int, size: Int = 11, _ canvas: inout SVGCanvas) {
    var year: Int?
    var free = 0
    for monday in numberedWeeks {
      let x = x(monday)
      canvas.line(x, top - 4, to: x, bottom, stroke: .grid)
      canvas.text(String(monday.isoWeek), x + 2, top - 8, .init(size: size, colour: .muted))
      if monday.isoWeekYear != year, x >= free {
        canvas.text(String(monday.isoWeekYear), x + 2, top - 2 * size, .init(size: size, isBold: true))
        free = x + Self.written + 2
      }
      year = monday.isoWeekYear
    }
  }

  /// Mondays whose week is numbered: every week, every other, every fourth …, as many as there is room for.
  private var numberedWeeks: [Day] {
    let weeks = end.days(since: first) / 7
    let step = [1, 2, 4, 8, 13, 26, 52].first { $0 * width / max(1, weeks) >= Self.apart }
    let long = max(104, weeks * Self.apart / max(1, width) + 1)
    return stride(from: 0, to: weeks, by: step ?? long).compactMap { first.adding(days: $0 * 7) }
      .filter { x($0) + Self.written <= left + width }
  }
}
