// A group of people who are trained together for a wave.

package enum Cohort: Entity {
  package static let wave = Field<String>("wave", .reference(["waves"]), .required, "The wave they work in.")

  package static let schema = EntitySchema(
    "cohort", collection: "cohorts", audience: .partner,
    "People trained together for a wave.",
    [
      wave.spec,
      FieldSpec("site", .text, "Where they sit."),
      FieldSpec("language", .language, "What they speak with customers."),
      FieldSpec("headcount", .count, "How many."),
      FieldSpec("fte", .number(0...100_000), "Full-time equivalents."),
      FieldSpec("trainingStart", .day, "First day of training."),
      FieldSpec("certified", .count, since: ["certifiedOn"], "How many have passed."),
      FieldSpec("certifiedOn", .day, isFact: true, "The day they were counted."),
      FieldSpec("productive", .day, "The day they take contacts."),
    ])
}
