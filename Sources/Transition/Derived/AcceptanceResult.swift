// Whether what an act is signed by is met: the measured value of a criterion against its threshold.

package import Languages

package enum AcceptanceResult {
  /// What a criterion demands of a figure.
  package struct Limit: Sendable {
    package let value: FixedDecimal
    /// The value is the highest that is good; else the lowest.
    package let isUpper: Bool
  }

  private static func kpi(_ criterion: Record, in project: TransitionProject) -> Record? {
    criterion[AcceptanceCriterion.kpi].flatMap { project.find($0, in: KPI.schema) }
  }

  /// The threshold, on the side that the indicator's direction gives it; nil where there is none, or no figure.
  package static func limit(_ criterion: Record, in project: TransitionProject) -> Limit? {
    guard let threshold = criterion[AcceptanceCriterion.threshold].flatMap({ FixedDecimal.from($0.value) }) else {
      return nil
    }
    guard let kpi = kpi(criterion, in: project) else { return Limit(value: threshold, isUpper: false) }
    switch kpi[KPI.direction] {
    case "lower": return Limit(value: threshold, isUpper: true)
    case "range": return Limit(value: threshold, isUpper: isNearerToTop(threshold, kpi))
    default: return Limit(value: threshold, isUpper: false)
    }
  }

  /// Of a range a threshold narrows the end that it is nearer to.
  private static func isNearerToTop(_ threshold: FixedDecimal, _ kpi: Record) -> Bool {
    guard let range = kpi[KPI.target].flatMap({ Record.from($0.value) }), let low = range[TargetRange.min],
      let high = range[TargetRange.max], let sum = Ratio(low).adding(Ratio(high)),
      let double = Ratio(threshold).multiplied(by: Ratio(2))
    else { return true }
    return sum <= double
  }

  /// The value that a criterion is judged by: of its period, else the latest; nil while there is none.
  package static func actual(_ criterion: Record, in project: TransitionProject) -> FixedDecimal? {
    guard let kpi = kpi(criterion, in: project) else { return nil }
    guard let written = criterion[AcceptanceCriterion.period] else {
      return kpi.series.last.flatMap { $0[Measurement.value] }
    }
    guard let period = Period(written) else { return nil }
    let values = (kpi[KPI.measurements] ?? []).filter {
      $0[Measurement.period] == period && $0.located("market") == nil && $0.located("channel") == nil
    }
    // The value of all providers together, or that of the only one.
    let whole = values.first { $0[Measurement.provider] == nil } ?? (values.count == 1 ? values.first : nil)
    return whole.flatMap { $0[Measurement.value] }
  }

  /// Nil while nothing is measured, and for what rests on evidence alone.
  package static func isMet(_ criterion: Record, in project: TransitionProject) -> Bool? {
    guard let kpi = kpi(criterion, in: project), let actual = actual(criterion, in: project) else { return nil }
    guard let limit = limit(criterion, in: project) else { return KPIStatus.judge(actual, kpi).map { $0 == "met" } }
    return limit.isUpper ? actual <= limit.value : limit.value <= actual
  }

  /// The day of an act: of its milestone, as it was reached or is planned; nil without one.
  package static func day(of act: Record, in project: TransitionProject) -> Day? {
    let milestone = act[Act.milestone].flatMap { project.find($0, in: Milestone.schema) }
    return milestone.flatMap { $0[Milestone.actual] ?? $0[Milestone.planned] }
  }

  /// Reservations are made on the day of the act. Before it what is written of them is not known yet.
  package static func reservations(of act: Record, in project: TransitionProject) -> [Record] {
    let isDue = day(of: act, in: project).flatMap { day in project.asOf.map { $0.hasReached(day).holds } } ?? true
    let isSigned = act[Act.signed]?.isEmpty == false
    return isDue || isSigned ? act[Act.reservations] ?? [] : []
  }
}
