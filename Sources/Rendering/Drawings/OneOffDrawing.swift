// The one-off cost as bars, one within the other: planned, ordered, paid; and a stroke where it is expected to end.

import Languages
import Markup
import Site
import Transition

struct OneOffDrawing {
  private static let (left, right, top, row) = (190, 712, 8, 44)

  private let spending: Spending
  private let context: ComponentContext
  private let money: MoneyFormat.Drawn
  private let scale: LinearScale
  private let legend: Legend

  init(_ spending: Spending, _ context: ComponentContext) {
    (self.spending, self.context) = (spending, context)
    let amounts = spending.lines.flatMap { line in
      [line.line.planned] + [line.line.committed, line.line.paid, line.line.expected].compactMap(\.self)
    }
    money = MoneyFormat(spending.currency, context).drawn(amounts)
    scale = LinearScale(amounts.map { Double($0) }, from: Self.left, to: Self.right)
    legend = Legend(Self.entries(spending, context), width: ChartFrame.width)
  }

  private static func entries(_ spending: Spending, _ context: ComponentContext) -> [Legend.Entry] {
    var entries: [Legend.Entry] = [.bar(context.text("money-planned"), .soft, stroke: .past)]
    if spending.total.committed != nil {
      entries.append(.bar(context.text("money-committed"), .paper, stroke: .main))
    }
    if spending.total.paid != nil { entries.append(.bar(context.text("money-paid"), .main)) }
    if spending.total.expected != nil {
      entries.append(
        Legend.Entry(context.text("case-expected")) {
          $0.line($1 + 11, $2 - 7, to: $1 + 11, $2 + 7, stroke: .second, width: 4)
        })
    }
    return entries
  }

  func draw() -> Markup {
    let bottom = Self.top + spending.lines.count * Self.row
    let note = money.note == nil ? 0 : 20
    return SVGCanvas.draw(
      (ChartFrame.width, bottom + 34 + legend.height + note), title: context.caption("case-one-off-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      let widest = scale.marks.map { LetterWidths.width(money.mark($0), size: 11) }.max() ?? 0
      var next = Int.min
      for mark in scale.marks {
        let x = scale.place(mark)
        canvas.line(x, Self.top, to: x, bottom, stroke: mark == 0 ? .past : .grid)
        guard x - widest / 2 >= next, x + widest / 2 <= ChartFrame.width else { continue }
        canvas.text(money.mark(mark), x, bottom + 18, .init(size: 11, colour: .muted, anchor: .middle))
        next = x + widest / 2 + 8
      }
      for (index, line) in spending.lines.enumerated() { bars(line.kind, line.line, index, &canvas) }
      legend.draw(top: bottom + 30, &canvas)
      if let note = money.note { canvas.text(note, 0, bottom + 46 + legend.height, .init(size: 12, colour: .muted)) }
    }
  }

  private func bars(_ kind: String, _ line: Spending.Line, _ index: Int, _ canvas: inout SVGCanvas) {
    let middle = Self.top + index * Self.row + Self.row / 2
    let name = MergedText(context.format.word(kind, CostItem.kind.spec))
    canvas.lines(name, 0, middle: middle, width: Self.left - 12, most: 2, .init(size: 13))
    bar(line.planned, middle, 30, fill: .soft, stroke: .past, &canvas)
    if let committed = line.committed { bar(committed, middle, 20, fill: .paper, stroke: .main, &canvas) }
    if let paid = line.paid { bar(paid, middle, 10, fill: .main, stroke: nil, &canvas) }
    if let expected = line.expected {
      let x = scale.place(Double(expected))
      canvas.line(x, middle - 18, to: x, middle + 18, stroke: .second, width: 4)
    }
  }

  private func bar(
    _ amount: Int64, _ middle: Int, _ height: Int, fill: Ink, stroke: Ink?, _ canvas: inout SVGCanvas
  ) {
    let (zero, end) = (scale.place(0), scale.place(Double(amount)))
    guard zero != end else { return }
    canvas.rectangle(
      min(zero, end), middle - height / 2, abs(end - zero), height, fill: fill, stroke: stroke,
      line: fill == .soft ? 1 : 2)
  }

  private var description: String {
    let money = money.money
    return spending.lines.map { kind, line in
      let parts = [
        (context.text("money-planned"), Optional(line.planned)), (context.text("money-committed"), line.committed),
        (context.text("money-paid"), line.paid), (context.text("case-expected"), line.expected),
      ].compactMap { name, amount in amount.map { "\(name) \(money.text($0))" } }
      return "\(context.format.word(kind, CostItem.kind.spec)): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
