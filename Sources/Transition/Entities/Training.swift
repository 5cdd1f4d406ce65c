// A training: what is taught, by whom, in which language.

package import Languages

package enum Training: Entity {
  package static let title = Field<LocalizedText>("title", .localized, .required, "What it is called.")
  package static let type = Field<String>(
    "type", .choice(["product", "process", "system", "soft-skill", "compliance"]), .expected, "What it teaches.")
  package static let process = Field<[String]>("process", .list(.reference(["processes"])), "The processes it is for.")
  package static let ownedBy = Field<String>("ownedBy", .party, "Who keeps the material.")
  package static let audience = Field<String>(
    "audience", .choice(["incoming", "internal", "outgoing", "store"]), .expected, "Who is taught.")
  package static let hours = Field<FixedDecimal>("hours", .number(0...10_000), .expected, "How long.")
  package static let language = Field<[String]>("language", .list(.language), .expected, "In which languages.")
  package static let exists = Field<Bool>("exists", .boolean, "The material exists.")
  package static let externalReady = Field<Bool>(
    "externalReady", .boolean, "The material suits people from outside.")
  package static let adaptation = Field<Record>(
    "adaptation", .record(Adaptation.schema), "Who adapts it until when.")
  package static let passMark = Field<FixedDecimal>("passMark", .percent, "Needed in the test, percent.")
  package static let participants = Field<FixedDecimal>("participants", .count, "How many took part.")
  package static let passed = Field<FixedDecimal>("passed", .count, "How many passed.")

  package static let schema = EntitySchema(
    "training", collection: "trainings", topics: ["S0.5", "S2.3", "S3.5", "S4.5"], audience: .partner,
    "What people are taught before they answer customers.",
    [
      .id,
      title.spec,
      type.spec,
      process.spec,
      ownedBy.spec,
      audience.spec,
      hours.spec,
      FieldSpec("location", .choice(["onsite", "remote", "mixed"]), .expected, "Where."),
      language.spec,
      exists.spec,
      externalReady.spec,
      adaptation.spec,
      passMark.spec,
      participants.spec,
      passed.spec,
    ])
}

package enum Adaptation: Entity {
  package static let owner = Field<String>("owner", .role, .required, "Who adapts it.")
  package static let due = Field<Day>("due", .day, "By when.")

  package static let schema = EntitySchema(
    nested: "adaptation",
    [
      owner.spec,
      due.spec,
    ])
}
