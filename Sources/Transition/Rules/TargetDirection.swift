// V29: a target and a critical limit that do not fit the direction in which a figure is good.

import Languages
import Syntax

enum TargetDirection: Rule {
  static let id = "V29"
  static let weight = RuleClass.completeness
  static let rationale =
    "The critical limit lies on the bad side of the target: below it where higher is better, above it where lower is."
  static let messages = [
    "side": RuleMessage(
      "critical {critical} of \"{id}\" lies on the good side of the target {target} (direction {direction})",
      "correct one of the three"),
    "order": RuleMessage(
      "the limits of \"{id}\" are not in order: criticalMin < min < max < criticalMax", "correct {field}: {value}"),
    "range": RuleMessage("\"{id}\" has direction {direction} and a target that does not fit it", "{hint}"),
  ]
  static let example = RuleExample(
    broken: """
      kpis.yaml
        - { id: k01, name: Service level, direction: higher, target: 80, critical: ‸90 }
      """,
    sound: """
      kpis.yaml
        - { id: k01, name: Service level, direction: higher, target: 80, critical: 72 }
      """)

  static func check(_ context: RuleContext) -> [Finding] { context.all[KPI.schema].compactMap(check) }

  private static func check(_ kpi: Record) -> Finding? {
    guard let direction = kpi[KPI.direction], let target = kpi[KPI.target]?.value else { return nil }
    if let range = Record.from(target) {
      let hint = "write direction: range, or one number as the target"
      return direction == "range"
        ? order(kpi, range) : Finding("range", kpi, "target", ["direction": direction, "hint": hint])
    }
    guard let value = FixedDecimal.from(target) else { return nil }
    if direction == "range" {
      return Finding("range", kpi, "target", ["direction": direction, "hint": "write target: { min: …, max: … }"])
    }
    guard let critical = kpi[KPI.critical], direction == "higher" ? value <= critical : critical <= value else {
      return nil
    }
    let values = ["critical": critical.description, "target": value.description, "direction": direction]
    return Finding("side", kpi, "critical", values, related: [.init("the target", kpi.place(of: "target"))])
  }

  private static func order(_ kpi: Record, _ range: Record) -> Finding? {
    let limits: [(String, FixedDecimal?, Place)] = [
      ("criticalMin", kpi[KPI.criticalMin], kpi.place(of: "criticalMin")),
      ("min", range[TargetRange.min], range.place(of: "min")), ("max", range[TargetRange.max], range.place(of: "max")),
      ("criticalMax", kpi[KPI.criticalMax], kpi.place(of: "criticalMax")),
    ]
    var last: FixedDecimal?
    for (field, value, place) in limits {
      guard let value else { continue }
      if let last, value <= last {
        return Finding(
          "order", at: place, ["id": kpi.title, "field": field, "value": value.description], of: kpi)
      }
      last = value
    }
    return nil
  }
}
