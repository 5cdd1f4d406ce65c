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
      canvas.rectangle(x, top, end - x, bottom - top, fill: SVGColour.blocked)
    }
  }

  /// The weeks with their numbers, and above them the years in which these begin.
  private static func axis(
    _ context: ComponentContext, _ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas
  ) {
    let small = SVGCanvas.Lettering(size: 11, colour: SVGColour.muted)
    canvas.text(context.text("timeline-weeks"), 0, top - 8, small)
    var year: Int?
    for monday in scale.numberedWeeks {
      let x = scale.x(monday)
      canvas.line(x, top - 4, to: x, bottom, stroke: SVGColour.grid)
      canvas.text(String(monday.isoWeek), x + 2, top - 8, small)
      if monday.isoWeekYear != year {
        canvas.text(String(monday.isoWeekYear), x + 4, top - 22, .init(size: 11, colour: SVGColour.text, isBold: true))
      }
      year = monday.isoWeekYear
    }
    canvas.line(gutter, bottom, to: gutter + chart, bottom, stroke: SVGColour.done)
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
    case .over: canvas.rectangle(x, place, right - x, bar, fill: SVGColour.done, radius: 2)
    case .running: canvas.rectangle(x, place, right - x, bar, fill: SVGColour.running, radius: 2)
    case .ahead:
      canvas.rectangle(
        x + 1, place + 1, right - x - 2, bar - 2, fill: SVGColour.paper, stroke: SVGColour.running, radius: 2)
    }
  }

  private static func draw(
    _ milestone: TimelinePlan.Milestone, _ y: Int, _ scale: TimelineScale, _ canvas: inout SVGCanvas
  ) {
    milestone.standing.draw(at: scale.x(milestone.day), y, &canvas)
  }

  /// A dotted line on every day of go-live, with its markets below; days too near to each other share a place.
  private static func goLives(_ plan: TimelinePlan, _ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas) {
    var labels: [(x: Int, text: String)] = []
    for goLive in plan.goLives where scale.contains(goLive.day) {
      let x = scale.x(goLive.day)
      canvas.line(x, top, to: x, bottom, stroke: SVGColour.text, dashes: "2 3")
      let text = goLive.markets.joined(separator: " ")
      if let last = labels.last, x - last.x < 22 {
        labels[labels.count - 1].text = last.text + " " + text
      } else {
        labels.append((x, text))
      }
    }
    for label in labels {
      canvas.text(label.text, label.x, bottom + 13, .init(size: 11, isBold: true, anchor: .middle))
    }
  }

  private static func today(
    _ context: ComponentContext, _ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas
  ) {
    let day = context.format.asOf.day
    guard scale.contains(day) else { return }
    let x = scale.x(day)
    canvas.line(x, top - 30, to: x, bottom + 4, stroke: SVGColour.today, width: 2)
    let isRight = x > gutter + chart - 140
    let text = context.text("timeline-today", ["date": context.language.short(day)])
    let look = SVGCanvas.Lettering(size: 12, colour: SVGColour.today, isBold: true, anchor: isRight ? .end : .start)
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
