// A key figure judged: the latest value against its target and its critical limit, and which way it goes.

package import Languages

package enum KPIStatus {
  static let last = DerivedField(
    KPI.schema, "last", .number(nil), "The latest value of the regular series."
  ) { kpi, _ in kpi.series.last.flatMap { $0[Measurement.value] }.map { .number($0) } }

  package static let status = DerivedField(
    KPI.schema, "status", .choice(["met", "missed", "critical", "suspended"]),
    "The latest value against the target: met, missed, critical (beyond the limit) or suspended (no consequence yet)."
  ) { kpi, project in of(kpi, in: project).map { .text($0) } }

  static let trend = DerivedField(
    KPI.schema, "trend", .choice(["better", "worse", "steady"]), "The latest value against the one before."
  ) { kpi, _ in trend(kpi).map { .text($0) } }

  /// Nil while nothing is measured.
  package static func of(_ kpi: Record, in project: TransitionProject, _ cut: MeasurementCut = .whole) -> String? {
    guard let latest = kpi.series(cut).last, let value = latest[Measurement.value] else { return nil }
    if let period = latest[Measurement.period], suspendedUntil(kpi, period, project) != nil { return "suspended" }
    return judge(value, kpi)
  }

  /// What a value means: at a target it is met; beyond the critical limit critical.
  package static func judge(_ value: FixedDecimal, _ kpi: Record) -> String? {
    guard let target = kpi[KPI.target]?.value else { return nil }
    let low = FixedDecimal.from(target) ?? Record.from(target).flatMap { $0[TargetRange.min] }
    let high = FixedDecimal.from(target) ?? Record.from(target).flatMap { $0[TargetRange.max] }
    let isBelow = low.map { value < $0 } ?? false
    let isAbove = high.map { $0 < value } ?? false
    switch kpi[KPI.direction] {
    case "lower": return isAbove ? beyond(kpi[KPI.critical].map { $0 <= value }) : "met"
    case "range":
      let isCritical =
        kpi[KPI.criticalMin].map { value <= $0 } == true || kpi[KPI.criticalMax].map { $0 <= value } == true
      return isBelow || isAbove ? beyond(isCritical) : "met"
    default: return isBelow ? beyond(kpi[KPI.critical].map { value <= $0 }) : "met"
    }
  }

  private static func beyond(_ isCritical: Bool?) -> String { isCritical == true ? "critical" : "missed" }

  /// Until when the agreement about a figure has no consequence, where it has none yet for a period.
  package static func suspendedUntil(_ kpi: Record, _ period: Period, _ project: TransitionProject) -> Day? {
    let days = project[SLA.schema].compactMap { $0[SLA.kpi] == kpi.id ? $0[SLA.suspendedUntil] : nil }
    return days.filter { period.lastDay <= $0 }.max()
  }

  package static func trend(_ kpi: Record) -> String? {
    let values = kpi.series.compactMap { $0[Measurement.value] }
    guard values.count > 1, let last = values.last else { return nil }
    let before = values[values.count - 2]
    if last == before { return "steady" }
    guard kpi[KPI.direction] != "range" else { return towardsRange(before, last, kpi) }
    return (last < before) == (kpi[KPI.direction] == "lower") ? "better" : "worse"
  }

  /// Inside the range nothing is better than the rest; outside, nearer is.
  private static func towardsRange(_ before: FixedDecimal, _ last: FixedDecimal, _ kpi: Record) -> String? {
    guard let range = kpi[KPI.target].flatMap({ Record.from($0.value) }), let low = range[TargetRange.min],
      let high = range[TargetRange.max]
    else { return nil }
    func distance(_ value: FixedDecimal) -> Ratio? {
      if value < low { return Ratio(low).subtracting(Ratio(value)) }
      return high < value ? Ratio(value).subtracting(Ratio(high)) : Ratio(0)
    }
    guard let first = distance(before), let second = distance(last) else { return nil }
    return first == second ? "steady" : second < first ? "better" : "worse"
  }
}

extension Record {
  /// A KPI's regular series, oldest first: the values of its own frequency that cover every market, channel and
  /// provider. Where there are none but those of one provider, as in that provider's own edition, these are it.
  package var series: [Record] { series(.whole) }

  /// The periods that a KPI is regularly measured in.
  package var frequencyKind: Period.Kind {
    switch self[KPI.frequency] {
    case "daily": .day
    case "weekly": .week
    case "quarterly": .quarter
    default: .month
    }
  }
}
