// The plan as a drawing: phases as bars over ISO weeks, milestones on them, go-lives, blackouts and today.

import Languages
import Markup
import Site
import Transition

enum Timeline: DrawingSource {
  static let name = "timeline"

  static let width = 1200
  /// Names of phases stand here.
  private static let gutter = 250
  private static let chart = 938
  private static let top = 46
  private static let row = 17
  private static let bar = 11
  private static let longestName = 38
  /// More phases than a page holds: the earliest are left out.
  static let mostPhases = 9

  static func drawings(_ context: ComponentContext) -> [Drawing] {
    draw(context).map { [Drawing(name: name, svg: $0)] } ?? []
  }

  /// Nil while there is neither a phase nor a milestone with a day.
  static func draw(_ context: ComponentContext) -> Markup? {
    let plan = TimelinePlan(context, mostPhases: mostPhases)
    guard let scale = TimelineScale(plan.days, left: gutter, width: chart) else { return nil }
    let bottom = top + plan.rows.count * row
    let size = (width, bottom + 36)
    return SVGCanvas.draw(
      size, title: context.caption("timeline-caption"), description: description(plan, context),
      language: context.language.tag
    ) { canvas in
      blackouts(plan, scale, bottom, &canvas)
      axis(context, scale, bottom, &canvas)
      for (index, phase) in plan.rows.enumerated() { draw(phase, top + index * row, scale, plan, &canvas) }
      goLives(plan, scale, bottom, &canvas)
      today(context, scale, bottom, &canvas)
      for (index, phase) in plan.rows.enumerated() {
        for milestone in phase.milestones { draw(milestone, top + index * row + row / 2, scale, &canvas) }
      }
      TimelineLegend.draw(plan, context, at: (gutter, bottom + 30), &canvas)
    }
  }

  private static func blackouts(_ plan: TimelinePlan, _ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas)
  {
    for (from, to) in plan.blackouts where to >= scale.first && from < scale.end {
      let (x, end) = (scale.x(from), scale.x(to.adding(days: 1) ?? to))
      canvas.rectangle(x, top, end - x, bottom - top, fill: .soft)
    }
  }

  /// The weeks with their numbers, and above them the years in which these begin.
  private static func axis(
    _ context: ComponentContext, _ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas
  ) {
    let small = SVGCanvas.Lettering(size: 11, colour: .muted)
    canvas.text(context.text("timeline-weeks"), 0, top - 8, small)
    scale.drawWeeks(over: top, to: bottom, &canvas)
    canvas.line(gutter, bottom, to: gutter + chart, bottom, stroke: .past)
  }

  /// Over is grey, running is full, to come is an outline: told apart without colour.
  private static func draw(
    _ phase: TimelinePlan.Row, _ y: Int, _ scale: TimelineScale, _ plan: TimelinePlan, _ canvas: inout SVGCanvas
  ) {
    let look = SVGCanvas.Lettering(size: 13, isBold: phase.standing == .running)
    canvas.letters(phase.name.cut(to: longestName), 0, y + 13, look)
    guard let start = phase.start, let end = phase.end else { return }
    let (x, right) = (scale.x(start), scale.x(end.adding(days: 1) ?? end))
    let place = y + (row - bar) / 2
    switch phase.standing {
    case .over: canvas.rectangle(x, place, right - x, bar, fill: .past, radius: 2)
    case .running: canvas.rectangle(x, place, right - x, bar, fill: .main, radius: 2)
    case .ahead:
      canvas.rectangle(
        x + 1, place + 1, right - x - 2, bar - 2, fill: .paper, stroke: .main, radius: 2)
    }
  }

  private static func draw(
    _ milestone: TimelinePlan.Milestone, _ y: Int, _ scale: TimelineScale, _ canvas: inout SVGCanvas
  ) {
    milestone.standing.draw(at: scale.x(milestone.day), y, &canvas)
  }

  /// A dotted line on every day of go-live, with its markets below.
  private static func goLives(_ plan: TimelinePlan, _ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas) {
    let shown = plan.goLives.filter { scale.contains($0.day) }
    for goLive in shown {
      let x = scale.x(goLive.day)
      canvas.line(x, top, to: x, bottom, stroke: .text, dashes: "2 3")
    }
    let labels = shown.map { MarketLabel(x: scale.x($0.day), markets: $0.markets, within: width) }
    for label in MarketLabel.apart(labels) {
      canvas.text(label.text, label.middle, bottom + 13, .init(size: MarketLabel.size, isBold: true, anchor: .middle))
    }
  }

  private static func today(
    _ context: ComponentContext, _ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas
  ) {
    let day = context.format.asOf.day
    guard scale.contains(day) else { return }
    let x = scale.x(day)
    canvas.line(x, top - 30, to: x, bottom + 4, stroke: .bad, width: 2)
    let isRight = x > gutter + chart - 140
    let text = context.text("timeline-today", ["date": context.language.short(day)])
    let look = SVGCanvas.Lettering(size: 12, colour: .bad, isBold: true, anchor: isRight ? .end : .start)
    canvas.text(text, isRight ? x - 5 : x + 5, 11, look)
  }

  /// The same in words: every phase with its days.
  private static func description(_ plan: TimelinePlan, _ context: ComponentContext) -> String {
    let phases = plan.rows.compactMap { row -> String? in
      guard let start = row.start, let end = row.end else { return nil }
      return "\(row.name.plainText): \(context.language.long(start)) – \(context.language.long(end))"
    }
    return phases.joined(separator: "; ")
  }
}
