// The way from what runs today to the net saving, as a waterfall: sums stand on the line, what is added or taken hangs
// between them.

import Languages
import Markup
import Site
import Transition

struct CaseWaterfall {
  private static let (left, right, top, bottom) = (92, 756, 14, 300)

  private struct Step {
    let name: String
    let from, to: Int64
    let isSum: Bool

    var amount: Int64 { isSum ? to : to - from }
  }

  private let steps: [Step]
  private let result: BusinessCase
  private let context: ComponentContext
  private let money: MoneyFormat.Drawn
  private let scale: LinearScale

  init(_ result: BusinessCase, _ context: ComponentContext) {
    (self.result, self.context) = (result, context)
    steps = Self.steps(result, context)
    let ends = steps.flatMap { [$0.from, $0.to] }
    money = MoneyFormat(result.currency, context).drawn(ends)
    // Above the highest bar there is room for its amount.
    scale = LinearScale(ends.map { Double($0) }, from: Self.bottom, to: Self.top + 18)
  }

  private static func steps(_ result: BusinessCase, _ context: ComponentContext) -> [Step] {
    var steps: [Step] = []
    var level: Int64 = 0
    func add(_ name: String, _ amount: Int64) {
      guard amount != 0 else { return }
      steps.append(Step(name: context.text(name), from: level, to: level + amount, isSum: false))
      level += amount
    }
    func sum(_ name: String) { steps.append(Step(name: context.text(name), from: 0, to: level, isSum: true)) }
    if result.runBefore != 0 {
      level = result.runBefore
      sum("case-run-before")
    }
    add("case-run-after", -result.runAfter)
    add("kind-avoided", result.avoided)
    add("kind-saving", result.otherSavings)
    if result.extraSteering != 0 {
      sum("case-gross")
      add(result.extraSteering > 0 ? "case-steering-more" : "case-steering-less", -result.extraSteering)
    }
    sum("case-net")
    return steps
  }

  func draw() -> Markup {
    let legend = legend
    let note = money.note == nil ? 0 : 20
    return SVGCanvas.draw(
      (ChartFrame.width, Self.bottom + 62 + legend.height + note), title: context.caption("case-lines-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      let frame = ChartFrame(left: Self.left, right: Self.right, top: Self.top, bottom: Self.bottom)
      for mark in scale.marks {
        let y = scale.place(mark)
        canvas.line(Self.left, y, to: Self.right, y, stroke: mark == 0 ? .past : .grid)
        let look = SVGCanvas.Lettering(size: 11, colour: .muted, anchor: .end)
        canvas.label(MergedText(money.mark(mark)), Self.left - 6, y + 4, width: Self.left - 6, look)
      }
      for (index, step) in steps.enumerated() { bar(step, index, frame, &canvas) }
      legend.draw(top: Self.bottom + 58, &canvas)
      if let note = money.note {
        canvas.text(note, 0, Self.bottom + 72 + legend.height, .init(size: 12, colour: .muted))
      }
    }
  }

  private func bar(_ step: Step, _ index: Int, _ frame: ChartFrame, _ canvas: inout SVGCanvas) {
    let place = (Self.right - Self.left) / max(1, steps.count)
    let width = min(70, place * 2 / 3)
    let middle = frame.middle(index, of: steps.count)
    let (high, low) = (scale.place(Double(max(step.from, step.to))), scale.place(Double(min(step.from, step.to))))
    if index > 0 {
      let level = scale.place(Double(steps[index - 1].to))
      canvas.line(middle - place + width / 2, level, to: middle - width / 2, level, stroke: .muted, dashes: "2 3")
    }
    let ink: Ink = step.isSum ? .main : step.amount < 0 ? .second : .third
    canvas.rectangle(middle - width / 2, high, width, max(2, low - high), fill: ink)
    if index == steps.count - 1 { uncashed(middle - width / 2, width, &canvas) }
    let amount = money.text(step.amount, isSigned: !step.isSum)
    let look = SVGCanvas.Lettering(size: 11, isBold: step.isSum, anchor: .middle)
    // An amount is never cut: half a number is a wrong one.
    if LetterWidths.width(amount, size: 11, isBold: step.isSum) <= place { canvas.text(amount, middle, high - 6, look) }
    canvas.lines(
      MergedText(step.name), middle, middle: Self.bottom + 28, width: place - 2, most: 3,
      .init(size: 11, anchor: .middle))
  }

  /// The part of the net saving that nobody can spend is an outline.
  private func uncashed(_ x: Int, _ width: Int, _ canvas: inout SVGCanvas) {
    guard hasUncashed else { return }
    let (top, bottom) = (scale.place(Double(result.net)), scale.place(Double(result.cashable)))
    guard bottom - top > 3 else { return }
    canvas.rectangle(x + 1, top + 1, width - 2, bottom - top - 1, fill: .paper, stroke: .main)
  }

  private var hasUncashed: Bool { result.net > 0 && result.notCashableSavings > 0 && result.cashable >= 0 }

  private var legend: Legend {
    var entries: [Legend.Entry] = [
      .bar(context.text("case-legend-sum"), .main), .bar(context.text("case-legend-less"), .second),
      .bar(context.text("case-legend-more"), .third),
    ]
    if !steps.contains(where: { !$0.isSum && $0.amount > 0 }) { entries.removeLast() }
    if hasUncashed { entries.append(.bar(context.text("case-legend-uncashed"), .paper, stroke: .main)) }
    return Legend(entries, width: ChartFrame.width)
  }

  private var description: String {
    steps.map { "\($0.name): \(money.money.signed($0.amount))" }.joined(separator: "; ")
  }
}
