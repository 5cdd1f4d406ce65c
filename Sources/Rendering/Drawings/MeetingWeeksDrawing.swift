// In which of the next weeks which forum meets, as a drawing: a disc for one meeting, a bar with a number for several.

import Languages
import Markup
import Site
import Transition

struct MeetingWeeksDrawing {
  private static let row = 36

  private let grid: WeekGrid
  private let meetings: [GovernanceCalendar.Meeting]
  private let context: ComponentContext

  init(_ weeks: [Day], _ meetings: [GovernanceCalendar.Meeting], _ context: ComponentContext) {
    (self.meetings, self.context) = (meetings, context)
    grid = WeekGrid(weeks, meetings.map { .init(name: $0.name, height: Self.row) })
  }

  func draw() -> Markup {
    let legend = Legend(
      [
        Legend.Entry(context.text("meeting-one")) { $0.circle($1 + 11, $2, radius: 7, fill: .main) },
        Legend.Entry(context.text("meeting-many")) { canvas, x, y in
          canvas.rectangle(x, y - 9, 22, 18, fill: .main, radius: 3)
          canvas.text(
            context.language.number(2), x + 11, y + 4, .init(size: 11, colour: .paper, isBold: true, anchor: .middle))
        },
      ] + [grid.today(context)].compactMap(\.self), width: ChartFrame.width)
    return SVGCanvas.draw(
      (ChartFrame.width, grid.height + 6 + legend.height), title: context.caption("governance-weeks-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      grid.draw(context, &canvas)
      for (index, meeting) in meetings.enumerated() {
        for (week, count) in meeting.counts.enumerated() where count > 0 {
          mark(count, grid.x(week), grid.top(index) + Self.row / 2, &canvas)
        }
      }
      legend.draw(top: grid.height + 4, &canvas)
    }
  }

  private func mark(_ count: Int, _ x: Int, _ y: Int, _ canvas: inout SVGCanvas) {
    guard count > 1 else { return canvas.circle(x, y, radius: 7, fill: .main) }
    let width = min(grid.column - 4, 30)
    canvas.rectangle(x - width / 2, y - 9, width, 18, fill: .main, radius: 3)
    canvas.text(
      context.language.number(count), x, y + 4, .init(size: 11, colour: .paper, isBold: true, anchor: .middle))
  }

  private var description: String {
    meetings.map { meeting in
      let weeks = zip(grid.weeks, meeting.counts).filter { $0.1 > 0 }.map {
        context.language.week(of: $0.0, relativeTo: context.format.asOf.day)
      }
      return "\(meeting.name.plainText): \(weeks.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
