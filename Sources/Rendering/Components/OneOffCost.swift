// What the change costs once: planned, ordered, paid and expected in the end, by kind.

import Languages
import Site
import Transition

struct OneOffCost {
  let spending: Spending?
  private let context: ComponentContext

  init(_ context: ComponentContext) {
    self.context = context
    spending = Spending(context.project)
  }

  var figure: Figure {
    func column(_ key: String) -> Figure.Column { Figure.Column(context.text(key), field: nil, isNumber: true) }
    var rows = (spending?.lines ?? []).map { row(context.format.word($0.kind, CostItem.kind.spec), $0.line) }
    if let spending, spending.lines.count > 1 {
      var total = row(context.text("total"), spending.total)
      total.isTotal = true
      rows.append(total)
    }
    var figure = Figure(
      caption: context.caption("case-one-off-caption"), emptyText: context.text("no-one-off"),
      columns: [
        .init(context.text("cost"), field: "kind"), column("money-planned"), column("money-committed"),
        column("money-paid"), column("case-expected"), .init(context.text("status"), field: nil),
      ], rows: rows)
    if let spending, spending.isMeasured { figure.drawings = [OneOffDrawing(spending, context).draw()] }
    return figure
  }

  private func row(_ name: String, _ line: Spending.Line) -> Figure.Row {
    let money = spending.map { MoneyFormat($0.currency, context) }
    let amounts = [line.planned, line.committed, line.paid, line.expected]
    return Figure.Row(
      record: "", cells: [Figure.Cell(name)] + amounts.map { money?.cell($0) ?? Figure.Cell("–") } + [status(line)])
  }

  private func status(_ line: Spending.Line) -> Figure.Cell {
    let known = [line.committed, line.paid, line.expected].compactMap(\.self)
    guard let most = known.max() else { return Figure.Cell(context.text("case-unknown"), tone: .open) }
    return most > line.planned
      ? Figure.Cell(context.text("case-over"), tone: .bad) : Figure.Cell(context.text("case-within"), tone: .good)
  }
}
