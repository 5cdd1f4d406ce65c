// Names over ISO weeks: what calendars of meetings and of messages are drawn on.

import Languages
import Markup
import Site

struct WeekGrid {
  struct Row {
    let name: MergedText
    let height: Int
  }

  private static let (left, top) = (214, 42)

  /// Mondays.
  let weeks: [Day]
  private let rows: [Row]
  private let tops: [Int]
  let bottom: Int

  init(_ weeks: [Day], _ rows: [Row]) {
    (self.weeks, self.rows) = (weeks, rows)
    var y = Self.top
    tops = rows.map { row in
      defer { y += row.height }
      return y
    }
    bottom = y
  }

  /// So many weeks from that of a day on; fewer at the end of all calendars.
  static func weeks(from day: Day, count: Int) -> [Day] {
    (0..<max(0, count)).compactMap { day.monday.adding(days: 7 * $0) }
  }

  /// With the dates below it.
  var height: Int { bottom + 26 }

  var column: Int { (ChartFrame.width - Self.left) / max(1, weeks.count) }

  /// The middle of a week.
  func x(_ week: Int) -> Int { frame.middle(week, of: weeks.count) }

  func top(_ row: Int) -> Int { tops.indices.contains(row) ? tops[row] : Self.top }

  private var frame: ChartFrame {
    ChartFrame(left: Self.left, right: ChartFrame.width, top: Self.top, bottom: bottom)
  }

  func draw(_ context: ComponentContext, _ canvas: inout SVGCanvas) {
    let small = SVGCanvas.Lettering(size: 11, colour: .muted)
    canvas.label(MergedText(context.text("timeline-weeks")), 0, Self.top - 10, width: Self.left - 12, small)
    var year: Int?
    for (index, monday) in weeks.enumerated() {
      let start = x(index) - column / 2
      if monday == context.format.asOf.day.monday {
        canvas.rectangle(start, Self.top - 24, column, bottom - Self.top + 24, fill: .soft)
      }
      if monday.isoWeekYear != year {
        canvas.text(String(monday.isoWeekYear), start + 2, 12, .init(size: 11, isBold: true))
      }
      year = monday.isoWeekYear
      canvas.text(
        String(monday.isoWeek), x(index), Self.top - 10, .init(size: 11, colour: .muted, anchor: .middle))
    }
    for (row, top) in zip(rows, tops) {
      canvas.line(0, top, to: ChartFrame.width, top, stroke: .grid)
      canvas.lines(row.name, 0, middle: top + row.height / 2, width: Self.left - 14, most: 2, .init(size: 13))
    }
    canvas.line(0, bottom, to: ChartFrame.width, bottom, stroke: .past)
    frame.names(weeks.map { context.language.short($0) }, &canvas)
  }

  /// What the shaded week is; nil where it is not among them.
  func today(_ context: ComponentContext) -> Legend.Entry? {
    let day = context.format.asOf.day
    guard weeks.contains(day.monday) else { return nil }
    return .bar(context.text("timeline-today", ["date": context.language.short(day)]), .soft)
  }
}
