// The legend below a timeline: what its marks mean, only those that are drawn.

import Languages
import Site

extension TimelinePlan.Milestone.Standing {
  /// Full, hollow or crossed: told apart without colour.
  func draw(at x: Int, _ y: Int, _ canvas: inout SVGCanvas) {
    switch self {
    case .reached:
      canvas.shape("m0-7l7 7-7 7-7-7z", at: x, y, fill: .text, stroke: .paper)
    case .ahead:
      canvas.shape("m0-6l6 6-6 6-6-6z", at: x, y, fill: .paper, stroke: .text)
    case .late:
      canvas.shape("m0-7l7 7-7 7-7-7zm-3 4l6 6m0-6l-6 6", at: x, y, fill: .paper, stroke: .bad)
    }
  }

  fileprivate func name(_ context: ComponentContext) -> String {
    switch self {
    case .reached: context.text("timeline-reached")
    case .ahead: context.text("timeline-ahead")
    case .late: context.text("timeline-late")
    }
  }
}

enum TimelineLegend {
  /// About how wide a sign of the legend's size is, in sixteenths of a place: fonts differ, and there is room.
  private static let sign = 90

  static func draw(
    _ plan: TimelinePlan, _ context: ComponentContext, at place: (x: Int, y: Int), _ canvas: inout SVGCanvas
  ) {
    var x = place.x
    let y = place.y
    func add(_ text: String, width: Int, _ mark: (inout SVGCanvas, Int) -> Void) {
      mark(&canvas, x)
      canvas.text(text, x + width + 6, y, .init(size: 11, colour: .muted))
      x += width + 6 + text.unicodeScalars.count * sign / 16 + 18
    }
    let shown = plan.rows.flatMap(\.milestones).map(\.standing)
    for standing in TimelinePlan.Milestone.Standing.allCases where shown.contains(standing) {
      add(standing.name(context), width: 14) { standing.draw(at: $1 + 7, y - 4, &$0) }
    }
    if !plan.goLives.isEmpty {
      add(context.text("timeline-go-live"), width: 4) {
        $0.line($1 + 2, y - 11, to: $1 + 2, y + 2, stroke: .text, dashes: "2 3")
      }
    }
    if !plan.blackouts.isEmpty {
      add(context.text("timeline-blackout"), width: 22) { $0.rectangle($1, y - 10, 22, 12, fill: .soft) }
    }
    if plan.leftOut > 0, let text = context.language.plural("earlier-phases", count: plan.leftOut) {
      add(text, width: 0) { _, _ in }
    }
  }
}
