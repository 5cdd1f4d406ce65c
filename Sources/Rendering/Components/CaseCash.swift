// When the change has paid for itself: what has been spent and saved in all, year by year.

import Languages
import Site
import Transition

struct CaseCash {
  /// A way of counting what is saved: before steering, after it, or only what can be spent otherwise.
  struct Count {
    /// Its name in the legend, and as the title of a column.
    let name, title: String
    /// What has been spent and saved at the start and after each year.
    let balance: [Int64]
    /// Months until it is nothing.
    let payback: Ratio?
    let ink: Ink
    let dashes: String?
  }

  let money: MoneyFormat
  let years: Int
  let counts: [Count]
  private let result: BusinessCase
  private let context: ComponentContext

  /// As many years as are asked for.
  static func years(_ context: ComponentContext) -> Int? { context.arguments["years"].flatMap { Int($0) } }

  init(_ result: BusinessCase, _ context: ComponentContext) {
    (self.result, self.context) = (result, context)
    money = MoneyFormat(result.currency, context)
    let years = Self.years(context) ?? Self.enough(result)
    self.years = years
    func count(
      _ saving: KeyPath<BusinessCase, Int64>, _ name: String, _ title: String, _ ink: Ink, _ dashes: String?
    ) -> Count? {
      result.balance(of: saving, years: years).map {
        Count(
          name: name, title: title, balance: $0, payback: result.payback(from: saving), ink: ink,
          dashes: dashes)
      }
    }
    counts = [
      result.extraSteering == 0
        ? nil : count(\.gross, context.text("case-without"), context.text("case-sum-without"), .third, "2 5"),
      count(\.net, context.text("case-with"), context.text("case-sum-with"), .main, nil),
      result.notCashableSavings == 0
        ? nil : count(\.cashable, context.text("case-only-cash"), context.text("case-sum-cash"), .second, "10 5"),
    ].compactMap(\.self)
  }

  /// A year longer than it takes, but three at least and ten at most.
  private static func enough(_ result: BusinessCase) -> Int {
    let paybacks = [result.payback(from: \.net), result.payback(from: \.cashable)].compactMap(\.self)
    let months = paybacks.compactMap { $0.rounded(0).map(\.mantissa) }.max() ?? 48
    return Int(min(10, max(3, months / 12 + 1)))
  }

  var figure: Figure {
    var figure = Figure(
      caption: context.caption("case-cash-caption"), emptyText: "",
      columns: [.init(context.text("case-year"), field: nil)]
        + ["case-gross", "case-net"].map { column(context.text($0)) }
        + counts.map { column($0.title) },
      rows: counts.isEmpty ? [] : (0...years).map(row))
    guard !counts.isEmpty else { return figure }
    figure.drawings = [CaseCashDrawing(self, context).draw()]
    figure.notes = [MergedText(context.text("case-cash-note"))]
    return figure
  }

  private func column(_ title: String) -> Figure.Column { Figure.Column(title, field: nil, isNumber: true) }

  private func row(_ year: Int) -> Figure.Row {
    let own = year == 0 ? nil : result.inYear(year)
    let sums = counts.map { money.cell(year < $0.balance.count ? $0.balance[year] : nil) }
    let name =
      year == 0
      ? Figure.Cell(context.text("case-start")) : Figure.Cell(context.language.number(year), FixedDecimal(year))
    return Figure.Row(
      record: "",
      cells: [name] + [own?.gross, own?.net].map { money.cell($0) } + sums)
  }
}
