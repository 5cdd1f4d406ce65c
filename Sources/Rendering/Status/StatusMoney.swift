// The section of a status report about money: the one-off cost planned, ordered and paid, what it brings, the contract.

import Languages
import Site
import Transition

/// For those alone who may see what things cost.
struct StatusMoney {
  let status: ProjectStatus
  let context: ComponentContext

  var figure: Figure? {
    guard context.mayAskFor(CostItem.schema) else { return nil }
    let spending = status.spending
    let hasForecast = spending?.total.expected != nil
    func column(_ key: String) -> Figure.Column { Figure.Column(key, field: nil, isNumber: true) }
    let rows = (spending?.lines ?? []).map { kind, line in
      row(context.format.word(kind, CostItem.kind.spec), line, hasForecast)
    }
    var figure = Figure(
      caption: context.text("one-off-money"), emptyText: context.text("fill-money"),
      columns: [
        .init(context.text("cost"), field: nil), column(context.text("money-planned")),
        column(context.text("money-committed")), column(context.text("money-paid")),
      ] + (hasForecast ? [column(context.text("forecast"))] : []),
      rows: rows + (spending.map { [total($0, hasForecast)] } ?? []))
    figure.notes = [businessCase, contract].compactMap(\.self)
    return figure
  }

  private func row(_ name: String, _ line: Spending.Line, _ hasForecast: Bool) -> Figure.Row {
    let amounts = [line.planned, line.committed, line.paid] + (hasForecast ? [line.expected] : [])
    return Figure.Row(record: "", cells: [Figure.Cell(name)] + amounts.map { Figure.Cell(amount($0)) })
  }

  private func total(_ spending: Spending, _ hasForecast: Bool) -> Figure.Row {
    var row = row(context.text("total"), spending.total, hasForecast)
    row.isTotal = true
    return row
  }

  /// Whole units of the currency: a committee reads no cents.
  private func amount(_ minorUnits: Int64?) -> String {
    guard let minorUnits, let currency = status.spending?.currency else { return "–" }
    return context.language.money(minorUnits: minorUnits, currency: currency.code, isWhole: true)
  }

  /// What is saved a year, and when that has paid the cost.
  private var businessCase: MergedText? {
    guard let result = BusinessCase(context.project) else { return nil }
    let net = amount(result.net)
    guard let months = result.payback(from: \.net)?.rounded(1) else {
      return MergedText(context.text("net-saving", ["amount": net]))
    }
    return MergedText(
      context.text("net-and-payback", ["amount": net, "months": context.language.number(months, fractionDigits: 1)]))
  }

  /// The framework contract that ends first, with its help for leaving.
  private var contract: MergedText? {
    let asOf = context.format.asOf.day
    let contracts = context.project[Contract.schema].filter { contract in
      contract[Contract.kind] == "framework"
        && (contract[Contract.exitUntil] ?? contract[Contract.end]).map { asOf <= $0 } ?? false
    }
    guard let next = contracts.orderedByDay(Contract.end).first, let end = next[Contract.end] else { return nil }
    let values = ["provider": context.cell(next, Contract.provider).text.text, "date": context.language.long(end)]
    guard let exit = next[Contract.exitUntil] else { return MergedText(context.text("contract-ends", values)) }
    return MergedText(
      context.text("contract-and-exit-end", values.merging(["exit": context.language.long(exit)]) { $1 }))
  }
}
