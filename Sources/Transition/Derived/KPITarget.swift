// A key figure's target in numbers: how far a value is from it, and how much of the way there it has come.

package import Languages

package enum KPITarget {
  /// The lowest and the highest good value as far as the target says them: for a single value both are that one.
  package static func ends(_ kpi: Record) -> (low: FixedDecimal, high: FixedDecimal)? {
    guard let target = kpi[KPI.target]?.value else { return nil }
    if let value = FixedDecimal.from(target) { return (value, value) }
    guard let range = Record.from(target), let low = range[TargetRange.min], let high = range[TargetRange.max] else {
      return nil
    }
    return (low, high)
  }

  /// The value less the target; of a band, less its nearer end, and nothing within it.
  package static func deviation(_ value: FixedDecimal, _ kpi: Record) -> FixedDecimal? {
    guard let (low, high) = ends(kpi) else { return nil }
    let end = value < low ? low : high < value ? high : value
    let digits = max(value.fractionDigits, end.fractionDigits)
    return Ratio(value).subtracting(Ratio(end))?.rounded(digits)
  }

  /// How much of the way from the baseline to the target a value has come, in whole percent: less than nothing when it
  /// is farther off than at the start. Nil without a baseline, and when there was no way to go.
  ///
  /// `100 × (value − baseline) ÷ (target − baseline)`; of a band, to the end nearer to the baseline.
  package static func progress(_ value: FixedDecimal, _ kpi: Record) -> FixedDecimal? {
    guard let (low, high) = ends(kpi), let baseline = kpi[KPI.baseline] else { return nil }
    let end = baseline < low ? low : high
    guard baseline < low || high < baseline, let way = Ratio(end).subtracting(Ratio(baseline)) else { return nil }
    let come = Ratio(value).subtracting(Ratio(baseline))
    return come?.multiplied(by: Ratio(100))?.divided(by: way)?.rounded(0)
  }
}
