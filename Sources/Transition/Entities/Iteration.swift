// A small test in a time-box: hypothesis, measure, result.

package enum Iteration: Entity {
  package static let schema = EntitySchema(
    "iteration", collection: "iterations", audience: .partner,
    "A small test with a beginning, an end and a result.",
    [
      .id,
      FieldSpec("start", .day, .required, "First day."),
      FieldSpec("end", .day, .expected, "Last day."),
      FieldSpec("hypothesis", .localized, .expected, "What is expected."),
      FieldSpec("measure", .reference(["kpis"]), .expected, "The indicator that shows it."),
      FieldSpec("before", KPI.values, "Its value before."),
      FieldSpec("after", KPI.values, since: ["end"], "Its value after."),
      FieldSpec("result", .localized, since: ["end"], "What came of it."),
      FieldSpec("decision", .choice(["extend", "adjust", "stop"]), .expected, since: ["end"], "What follows."),
      FieldSpec("next", .reference(["iterations"]), "The one that follows."),
    ])
}
