// A communication plan as a drawing: audiences over weeks, a mark with the number of its way for every message.

import Languages
import Markup
import Site
import Transition

struct CommunicationDrawing {
  private static let (step, least, most) = (20, 32, 5)
  /// More audiences than a page holds: the first are drawn.
  private static let mostRows = 16

  private let grid: WeekGrid
  private let rows: [CommunicationWeeks.Row]
  private let context: ComponentContext
  /// The ways that are drawn, each by its number.
  private let channels: [String]

  init(_ weeks: [Day], _ rows: [CommunicationWeeks.Row], _ context: ComponentContext) {
    self.rows = Array(rows.prefix(Self.mostRows))
    self.context = context
    let used = self.rows.flatMap { $0.weeks.flatMap { $0.map(\.channel) } }
    channels = CommsItem.channels.filter { used.contains($0) }
    grid = WeekGrid(
      weeks,
      self.rows.map { row in
        let tallest = min(row.weeks.map(\.count).max() ?? 0, Self.most)
        return .init(name: row.audience, height: max(Self.least, tallest * Self.step + 8))
      })
  }

  func draw() -> Markup {
    let (states, ways) = (Legend(states, width: ChartFrame.width), Legend(ways, width: ChartFrame.width))
    return SVGCanvas.draw(
      (ChartFrame.width, grid.height + 8 + states.height + ways.height),
      title: context.caption("communication-weeks-caption"), description: description, language: context.language.tag
    ) { canvas in
      grid.draw(context, &canvas)
      for (index, row) in rows.enumerated() {
        for (week, marks) in row.weeks.enumerated() { draw(marks, week, index, row, &canvas) }
      }
      states.draw(top: grid.height + 4, &canvas)
      ways.draw(top: grid.height + 6 + states.height, &canvas)
    }
  }

  private func draw(
    _ marks: [CommunicationWeeks.Mark], _ week: Int, _ row: Int, _ whole: CommunicationWeeks.Row,
    _ canvas: inout SVGCanvas
  ) {
    guard !marks.isEmpty else { return }
    let shown = marks.count > Self.most ? Self.most - 1 : marks.count
    let tallest = min(whole.weeks.map(\.count).max() ?? 0, Self.most)
    let height = max(Self.least, tallest * Self.step + 8)
    let lines = min(marks.count, Self.most)
    let first = grid.top(row) + height / 2 - (lines - 1) * Self.step / 2
    for (index, mark) in marks.prefix(shown).enumerated() {
      let number = channels.firstIndex(of: mark.channel).map { context.language.number($0 + 1) }
      Self.sign(mark.state, number ?? "", grid.x(week), first + index * Self.step, &canvas)
    }
    guard marks.count > shown else { return }
    canvas.text(
      "+" + context.language.number(marks.count - shown), grid.x(week), first + shown * Self.step + 4,
      .init(size: 10, isBold: true, anchor: .middle))
  }

  /// Sent is a ring, to come a disc, late a square.
  private static func sign(
    _ state: CommunicationWeeks.Mark.State, _ text: String, _ x: Int, _ y: Int, _ canvas: inout SVGCanvas
  ) {
    switch state {
    case .sent: canvas.circle(x, y, radius: 8, fill: .paper, stroke: .past)
    case .ahead: canvas.circle(x, y, radius: 9, fill: .main)
    case .late: canvas.rectangle(x - 9, y - 9, 18, 18, fill: .bad)
    }
    guard !text.isEmpty else { return }
    canvas.text(
      text, x, y + 4, .init(size: 10, colour: state == .sent ? .text : .paper, isBold: true, anchor: .middle))
  }

  // MARK: What the marks mean

  private var states: [Legend.Entry] {
    let used = rows.flatMap { $0.weeks.flatMap { $0.map(\.state) } }
    let entries: [(CommunicationWeeks.Mark.State, String)] = [
      (.late, context.text("status-late")), (.ahead, context.text("status-due")), (.sent, context.text("status-sent")),
    ]
    let signs = entries.filter { used.contains($0.0) }.map { state, word in
      Legend.Entry(word) { Self.sign(state, "", $1 + 11, $2, &$0) }
    }
    return signs + [grid.today(context)].compactMap(\.self)
  }

  private var ways: [Legend.Entry] {
    channels.enumerated().map { index, channel in
      let number = context.language.number(index + 1)
      return Legend.Entry(context.format.word(channel, CommsItem.channel.spec)) {
        $0.text(number, $1 + 20, $2 + 4, .init(size: 12, isBold: true, anchor: .end))
      }
    }
  }

  private var description: String {
    rows.map { row in
      let weeks = zip(grid.weeks, row.weeks).filter { !$1.isEmpty }.map {
        context.language.week(of: $0.0, relativeTo: context.format.asOf.day)
      }
      return "\(row.audience.plainText): \(weeks.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
