// A small test in a time-box: hypothesis, measure, result.

package import Languages

package enum Iteration: Entity {
  package static let start = Field<Day>("start", .day, .required, "First day.")
  package static let end = Field<Day>("end", .day, .expected, "Last day.")
  package static let hypothesis = Field<LocalizedText>("hypothesis", .localized, .expected, "What is expected.")
  package static let measure = Field<String>(
    "measure", .reference(["kpis"]), .expected, "The indicator that shows it.")
  package static let before = Field<FixedDecimal>("before", KPI.values, "Its value before.")
  package static let after = Field<FixedDecimal>("after", KPI.values, since: ["end"], "Its value after.")
  package static let result = Field<LocalizedText>("result", .localized, since: ["end"], "What came of it.")
  package static let decision = Field<String>(
    "decision", .choice(["extend", "adjust", "stop"]), .expected, since: ["end"], "What follows.")
  package static let next = Field<String>("next", .reference(["iterations"]), "The one that follows.")

  package static let schema = EntitySchema(
    "iteration", collection: "iterations", topics: ["S1.8"], audience: .partner,
    "A small test with a beginning, an end and a result.",
    [
      .id, start.spec, end.spec, hypothesis.spec, measure.spec, before.spec, after.spec, result.spec, decision.spec,
      next.spec,
    ])
}
