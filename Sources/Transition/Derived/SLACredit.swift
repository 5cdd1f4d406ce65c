// What a missed service level costs the provider, as a share of the fee.

package import Languages

package enum SLACredit {
  /// Percent of the fee credited for a value in a period: the tier the value falls into, of the amount at risk, by the
  /// weight of this figure. Nothing while the agreement is suspended or the commitment is met.
  package static func percent(_ sla: Record, value: FixedDecimal, period: Period, direction: String?) -> Ratio? {
    if let until = sla[SLA.suspendedUntil], period.lastDay <= until { return Ratio(0) }
    guard let commitment = sla[SLA.commitment] else { return nil }
    let isMet = direction == "lower" ? value <= commitment : commitment <= value
    guard !isMet else { return Ratio(0) }
    let tier = (sla[SLA.credit] ?? []).first { tier in
      guard let from = tier[CreditTier.from], let to = tier[CreditTier.to] else { return false }
      return min(from, to) <= value && value <= max(from, to)
    }
    guard let tier, let share = tier[CreditTier.percent], let atRisk = sla[SLA.atRisk] else { return Ratio(0) }
    let weight = sla[SLA.weight] ?? FixedDecimal(100)
    return Ratio(share).multiplied(by: Ratio(atRisk))?.multiplied(by: Ratio(weight))?.divided(by: Ratio(10_000))
  }
}
