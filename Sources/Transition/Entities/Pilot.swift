// A pilot or trial before a decision.

package enum Pilot: Entity {
  package static let schema = EntitySchema(
    "pilot", collection: "pilots", topics: ["S1.6", "S1.11"], audience: .internal,
    "What was tried before it was decided.",
    [
      .id,
      FieldSpec("title", .localized, .required, "What is tried."),
      FieldSpec("candidate", .reference(["providers"]), audience: .restricted, "With which candidate."),
      FieldSpec("process", .reference(["processes"]), "In which process."),
      FieldSpec("from", .day, "First day."),
      FieldSpec("to", .day, "Last day."),
      FieldSpec("result", .localized, since: ["to"], "What came of it."),
    ])
}
