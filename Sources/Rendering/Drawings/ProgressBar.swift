// A bar of what is done, what is late and what is open, of one list.

import Languages
import Markup
import Site

struct ProgressBar {
  private static let (width, height) = (360, 18)

  private let progress: ChecklistProgress
  private let context: ComponentContext
  private let legend: Legend

  init(_ progress: ChecklistProgress, _ context: ComponentContext) {
    (self.progress, self.context) = (progress, context)
    let parts: [(String, Int, (inout SVGCanvas, Int, Int) -> Void)] = [
      (context.text("status-done"), progress.done, { Self.done($1 + 1, $2 - 5, 20, 10, &$0) }),
      (context.text("state-late"), progress.late, { Self.late($1 + 1, $2 - 5, 20, 10, &$0) }),
      (context.text("status-open"), progress.open, { Self.open($1 + 1, $2 - 5, 20, 10, &$0) }),
    ]
    legend = Legend(
      parts.filter { $0.1 > 0 }.map { word, count, sign in
        Legend.Entry("\(word): \(context.language.number(count))", sign)
      }, left: 1, width: Self.width - 2)
  }

  func draw(title: String) -> Markup {
    SVGCanvas.draw(
      (Self.width, Self.height + 14 + legend.height), title: title, description: progress.summary(context),
      language: context.language.tag
    ) { canvas in
      let room = Self.width - 2
      func width(_ count: Int) -> Int {
        Int((Double(room) * Double(count) / Double(max(1, progress.count))).rounded())
      }
      let (done, late) = (width(progress.done), width(progress.late))
      Self.open(1, 2, room, Self.height, &canvas)
      if done > 0 { Self.done(1, 2, done, Self.height, &canvas) }
      if late > 0 { Self.late(1 + done, 2, min(late, room - done), Self.height, &canvas) }
      legend.draw(top: Self.height + 8, &canvas)
    }
  }

  private static func done(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ canvas: inout SVGCanvas) {
    canvas.rectangle(x, y, width, height, fill: .main, stroke: .main, line: 1)
  }

  /// Hatched, so that it is told apart without its colour.
  private static func late(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ canvas: inout SVGCanvas) {
    canvas.rectangle(x, y, width, height, fill: .paper, stroke: .bad, line: 1)
    canvas.hatching(x, y, width, height, stroke: .bad, apart: 5)
  }

  private static func open(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ canvas: inout SVGCanvas) {
    canvas.rectangle(x, y, width, height, fill: .paper, stroke: .past, line: 1)
  }
}
