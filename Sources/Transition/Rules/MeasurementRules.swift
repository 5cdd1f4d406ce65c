// V30: two values for one period, values that their unit cannot have, values of days that nothing is known about.

import Languages
import Syntax

enum MeasurementRules: Rule {
  static let id = "V30"
  static let weight = RuleClass.integrity
  static let rationale =
    "One period, market, provider and channel has one value, in the domain of its unit, and none of the future."
  static let messages = [
    "twice": RuleMessage("\"{id}\" has two values for {period}", "leave one of them"),
    "domain": RuleMessage("{value} is no value in {unit}", "values in {unit} lie between {low} and {high}"),
    "later": RuleMessage(
      "{period} begins after the project's dataDate {dataDate}", "take the value out, or move dataDate"),
  ]
  static let example = RuleExample(
    broken: """
      kpis.yaml
        - id: k01
          name: Service level
          target: 80
          unit: "%"
          measurements:
            - { period: 2026-01, value: 71 }
            - { period: ‸2026-01, value: 72 }
      """,
    sound: """
      kpis.yaml
        - id: k01
          name: Service level
          target: 80
          unit: "%"
          measurements:
            - { period: 2026-01, value: 71 }
            - { period: 2026-02, value: 72 }
      """)

  /// What may have one value.
  private struct Key: Hashable {
    let period: Period
    let market, provider, channel: String?
  }

  /// What a unit can count, in whole units.
  private static let domains: [String: ClosedRange<Int>] = [
    "%": 0...100, "s": 0...1_000_000_000, "h": 0...1_000_000_000, "count": 0...1_000_000_000, "per-1000": 0...1000,
  ]

  static func check(_ context: RuleContext) -> [Finding] {
    let dataDate = context.all.record?[Project.dataDate]
    return context.all[KPI.schema].flatMap { kpi -> [Finding] in
      var first: [Key: Record] = [:]
      return (kpi[KPI.measurements] ?? []).flatMap { measurement -> [Finding] in
        [twice(measurement, kpi, &first), domain(measurement, kpi), later(measurement, kpi, dataDate)].compactMap(
          \.self)
      }
    }
  }

  private static func twice(_ measurement: Record, _ kpi: Record, _ first: inout [Key: Record]) -> Finding? {
    guard let period = measurement[Measurement.period] else { return nil }
    let key = Key(
      period: period, market: measurement[Measurement.market], provider: measurement[Measurement.provider],
      channel: measurement[Measurement.channel])
    guard let earlier = first.updateValue(measurement, forKey: key) else { return nil }
    return Finding(
      "twice", at: measurement.place(of: "period"), ["id": kpi.title, "period": period.code], of: kpi,
      related: [.init("the first value", earlier.place(of: "value"))])
  }

  private static func domain(_ measurement: Record, _ kpi: Record) -> Finding? {
    guard let unit = kpi[KPI.unit], let domain = domains[unit], let value = measurement[Measurement.value],
      value < FixedDecimal(domain.lowerBound) || FixedDecimal(domain.upperBound) < value
    else { return nil }
    let values = [
      "value": value.description, "unit": unit, "low": String(domain.lowerBound), "high": String(domain.upperBound),
    ]
    return Finding("domain", at: measurement.place(of: "value"), values, of: kpi)
  }

  private static func later(_ measurement: Record, _ kpi: Record, _ dataDate: Day?) -> Finding? {
    guard let dataDate, let period = measurement[Measurement.period], dataDate < period.firstDay else { return nil }
    return Finding(
      "later", at: measurement.place(of: "period"), ["period": period.code, "dataDate": dataDate.iso], of: kpi)
  }
}
