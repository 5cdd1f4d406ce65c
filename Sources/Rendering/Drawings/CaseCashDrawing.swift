// What has been spent and saved in all, as lines over the years; where a line crosses nothing, the change is paid for.

import Languages
import Markup
import Site
import Transition

struct CaseCashDrawing {
  private static let (left, right, top, bottom) = (92, 740, 14, 280)

  private let cash: CaseCash
  private let context: ComponentContext
  private let money: MoneyFormat.Drawn
  private let scale: LinearScale
  private let legend: Legend

  init(_ cash: CaseCash, _ context: ComponentContext) {
    (self.cash, self.context) = (cash, context)
    let amounts = cash.counts.flatMap(\.balance)
    money = cash.money.drawn(amounts)
    scale = LinearScale(amounts.map { Double($0) }, from: Self.bottom, to: Self.top, marks: 6)
    legend = Legend(
      cash.counts.map { count in
        let months = count.payback?.rounded(1).map { CaseSheet.months($0, context) } ?? context.text("case-never")
        return .line("\(count.name): \(months)", count.ink, dashes: count.dashes)
      }, width: ChartFrame.width)
  }

  func draw() -> Markup {
    let note = money.note == nil ? 0 : 20
    return SVGCanvas.draw(
      (ChartFrame.width, Self.bottom + 56 + legend.height + note), title: context.caption("case-cash-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      axes(&canvas)
      for count in cash.counts {
        let points = count.balance.enumerated().map { (x: x(month: Double(12 * $0)), y: scale.place(Double($1))) }
        canvas.curve(points, stroke: count.ink, width: count.dashes == nil ? 4 : 3, dashes: count.dashes)
      }
      paybacks(&canvas)
      legend.draw(top: Self.bottom + 52, &canvas)
      if let note = money.note {
        canvas.text(note, 0, Self.bottom + 68 + legend.height, .init(size: 12, colour: .muted))
      }
    }
  }

  private func x(month: Double) -> Int {
    let share = min(1, max(0, month / Double(12 * max(1, cash.years))))
    return Self.left + Int((share * Double(Self.right - Self.left)).rounded())
  }

  private func axes(_ canvas: inout SVGCanvas) {
    for mark in scale.marks {
      let y = scale.place(mark)
      canvas.line(Self.left, y, to: Self.right, y, stroke: mark == 0 ? .text : .grid)
      let look = SVGCanvas.Lettering(size: 11, colour: .muted, anchor: .end)
      canvas.label(MergedText(money.mark(mark)), Self.left - 6, y + 4, width: Self.left - 6, look)
    }
    for year in 0...cash.years {
      let place = x(month: Double(12 * year))
      if year > 0 { canvas.line(place, Self.top, to: place, Self.bottom, stroke: .grid) }
      let text = year == 0 ? context.text("case-start") : context.language.number(year)
      canvas.text(text, place, Self.bottom + 18, .init(size: 12, colour: .muted, anchor: .middle))
    }
    canvas.label(
      MergedText(context.text("case-years-axis")), (Self.left + Self.right) / 2, Self.bottom + 38,
      width: Self.right - Self.left, .init(size: 12, anchor: .middle))
  }

  /// A ring where the cost is paid, and below it, where no line is, after how many months.
  private func paybacks(_ canvas: inout SVGCanvas) {
    let zero = scale.place(0)
    let points = cash.counts.compactMap { count -> (x: Int, months: FixedDecimal)? in
      guard let months = count.payback?.rounded(1), months.approximate <= Double(12 * cash.years) else { return nil }
      return (x(month: months.approximate), months)
    }.sorted { $0.x < $1.x }
    var next = Self.left
    for point in points {
      let text = context.language.number(point.months)
      let width = LetterWidths.width(text, size: 12, isBold: true)
      if point.x >= next, point.x + width + 6 <= ChartFrame.width {
        canvas.line(point.x, zero, to: point.x, Self.bottom, stroke: .muted, dashes: "2 3")
        canvas.rectangle(point.x + 3, Self.bottom - 19, width + 3, 16, fill: .paper)
        canvas.text(text, point.x + 5, Self.bottom - 6, .init(size: 12, isBold: true))
        next = point.x + width + 12
      }
      canvas.circle(point.x, zero, radius: 5, fill: .paper, stroke: .text, line: 3)
    }
  }

  private var description: String {
    cash.counts.map { count in
      let months = count.payback?.rounded(1).map { CaseSheet.months($0, context) } ?? context.text("case-never")
      return "\(count.name): \(months), \(count.balance.map { cash.money.text($0) }.joined(separator: " → "))"
    }.joined(separator: "; ")
  }
}
