// A group of people who are trained together for a wave.

package import Languages

package enum Cohort: Entity {
  package static let wave = Field<String>("wave", .reference(["waves"]), .required, "The wave they work in.")
  package static let headcount = Field<FixedDecimal>("headcount", .count, "How many.")
  package static let trainingStart = Field<Day>("trainingStart", .day, "First day of training.")
  package static let certified = Field<FixedDecimal>(
    "certified", .count, since: ["certifiedOn"], "How many have passed.")
  package static let productive = Field<Day>("productive", .day, "The day they take contacts.")

  package static let schema = EntitySchema(
    "cohort", collection: "cohorts", topics: ["S0.5"], audience: .partner,
    "People trained together for a wave.",
    [
      wave.spec,
      FieldSpec("site", .text, "Where they sit."),
      FieldSpec("language", .language, "What they speak with customers."),
      headcount.spec,
      FieldSpec("fte", .number(0...100_000), "Full-time equivalents."),
      trainingStart.spec,
      certified.spec,
      FieldSpec("certifiedOn", .day, isFact: true, "The day they were counted."),
      productive.spec,
    ])
}
