// The signs of a Gantt chart and its legend: every kind of bar and mark has a shape of its own, so that grey is enough.

import Languages
import Site

enum GanttSigns {
  private static let height = 10

  static func draw(_ look: GanttPlan.Bar.Look, _ x: Int, _ middle: Int, _ width: Int, _ canvas: inout SVGCanvas) {
    let y = middle - height / 2
    switch look {
    case .over: canvas.rectangle(x, y, width, height, fill: .past, radius: 2)
    case .running: canvas.rectangle(x, y, width, height, fill: .main, radius: 2)
    case .ahead: canvas.rectangle(x + 1, y + 1, width - 2, height - 2, fill: .paper, stroke: .main, radius: 2)
    case .training: canvas.rectangle(x, middle - 2, width, 4, fill: .third)
    case .hypercare:
      canvas.rectangle(x, y, width, height, fill: .paper, stroke: .second, line: 1)
      canvas.hatching(x, y, width, height, stroke: .second)
    case .overlap:
      canvas.rectangle(x, y, width, 4, fill: .past)
      canvas.rectangle(x, y + 6, width, 4, fill: .main)
    }
  }

  static func draw(_ sign: GanttPlan.Mark.Sign, _ x: Int, _ y: Int, _ canvas: inout SVGCanvas) {
    switch sign {
    // Tall and thin, so that they stand out from under a mark that lies only days away.
    case .baseline:
      canvas.line(x, y - 4, to: x, y + 8, stroke: .past, width: 2)
      canvas.circle(x, y - 6, radius: 3, fill: .paper, stroke: .past)
    case .planned: canvas.line(x, y - 8, to: x, y + 8, stroke: .past, width: 2)
    case .reached: TimelinePlan.Milestone.Standing.reached.draw(at: x, y, &canvas)
    case .ahead: TimelinePlan.Milestone.Standing.ahead.draw(at: x, y, &canvas)
    case .late: TimelinePlan.Milestone.Standing.late.draw(at: x, y, &canvas)
    case .goLive: canvas.shape("m-5-7l11 7-11 7z", at: x, y, fill: .main, stroke: .paper)
    case .noReturn: canvas.shape("m-3-8h6m-3 0v16m-3 0h6", at: x, y, fill: nil, stroke: .bad)
    }
  }

  /// Only what is drawn.
  static func legend(
    _ rows: [GanttPlan.Row], hasBlackouts: Bool, hasLinks: Bool, _ context: ComponentContext
  ) -> [Legend.Entry] {
    let looks = rows.flatMap(\.bars).map(\.look)
    let signs = rows.flatMap(\.marks).map(\.sign)
    var entries = GanttPlan.Bar.Look.allCases.filter(looks.contains).map { look in
      Legend.Entry(context.text(key(look))) { draw(look, $1, $2, 22, &$0) }
    }
    entries += GanttPlan.Mark.Sign.allCases.filter(signs.contains).map { sign in
      Legend.Entry(context.text(key(sign))) { draw(sign, $1 + 11, $2, &$0) }
    }
    if hasLinks {
      entries.append(
        Legend.Entry(context.text("timeline-dependency")) {
          $0.curve([($1, $2), ($1 + 20, $2)], stroke: .past, width: 1)
          $0.curve([($1 + 16, $2 - 3), ($1 + 20, $2), ($1 + 16, $2 + 3)], stroke: .past, width: 1)
        })
    }
    if hasBlackouts { entries.append(.bar(context.text("timeline-blackout"), .soft)) }
    return entries
  }

  private static func key(_ look: GanttPlan.Bar.Look) -> String {
    switch look {
    case .over: "timeline-over"
    case .running: "timeline-running"
    case .ahead: "timeline-to-come"
    case .training: "timeline-training"
    case .hypercare: "timeline-hypercare"
    case .overlap: "timeline-overlap"
    }
  }

  private static func key(_ sign: GanttPlan.Mark.Sign) -> String {
    switch sign {
    case .baseline: "timeline-baseline"
    case .planned: "timeline-planned"
    case .reached: "timeline-reached"
    case .ahead: "timeline-ahead"
    case .late: "timeline-late"
    case .goLive: "timeline-go-live"
    case .noReturn: "timeline-no-return"
    }
  }
}
