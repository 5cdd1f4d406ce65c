// A key performance indicator: what is measured, the target, and the measurements. Whether it is met is derived.

package import Languages

package enum KPI: Entity {
  /// Far beyond what a service counts, and small enough for every computation with values and their digits.
  static let values = FieldKind.number(-1_000_000_000...1_000_000_000)

  package static let id = Field<String>("id", .identifier, .expected, "The indicator's id.")
  package static let name = Field<LocalizedText>("name", .localized, .required, "What is measured.")
  package static let definition = Field<LocalizedText>(
    "definition", .markdown, .expected, "Formula, data source, what counts and what does not.")
  package static let kind = Field<String>(
    "kind", .choice(["leading", "lagging"]), .expected, "Whether it foretells or records.")
  package static let unit = Field<String>(
    "unit", .choice(["%", "s", "h", "count", "score", "€", "per-1000"]), .expected, "The unit of every value.")
  package static let direction = Field<String>(
    "direction", .choice(["higher", "lower", "range"]), .expected, "Which way is better.")
  package static let target = Field<AnyValue>(
    "target", .either(KPI.values, .record(TargetRange.schema)), .required, "The value agreed, or a range.")
  package static let critical = Field<FixedDecimal>("critical", KPI.values, "Beyond this it is red.")
  package static let criticalMin = Field<FixedDecimal>(
    "criticalMin", KPI.values, "For a range: below this it is red.")
  package static let criticalMax = Field<FixedDecimal>(
    "criticalMax", KPI.values, "For a range: above this it is red.")
  package static let baseline = Field<FixedDecimal>("baseline", KPI.values, "The value before the change.")
  package static let period = Field<String>("period", .text, "What the baseline was measured over.")
  package static let decimals = Field<FixedDecimal>("decimals", .integer(0...6), "Decimals shown.")
  package static let frequency = Field<String>(
    "frequency", .choice(["daily", "weekly", "monthly", "quarterly"]), .expected, "How often it is measured.")
  package static let measuredDaily = Field<Bool>("measuredDaily", .boolean, "Daily values are due in each hypercare.")
  package static let owner = Field<String>("owner", .reference(["roles"]), .expected, "The role that answers for it.")
  package static let party = Field<String>(
    "party", .choice(["client", "provider"]), .expected, "Who can change it.")
  package static let objective = Field<[String]>(
    "objective", .list(.reference(["objectives"])), "The objectives it measures.")
  package static let parent = Field<String>("parent", .reference(["kpis"]), "The indicator it is part of.")
  package static let method = Field<String>(
    "method", .choice(["system", "survey", "sample-audit"]), .expected, "How it is measured.")
  package static let measurements = Field<[Record]>(
    "measurements", .list(.record(Measurement.schema)), "The values, by period.")
  package static let publicSafe = Field<Bool>("publicSafe", .boolean, "May be shown to customers.")

  package static let schema = EntitySchema(
    "kpi", collection: "kpis", topics: ["S0.6", "S1.1", "S2.5"], audience: .partner,
    "What is measured, and how much of it is good.",
    [
      id.spec, name.spec, definition.spec, kind.spec, unit.spec, direction.spec, target.spec, critical.spec,
      criticalMin.spec, criticalMax.spec, baseline.spec, period.spec, decimals.spec, frequency.spec,
      measuredDaily.spec, owner.spec, party.spec, objective.spec, parent.spec, method.spec, measurements.spec,
      publicSafe.spec,
    ])
}

/// A target that is a band: both ends are good.
package enum TargetRange: Entity {
  package static let min = Field<FixedDecimal>("min", KPI.values, .required, "Lowest good value.")
  package static let max = Field<FixedDecimal>("max", KPI.values, .required, "Highest good value.")

  package static let schema = EntitySchema(nested: "target", [min.spec, max.spec])
}

/// One value of an indicator.
package enum Measurement: Entity {
  package static let period = Field<Period>("period", .period, .required, isFact: true, "What it covers.")
  package static let value = Field<FixedDecimal>("value", KPI.values, .required, "The value, in the KPI's unit.")
  package static let n = Field<FixedDecimal>("n", .integer(0...Int(Int32.max)), "How many cases it rests on.")
  package static let market = Field<String>("market", .country, "Where it covers one market only.")
  package static let provider = Field<String>("provider", .party, "Where it covers one provider only.")
  package static let channel = Field<String>("channel", .reference(["channels"]), "Where it covers one channel only.")
  package static let comment = Field<LocalizedText>("comment", .localized, "What explains it.")

  package static let schema = EntitySchema(
    nested: "measurement", happens: "period",
    [period.spec, value.spec, n.spec, market.spec, provider.spec, channel.spec, comment.spec])
}
