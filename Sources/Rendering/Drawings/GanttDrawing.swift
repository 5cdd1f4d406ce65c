// A Gantt chart over ISO weeks: bars, marks, slips and arrows in rows, times without change behind them, and today.

import Languages
import Markup
import Site
import Transition

struct GanttDrawing {
  /// Names of rows stand left of it.
  private static let gutter = 284
  private static let (top, row) = (50, 20)
  private static let indent = 14
  static let mostRows = 70

  private let plan: GanttPlan
  private let rows: [GanttPlan.Row]
  private let scale: TimelineScale
  private let context: ComponentContext
  private let caption: String

  /// How many of its rows only the table has.
  let leftOut: Int

  /// Nil while nothing has a day.
  init?(_ plan: GanttPlan, caption: String, _ context: ComponentContext) {
    rows = plan.drawn(most: Self.mostRows)
    let width = ChartFrame.width - Self.gutter - 6
    guard !rows.isEmpty, let scale = TimelineScale(plan.days(of: rows), left: Self.gutter, width: width) else {
      return nil
    }
    leftOut = plan.placed.count - rows.count
    (self.plan, self.scale, self.context, self.caption) = (plan, scale, context, caption)
  }

  private var bottom: Int { Self.top + rows.count * Self.row }
  private var right: Int { scale.left + scale.width }

  func draw() -> Markup {
    let legend = Legend(
      GanttSigns.legend(rows, hasBlackouts: !shownBlackouts.isEmpty, hasLinks: !links.isEmpty, context),
      width: ChartFrame.width)
    let size = (ChartFrame.width, bottom + 14 + legend.height)
    return SVGCanvas.draw(size, title: caption, description: description, language: context.language.tag) { canvas in
      blackouts(&canvas)
      axis(&canvas)
      for (index, row) in rows.enumerated() { name(row, index, &canvas) }
      for link in links { draw(link, &canvas) }
      for (index, row) in rows.enumerated() { bars(row, middle(index), &canvas) }
      today(&canvas)
      for (index, row) in rows.enumerated() { marks(row, middle(index), &canvas) }
      legend.draw(top: bottom + 10, &canvas)
    }
  }

  private func middle(_ index: Int) -> Int { Self.top + index * Self.row + Self.row / 2 }

  // MARK: Around the rows

  private var shownBlackouts: [GanttPlan.Blackout] {
    plan.blackouts.filter { $0.to >= scale.first && $0.from < scale.end }
  }

  private func blackouts(_ canvas: inout SVGCanvas) {
    for blackout in shownBlackouts {
      let (x, end) = span(blackout.from, blackout.to)
      canvas.rectangle(x, Self.top, end - x, bottom - Self.top, fill: .soft)
      for edge in [x, end] { canvas.line(edge, Self.top, to: edge, bottom, stroke: .past, dashes: "2 4") }
    }
  }

  /// The weeks with their numbers, and above them the years in which these begin.
  private func axis(_ canvas: inout SVGCanvas) {
    let small = SVGCanvas.Lettering(size: 11, colour: .muted)
    canvas.label(MergedText(context.text("timeline-weeks")), 0, Self.top - 8, width: Self.gutter - 8, small)
    scale.drawWeeks(over: Self.top, to: bottom, &canvas)
    canvas.line(0, bottom, to: right, bottom, stroke: .past)
  }

  private func name(_ row: GanttPlan.Row, _ index: Int, _ canvas: inout SVGCanvas) {
    let y = Self.top + index * Self.row
    if row.level == 0 { canvas.line(0, y, to: right, y, stroke: .grid) }
    let x = min(row.level, 3) * Self.indent
    let look = SVGCanvas.Lettering(colour: row.level == 0 ? .text : .muted, isBold: row.isBold)
    canvas.label(row.name, x, y + 14, width: Self.gutter - 10 - x, look)
  }

  private func today(_ canvas: inout SVGCanvas) {
    let day = plan.today
    guard scale.contains(day) else { return }
    let x = scale.x(day)
    // Not through the numbers of the weeks.
    canvas.line(x, 4, to: x, 16, stroke: .bad, width: 2)
    canvas.line(x, Self.top - 4, to: x, bottom, stroke: .bad, width: 2)
    let text = context.text("timeline-today", ["date": context.language.long(day)])
    let isRight = x + 6 + LetterWidths.width(text, size: 12, isBold: true) > ChartFrame.width
    let look = SVGCanvas.Lettering(colour: .bad, isBold: true, anchor: isRight ? .end : .start)
    canvas.label(MergedText(text), isRight ? x - 6 : x + 6, 13, width: isRight ? x - 6 : ChartFrame.width - x - 6, look)
  }

  // MARK: Rows

  /// From the morning of the first day to the evening of the last.
  private func span(_ from: Day, _ to: Day) -> (x: Int, end: Int) {
    let (x, end) = (scale.x(from), scale.x(to.adding(days: 1) ?? to))
    return (x, max(x + 2, end))
  }

  private func isShown(_ from: Day, _ to: Day) -> Bool { to >= scale.first && from < scale.end }

  private func bars(_ row: GanttPlan.Row, _ y: Int, _ canvas: inout SVGCanvas) {
    for bar in row.bars where isShown(bar.from, bar.to) {
      let (x, end) = span(bar.from, bar.to)
      GanttSigns.draw(bar.look, x, y, end - x, &canvas)
    }
    guard let slip = row.slip, isShown(min(slip.from, slip.to), max(slip.from, slip.to)) else { return }
    // What lasts to the end of a day begins there.
    let start = row.bars.isEmpty ? slip.from : slip.from.adding(days: 1) ?? slip.from
    let (x, end) = (scale.x(start), scale.x(slip.to))
    canvas.line(x, y, to: end, y, stroke: slip.isOpen ? .bad : .past, width: 2, dashes: slip.isOpen ? "3 3" : nil)
  }

  private func marks(_ row: GanttPlan.Row, _ y: Int, _ canvas: inout SVGCanvas) {
    for mark in row.marks where scale.contains(mark.day) {
      GanttSigns.draw(mark.sign, scale.x(mark.day), y, &canvas)
    }
    guard let text = row.slipText, let last = row.days.max(), scale.contains(last) else { return }
    let x = scale.x(last) + 10
    canvas.label(
      MergedText(text), x, y + 4, width: ChartFrame.width - x, .init(size: 11, colour: .text, isBold: true))
  }

  // MARK: What depends on what

  private struct Link { let from, to: (x: Int, y: Int) }

  /// More than a reader can follow are not drawn: then those of what is done go first, then all.
  static let mostLinks = 60

  /// Whether there are dependencies and none is drawn.
  var hidesLinks: Bool { links.isEmpty && !links(of: rows).isEmpty }

  private var links: [Link] {
    let all = links(of: rows)
    guard all.count > Self.mostLinks else { return all }
    let open = links(of: rows.filter { !$0.isMinor })
    return open.count > Self.mostLinks ? [] : open
  }

  private func links(of shown: [GanttPlan.Row]) -> [Link] {
    let ids = Set(shown.map(\.record))
    var places: [String: (x: Int, y: Int)] = [:]
    for (index, row) in rows.enumerated() {
      if row.dependsOn != nil, let day = row.anchor, scale.contains(day) {
        places[row.record] = (scale.x(row.bars.isEmpty ? day : day.adding(days: 1) ?? day), middle(index))
      }
    }
    return rows.enumerated().flatMap { index, row -> [Link] in
      guard ids.contains(row.record), let before = row.dependsOn, let day = row.bars.first?.from ?? row.anchor,
        scale.contains(day)
      else {
        return []
      }
      let end = (x: scale.x(day), y: middle(index))
      return before.compactMap { places[$0] }.filter { $0.y != end.y }.map { Link(from: $0, to: end) }
    }
  }

  /// Down from what comes before, then to what follows: from its side, or from above where it is right below.
  private func draw(_ link: Link, _ canvas: inout SVGCanvas) {
    let (from, to) = (link.from, link.to)
    let isDown = to.y > from.y
    if abs(to.x - from.x) < 12 {
      let tip = (x: from.x, y: to.y + (isDown ? -8 : 8))
      let back = isDown ? -4 : 4
      canvas.curve([from, tip], stroke: .past, width: 1)
      canvas.curve([(tip.x - 3, tip.y + back), tip, (tip.x + 3, tip.y + back)], stroke: .past, width: 1)
    } else {
      let back = to.x > from.x ? -4 : 4
      let tip = (x: to.x + 2 * back, y: to.y)
      canvas.curve([from, (from.x, to.y), tip], stroke: .past, width: 1)
      canvas.curve([(tip.x + back, tip.y - 3), tip, (tip.x + back, tip.y + 3)], stroke: .past, width: 1)
    }
  }

  /// The same in words: every row with its days and where it stands.
  private var description: String {
    rows.map { row in
      let days = [row.start, row.end].compactMap(\.self).map { context.language.long($0) }
      let state = row.state.text.plainText
      return "\(row.name.plainText): \(days.joined(separator: " – "))" + (state.isEmpty ? "" : ", " + state)
    }.joined(separator: "; ")
  }
}
