// What the components of key figures say alike: values, targets, distances, and what they mean.

import Languages
import Site
import Transition

extension ComponentContext {
  /// The cut that the arguments of a component ask for.
  var cut: MeasurementCut {
    MeasurementCut(market: arguments["market"], channel: arguments["channel"], provider: arguments["provider"])
  }

  /// What a KPI's standing means for its reader.
  static func tone(ofKPI status: String?) -> Figure.Tone {
    switch status {
    case "met": .good
    case "missed": .attention
    case "critical": .bad
    default: .open
    }
  }

  /// "Met", "missed": empty while nothing is measured.
  func standing(_ status: String?) -> Figure.Cell {
    guard let status else { return Figure.Cell("") }
    return Figure.Cell(format.word(status, KPIStatus.status.spec), tone: Self.tone(ofKPI: status))
  }

  /// A value with the unit of its KPI, and the number for machines.
  func value(_ value: FixedDecimal?, of kpi: Record) -> Figure.Cell {
    guard let value else { return Figure.Cell("") }
    return Figure.Cell(Scorecard.text(value, of: kpi, self))
  }

  /// "+3 s", "−9 points": how far a value is from the target.
  func deviation(_ value: FixedDecimal, of kpi: Record) -> Figure.Cell {
    guard let deviation = KPITarget.deviation(value, kpi) else { return Figure.Cell("") }
    let isPoints = kpi[KPI.unit] == "%"
    let digits = max(0, min(6, kpi[KPI.decimals].map { Int($0.mantissa) } ?? deviation.fractionDigits))
    let number =
      isPoints
      ? language.number(deviation, fractionDigits: digits)
      : format.quantity(deviation, unit: kpi[KPI.unit] ?? "", decimals: kpi[KPI.decimals])
    let signed = FixedDecimal(0) < deviation ? "+" + number : number
    return Figure.Cell(isPoints ? text("percentage-points", ["n": signed]) : signed)
  }

  /// The columns of KPIs and of what was measured carry the period of a value in its own words.
  func period(_ measurement: Record?) -> Figure.Cell {
    Figure.Cell(measurement?[Measurement.period].map { language.text($0) } ?? "")
  }

  /// The days of go-live from a day to a day, with their markets.
  func goLives(from first: Day, to last: Day) -> [GoLive] {
    project.goLives.filter { first <= $0.day && $0.day <= last }
  }

  /// "2 March 2026 (SE)".
  func name(of goLive: GoLive) -> String {
    let markets = goLive.markets.isEmpty ? "" : " (\(goLive.markets.joined(separator: ", ")))"
    return language.long(goLive.day) + markets
  }
}

extension ComponentParameter {
  static let cutMarket = ComponentParameter(
    name: "market", kind: .market, summary: "Values that cover this market only.")
  static let cutChannel = ComponentParameter(
    name: "channel", kind: .record([Channel.schema.collection]), summary: "Values that cover this channel only.")
  static let cutProvider = ComponentParameter(
    name: "provider", kind: .record([Provider.schema.collection]), summary: "Values that cover this provider only.")
}
