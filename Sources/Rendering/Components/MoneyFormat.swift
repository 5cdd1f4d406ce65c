// Amounts of money as tables and drawings write them: in whole units of the project's currency, exact for machines.

import Languages
import Site
import Transition

struct MoneyFormat {
  let currency: Currency
  private let context: ComponentContext

  init(_ currency: Currency, _ context: ComponentContext) { (self.currency, self.context) = (currency, context) }

  /// Whole units: a committee reads no cents.
  func text(_ minorUnits: Int64) -> String {
    context.language.money(minorUnits: minorUnits, currency: currency.code, isWhole: true)
  }

  /// With a sign, also before what is added.
  func signed(_ minorUnits: Int64) -> String { (minorUnits > 0 ? "+" : "") + text(minorUnits) }

  func cell(_ minorUnits: Int64?) -> Figure.Cell {
    guard let minorUnits else { return Figure.Cell("–") }
    return Figure.Cell(text(minorUnits), number(minorUnits))
  }

  /// An amount for machines: 34568500 cents are 345685.00.
  func number(_ minorUnits: Int64) -> FixedDecimal? {
    FixedDecimal(mantissa: minorUnits, fractionDigits: currency.minorUnitDigits)
  }

  /// An amount that is no whole number of minor units, such as the cost of one contact: rounded to these.
  func exact(_ minorUnits: Ratio?) -> Figure.Cell {
    guard let rounded = minorUnits?.rounded(0)?.mantissa else { return Figure.Cell("–") }
    return Figure.Cell(context.language.money(minorUnits: rounded, currency: currency.code), number(rounded))
  }

  /// How amounts are written where there is little room: all of a drawing in the same unit.
  func drawn(_ amounts: [Int64]) -> Drawn {
    let units = (0..<currency.minorUnitDigits).reduce(UInt64(1)) { power, _ in power * 10 }
    let largest = (amounts.map(\.magnitude).max() ?? 0) / max(1, units)
    return Drawn(money: self, power: largest < 10_000_000 ? 0 : largest < 10_000_000_000 ? 3 : 6)
  }

  struct Drawn {
    let money: MoneyFormat
    /// Of ten: 0 for units, 3 for thousands, 6 for millions.
    fileprivate let power: Int

    func text(_ minorUnits: Int64, isSigned: Bool = false) -> String {
      guard power > 0 else { return isSigned ? money.signed(minorUnits) : money.text(minorUnits) }
      let unit = (0..<power + money.currency.minorUnitDigits).reduce(1) { unit, _ in unit * 10 }
      let rounded = Ratio(Int(minorUnits)).divided(by: Ratio(unit))?.rounded(0)
      return (isSigned && minorUnits > 0 ? "+" : "") + (rounded.map { money.context.language.number($0) } ?? "–")
    }

    /// What the numbers count, where they do not say it themselves.
    var note: String? {
      switch power {
      case 3: money.context.text("money-thousands", ["currency": money.currency.code])
      case 6: money.context.text("money-millions", ["currency": money.currency.code])
      default: nil
      }
    }

    /// A mark of an axis, given in minor units.
    func mark(_ minorUnits: Double) -> String { text(Int64(exactly: minorUnits.rounded()) ?? 0) }
  }
}
