// An objective: the problem, the target and how reaching it is measured.

package import Languages

package enum Objective: Entity {
  package static let problem = Field<LocalizedText>("problem", .markdown, .required, "What does not work today.")
  package static let measure = Field<[String]>(
    "measure", .list(.reference(["kpis"])), .expected, "The indicators that show it.")

  package static let target = Field<LocalizedText>("target", .localized, .expected, "What is true afterwards.")
  package static let motive = Field<String>(
    "motive", .choice(motives), .expected, "Which reason for the transition it serves.")
  package static let due = Field<Day>("due", .day, .expected, "By when.")
  package static let values = Field<[String]>("values", .list(.reference(["values"])), "The values it follows from.")
  package static let priority = Field<FixedDecimal>("priority", .grade, "1 first to 5 last.")

  package static let motives = [
    "cost", "revenue", "core-focus", "flexibility", "quality", "competence", "capacity",
  ]

  package static let schema = EntitySchema(
    "objective", collection: "objectives", topics: ["S0.0", "S0.1", "S2.1", "S3.1"], audience: .internal,
    "Why the service changes hands.",
    [
      .id, problem.spec, target.spec, motive.spec, measure.spec, due.spec, values.spec, priority.spec,
    ])
}
