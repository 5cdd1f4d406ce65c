// V31: a series of values with a hole in it, one that has stopped, or none where daily values are due.

import Languages
import Syntax

enum MeasurementGaps: Rule {
  static let id = "V31"
  static let weight = RuleClass.advice
  static let rationale = "A figure is measured as often as it says; a hole in it hides what happened then."
  static let messages = [
    "gap": RuleMessage("\"{id}\" has no value for {period}", "add it, or say in the definition why there is none"),
    "stale": RuleMessage("the last value of \"{id}\" is of {period}", "add the values since, or change its frequency"),
    "daily": RuleMessage(
      "\"{id}\" has no daily value in the hypercare of \"{wave}\"", "add daily values, or take measuredDaily out"),
  ]
  static let example = RuleExample(
    broken: """
      kpis.yaml
        - id: k01
          name: Service level
          target: 80
          frequency: monthly
          measurements:
            - { period: 2025-12, value: 71 }
            - { period: ‸2026-02, value: 72 }
      """,
    sound: """
      kpis.yaml
        - id: k01
          name: Service level
          target: 80
          frequency: monthly
          measurements:
            - { period: 2026-01, value: 71 }
            - { period: 2026-02, value: 72 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let dataDate = context.all.record?[Project.dataDate]
    let known = min(dataDate ?? .latest, context.asOf.day)
    return context[KPI.schema].flatMap { kpi -> [Finding] in
      let series = kpi.series
      return gaps(kpi, series, context.holidays) + [stale(kpi, series, known)].compactMap(\.self)
        + daily(kpi, known, context)
    }
  }

  private static func gaps(_ kpi: Record, _ series: [Record], _ holidays: [String: Set<Day>]) -> [Finding] {
    return zip(series, series.dropFirst()).compactMap { before, after in
      guard let first = before[Measurement.period], let second = after[Measurement.period],
        let day = first.lastDay.adding(days: 1), day < second.firstDay
      else { return nil }
      if first.kind == .day, WorkingDays.count(from: day, until: second.firstDay, holidays: holidays, atMost: 1) == 0 {
        return nil
      }
      let missing = period(of: first.kind, holding: day)
      return Finding("gap", at: after.place(of: "period"), ["id": kpi.title, "period": missing], of: kpi)
    }
  }

  private static func period(of kind: Period.Kind, holding day: Day) -> String {
    switch kind {
    case .month: String(day.iso.prefix(7))
    case .quarter: "\(day.iso.prefix(4))-Q\((day.month + 2) / 3)"
    case .week, .day: "the time from \(day.iso)"
    }
  }

  /// Two whole periods without a value.
  private static func stale(_ kpi: Record, _ series: [Record], _ known: Day) -> Finding? {
    guard let last = series.last, let period = last[Measurement.period],
      let length = [Period.Kind.day: 4, .week: 21, .month: 92, .quarter: 274][period.kind],
      known.days(since: period.firstDay) > length
    else { return nil }
    return Finding("stale", at: last.place(of: "period"), ["id": kpi.title, "period": period.code], of: kpi)
  }

  private static func daily(_ kpi: Record, _ known: Day, _ context: RuleContext) -> [Finding] {
    guard kpi[KPI.measuredDaily] == true else { return [] }
    let days = (kpi[KPI.measurements] ?? []).compactMap { $0[Measurement.period] }.filter { $0.kind == .day }
    return context[Wave.schema].compactMap { wave in
      guard let hypercare = wave[Wave.hypercare], let from = hypercare[Hypercare.from],
        let to = hypercare[Hypercare.to],
        known.days(since: from) > 4, !days.contains(where: { from <= $0.firstDay && $0.firstDay <= to })
      else { return nil }
      return Finding("daily", kpi, "measuredDaily", ["wave": wave.title])
    }
  }
}
