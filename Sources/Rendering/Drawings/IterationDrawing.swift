// Time boxes of small tests over ISO weeks: over, running and to come, each with what was decided after it.

import Languages
import Markup
import Site
import Transition

struct IterationDrawing {
  private static let (gutter, top, row, bar) = (280, 50, 30, 14)
  private static let right = ChartFrame.width - 8
  /// More stand in the table alone.
  private static let most = 12

  private let iterations: [Record]
  private let context: ComponentContext
  /// How many of the oldest there is no room for.
  let leftOut: Int

  /// The newest first, as the table has them.
  init(_ all: [Record], _ context: ComponentContext) {
    let dated = all.filter { $0[Iteration.start] != nil }
    iterations = Array(dated.prefix(Self.most))
    leftOut = dated.count - iterations.count
    self.context = context
  }

  private func days(_ iteration: Record) -> (start: Day, end: Day)? {
    guard let start = iteration[Iteration.start] else { return nil }
    return (start, max(start, iteration[Iteration.end] ?? start))
  }

  /// Nil for fewer than two: one bar says no more than its days.
  func draw() -> Markup? {
    let all = iterations.compactMap { days($0) }
    let ends = all.flatMap { [$0.start, $0.end] }
    guard all.count > 1, let first = ends.min(), let last = ends.max() else { return nil }
    let today = context.format.asOf.day
    // Today stands among them or near them, else it would press them together.
    let room = max(28, last.days(since: first) / 4)
    let isNear = first.days(since: today) <= room && today.days(since: last) <= room
    guard let scale = TimelineScale(isNear ? ends + [today] : ends, left: Self.gutter, width: Self.right - Self.gutter)
    else { return nil }
    let bottom = Self.top + iterations.count * Self.row
    return SVGCanvas.draw(
      (ChartFrame.width, bottom + 12 + legend.height), title: context.caption("iteration-log-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      axis(scale, bottom, &canvas)
      for (index, iteration) in iterations.enumerated() {
        row(iteration, Self.top + index * Self.row, scale, line: isNear ? scale.x(today) : nil, &canvas)
      }
      if isNear { self.today(scale, bottom, &canvas) }
      legend.draw(top: bottom + 10, &canvas)
    }
  }

  private func axis(_ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas) {
    let look = SVGCanvas.Lettering(size: ChartFrame.size, colour: .muted)
    canvas.label(MergedText(context.text("timeline-weeks")), 0, Self.top - 8, width: Self.gutter - 12, look)
    scale.drawWeeks(over: Self.top, to: bottom, size: ChartFrame.size, &canvas)
    canvas.line(Self.gutter, bottom, to: Self.right, bottom, stroke: .past)
  }

  /// Its mark and what it was to show, its bar, and beside the bar what was decided.
  private func row(
    _ iteration: Record, _ y: Int, _ scale: TimelineScale, line: Int?, _ canvas: inout SVGCanvas
  ) {
    guard let (start, end) = days(iteration) else { return }
    let middle = y + Self.row / 2
    let mark = IterationLog.mark(iteration)
    let place = min(110, LetterWidths.width(mark, size: ChartFrame.size, isBold: true) + 10)
    canvas.label(MergedText(mark), 0, middle + 4, width: place - 6, .init(size: ChartFrame.size, isBold: true))
    canvas.label(
      context.cell(iteration, Iteration.hypothesis).text, place, middle + 4, width: Self.gutter - place - 12)
    let x = scale.x(start)
    let width = max(4, scale.x(end.adding(days: 1) ?? end) - x)
    bar(IterationResult.standing(iteration, asOf: context.format.asOf), x, middle, width, &canvas)
    word(iteration, x, middle, width, line: line, &canvas)
  }

  /// Over is grey, running is full, to come is an outline: told apart without colour.
  private func bar(
    _ standing: IterationResult.Standing, _ x: Int, _ middle: Int, _ width: Int, _ canvas: inout SVGCanvas
  ) {
    let y = middle - Self.bar / 2
    switch standing {
    case .over: canvas.rectangle(x, y, width, Self.bar, fill: .past, radius: 2)
    case .running: canvas.rectangle(x, y, width, Self.bar, fill: .main, radius: 2)
    case .ahead: canvas.rectangle(x + 1, y + 1, width - 2, Self.bar - 2, fill: .paper, stroke: .main, radius: 2)
    }
  }

  /// Behind the bar, beyond the line of today where that would cross it; before the bar where there is no room.
  private func word(
    _ iteration: Record, _ x: Int, _ middle: Int, _ width: Int, line: Int?, _ canvas: inout SVGCanvas
  ) {
    guard let decision = iteration[Iteration.decision] else { return }
    let text = context.format.word(decision, Iteration.decision.spec)
    let needed = LetterWidths.width(text, size: ChartFrame.size)
    func isCrossed(_ left: Int) -> Bool { line.map { left - 4 < $0 && $0 < left + needed + 4 } ?? false }
    let behind = x + width + 6
    let places = [behind, line.map { $0 + 6 } ?? behind, x - 6 - needed]
    let isFree = { (left: Int) in Self.gutter <= left && left + needed <= Self.right && !isCrossed(left) }
    let left = places.first(where: isFree) ?? behind
    canvas.label(MergedText(text), left, middle + 4, width: Self.right - left)
  }

  private func today(_ scale: TimelineScale, _ bottom: Int, _ canvas: inout SVGCanvas) {
    let x = scale.x(context.format.asOf.day)
    canvas.line(x, Self.top - 20, to: x, bottom + 4, stroke: .bad, width: 2)
    let text = context.text("timeline-today", ["date": context.language.short(context.format.asOf.day)])
    let isRight = LetterWidths.width(text, size: ChartFrame.size, isBold: true) + 6 <= Self.right - x
    let look = SVGCanvas.Lettering(size: ChartFrame.size, colour: .bad, isBold: true, anchor: isRight ? .start : .end)
    canvas.text(text, isRight ? x + 5 : x - 5, 11, look)
  }

  /// Only what is drawn.
  private var legend: Legend {
    let shown = iterations.map { IterationResult.standing($0, asOf: context.format.asOf) }
    let entries: [(IterationResult.Standing, Legend.Entry)] = [
      (.over, .bar(context.text("iteration-log-over"), .past)),
      (.running, .bar(context.text("iteration-log-running"), .main)),
      (.ahead, .bar(context.text("iteration-log-ahead"), .paper, stroke: .main)),
    ]
    return Legend(
      entries.filter { shown.contains($0.0) }.map(\.1), left: Self.gutter, width: ChartFrame.width - Self.gutter)
  }

  private var description: String {
    iterations.compactMap { iteration in
      guard let (start, end) = days(iteration) else { return nil }
      let word = iteration[Iteration.decision].map { context.format.word($0, Iteration.decision.spec) }
      let days = "\(context.language.long(start)) – \(context.language.long(end))"
      return "\(IterationLog.mark(iteration)): \(days), \(word ?? IterationLog.standing(iteration, context))"
    }.joined(separator: "; ")
  }
}
