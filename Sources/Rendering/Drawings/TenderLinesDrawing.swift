// The totals of a tender over the weight of its price: where the lines cross, another candidate would win.

import Languages
import Markup
import Site
import Transition

struct TenderLinesDrawing {
  private static let (left, right, top, bottom) = (56, 560, 30, 270)
  private static let looks: [(ink: Ink, dashes: String?)] = [
    (.main, nil), (.second, "9 4"), (.third, "2 4"), (.past, nil), (.text, "10 3 2 3"), (.muted, "5 5"),
  ]

  /// A candidate's total is a straight line over the weight: its two ends.
  private struct Line {
    let name: MergedText
    let start, end: Double
    let ink: Ink
    let dashes: String?
  }

  private let sensitivity: TenderSensitivity
  private let context: ComponentContext
  private let across: LinearScale
  private let up: LinearScale
  private let lines: [Line]

  init(_ sensitivity: TenderSensitivity, _ context: ComponentContext) {
    (self.sensitivity, self.context) = (sensitivity, context)
    let today = sensitivity.today?.rounded(4)?.approximate ?? 0
    let most = min(100, max(60, ((today + 20) / 10).rounded(.up) * 10))
    across = LinearScale([0, most], from: Self.left, to: Self.right, marks: 6)
    func totals(at weight: Int) -> [TenderResult.Total] {
      sensitivity.result?.totals(weighing: TenderSensitivity.criterion, at: Ratio(weight)) ?? []
    }
    let (low, high) = (totals(at: 0), totals(at: Int(across.high)))
    lines = zip(zip(low, high), Self.looks).map { ends, look in
      Line(
        name: sensitivity.sheet.name(of: ends.0.candidate), start: ends.0.total.rounded(4)?.approximate ?? 0,
        end: ends.1.total.rounded(4)?.approximate ?? 0, ink: look.ink, dashes: look.dashes)
    }
    up = LinearScale(lines.flatMap { [$0.start, $0.end] }, from: Self.bottom, to: Self.top, hasZero: false)
  }

  func draw() -> Markup {
    SVGCanvas.draw(
      (ChartFrame.width, Self.bottom + 52), title: context.caption("tender-sensitivity-caption"),
      description: sensitivity.breakEven, language: context.language.tag
    ) { canvas in
      axes(&canvas)
      marks(&canvas)
      for line in lines.reversed() {
        let ends = [(x: across.from, y: up.place(line.start)), (x: across.to, y: up.place(line.end))]
        canvas.curve(
          ends, stroke: line.ink, width: line.dashes == nil && line.ink == .main ? 4 : 3, dashes: line.dashes)
      }
      crossing(&canvas)
      names(&canvas)
    }
  }

  private func axes(_ canvas: inout SVGCanvas) {
    let frame = ChartFrame(left: Self.left, right: Self.right, top: Self.top, bottom: Self.bottom)
    frame.values(up, { context.language.number($0) }, &canvas)
    for mark in across.marks {
      let look = SVGCanvas.Lettering(size: ChartFrame.size, colour: .muted, anchor: .middle)
      canvas.text(context.language.percent(across.decimal(mark)), across.place(mark), Self.bottom + 18, look)
    }
    let values = ["criterion": sensitivity.criterionName.plainText]
    canvas.label(
      MergedText(context.text("tender-weight-axis", values)), (Self.left + Self.right) / 2, Self.bottom + 42,
      width: Self.right - Self.left, .init(size: 13, anchor: .middle))
  }

  /// The weight of today and the one at which the winner changes.
  private func marks(_ canvas: inout SVGCanvas) {
    guard let today = sensitivity.today else { return }
    let place = x(today)
    canvas.line(place, Self.top - 6, to: place, Self.bottom, stroke: .muted, width: 2, dashes: "3 3")
    let point = sensitivity.result?.breakEven(of: TenderSensitivity.criterion)?.weight
    let isOnTheLeft = point.map { $0 < today } ?? false
    let text = context.text("tender-weight-now", ["weight": sensitivity.percent(today)])
    label(text, place, isOnTheLeft: !isOnTheLeft, isBold: false, &canvas)
    if let point, isShown(point) {
      let place = x(point)
      canvas.line(place, Self.top - 6, to: place, Self.bottom, stroke: .text, width: 1)
      label(sensitivity.rounded(point), place, isOnTheLeft: isOnTheLeft, isBold: true, &canvas)
    }
  }

  /// Beside the line it belongs to, on the side where the other is not.
  private func label(_ text: String, _ x: Int, isOnTheLeft: Bool, isBold: Bool, _ canvas: inout SVGCanvas) {
    let needed = LetterWidths.width(text, size: 12, isBold: isBold) + 6
    let toLeft = isOnTheLeft && x - needed >= 0
    let look = SVGCanvas.Lettering(size: 12, isBold: isBold, anchor: toLeft ? .end : .start)
    canvas.text(text, toLeft ? x - 5 : x + 5, Self.top - 12, look)
  }

  private func x(_ weight: Ratio) -> Int { across.place(weight.rounded(4)?.approximate ?? 0) }
  private func isShown(_ weight: Ratio) -> Bool { (weight.rounded(4)?.approximate ?? 0) <= across.high }

  private func crossing(_ canvas: inout SVGCanvas) {
    guard let point = sensitivity.result?.breakEven(of: TenderSensitivity.criterion), isShown(point.weight),
      let total = sensitivity.result?.totals(weighing: TenderSensitivity.criterion, at: point.weight)
        .first(where: { $0.candidate == point.candidate })?.total.rounded(4)?.approximate
    else { return }
    canvas.circle(x(point.weight), up.place(total), radius: 6, fill: .paper, stroke: .text, line: 3)
  }

  /// At the end of each line, as near to it as the others leave room.
  private func names(_ canvas: inout SVGCanvas) {
    let order = lines.sorted { $0.end > $1.end }
    var next = Self.top - 8
    for (index, line) in order.enumerated() {
      let below = (order.count - 1 - index) * 17
      let y = min(max(next, up.place(line.end) + 4), Self.bottom + 4 - below)
      canvas.line(Self.right + 8, y - 4, to: Self.right + 28, y - 4, stroke: line.ink, width: 3, dashes: line.dashes)
      canvas.label(line.name, Self.right + 34, y, width: ChartFrame.width - Self.right - 34, .init(size: 12))
      next = y + 17
    }
  }
}
