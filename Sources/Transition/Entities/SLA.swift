// A service level that is agreed with a provider, and what follows when it is missed.

package import Languages

package enum SLA: Entity {
  package static let kpi = Field<String>("kpi", .reference(["kpis"]), .required, "The indicator.")
  package static let provider = Field<String>("provider", .party, "Who is bound.")
  package static let commitment = Field<FixedDecimal>(
    "commitment", KPI.values, .expected, "The value agreed, in the indicator's unit.")
  package static let weight = Field<FixedDecimal>("weight", .percent, "Its share of the whole, percent.")
  package static let atRisk = Field<FixedDecimal>(
    "atRisk", .percent, audience: .restricted, "Share of the fee at risk, percent.")
  package static let credit = Field<[Record]>(
    "credit", .list(.record(CreditTier.schema)), audience: .restricted, "What is credited, by the value reached.")
  package static let suspendedUntil = Field<Day>("suspendedUntil", .day, "Nothing follows until this day.")
  package static let exclusions = Field<[LocalizedText]>("exclusions", .list(.localized), "What does not count.")

  package static let schema = EntitySchema(
    "sla", collection: "slas", topics: ["S0.6"], audience: .partner,
    "A key figure that is agreed by contract.",
    [
      kpi.spec,
      provider.spec,
      commitment.spec,
      weight.spec,
      atRisk.spec,
      credit.spec,
      FieldSpec("bonus", .percent, audience: .restricted, "Paid when it is exceeded, percent."),
      FieldSpec("earnBack", .boolean, audience: .restricted, "A credit can be earned back."),
      suspendedUntil.spec,
      exclusions.spec,
      FieldSpec(
        "measuredOver", .choice(["daily", "weekly", "monthly", "quarterly"]), .expected, "The time it is measured over."
      ),
    ])
}

/// What a value between two limits costs the provider.
package enum CreditTier: Entity {
  package static let from = Field<FixedDecimal>("from", KPI.values, .required, "From this value on.")
  package static let to = Field<FixedDecimal>("to", KPI.values, .required, "To this value.")
  package static let percent = Field<FixedDecimal>(
    "percent", .percent, .required, "Share of the amount at risk, percent.")

  package static let schema = EntitySchema(
    nested: "credit tier",
    [
      from.spec,
      to.spec,
      percent.spec,
    ])
}
