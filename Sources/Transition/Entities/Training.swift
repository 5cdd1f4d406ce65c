// A training: what is taught, by whom, in which language.

package import Languages

package enum Training: Entity {
  package static let title = Field<LocalizedText>("title", .localized, .required, "What it is called.")
  package static let type = Field<String>(
    "type", .choice(["product", "process", "system", "soft-skill", "compliance"]), .expected, "What it teaches.")
  package static let process = Field<[String]>("process", .list(.reference(["processes"])), "The processes it is for.")
  package static let ownedBy = Field<String>("ownedBy", .party, "Who keeps the material.")

  package static let schema = EntitySchema(
    "training", collection: "trainings", audience: .partner,
    "What people are taught before they answer customers.",
    [
      .id,
      title.spec,
      type.spec,
      process.spec,
      ownedBy.spec,
      FieldSpec("audience", .choice(["incoming", "internal", "outgoing", "store"]), .expected, "Who is taught."),
      FieldSpec("hours", .number(0...10_000), .expected, "How long."),
      FieldSpec("location", .choice(["onsite", "remote", "mixed"]), .expected, "Where."),
      FieldSpec("language", .list(.language), .expected, "In which languages."),
      FieldSpec("exists", .boolean, "The material exists."),
      FieldSpec("externalReady", .boolean, "The material suits people from outside."),
      FieldSpec("adaptation", .record(Adaptation.schema), "Who adapts it until when."),
      FieldSpec("passMark", .percent, "Needed in the test, percent."),
      FieldSpec("participants", .count, "How many took part."),
      FieldSpec("passed", .count, "How many passed."),
    ])
}

package enum Adaptation: Entity {
  package static let schema = EntitySchema(
    nested: "adaptation",
    [
      FieldSpec("owner", .role, .required, "Who adapts it."),
      FieldSpec("due", .day, "By when."),
    ])
}
