// A readiness list: what must be true at a gate, and what was found.

package import Languages

package enum Readiness: Entity {
  package static let gate = Field<String>(
    "gate", .reference(["milestones"]), .required, "The milestone at which it is decided.")
  package static let items = Field<[Record]>("items", .list(.record(ReadinessItem.schema)), "The criteria.")

  package static let conditions = Field<[LocalizedText]>(
    "conditions", .list(.localized), audience: .team, "What a conditional go demands.")

  package static let schema = EntitySchema(
    "readiness list", collection: "readiness", topics: ["S4.2"], audience: .partner,
    "What must be true before a go-live is decided.",
    [
      gate.spec,
      items.spec,
      FieldSpec("weight", .percent, audience: .team, "Its share where a gate has several, percent."),
      conditions.spec,
    ])
}

/// A criterion of a gate.
package enum ReadinessItem: Entity {
  package static let area = Field<String>(
    "area",
    .choice(["process", "knowledge", "people", "technology", "data", "legal", "comms", "governance", "quality"]),
    .expected, "What it is about.")
  package static let criterion = Field<LocalizedText>("criterion", .localized, .required, "What must be true.")
  package static let threshold = Field<AnyValue>("threshold", .figure, .expected, "From which value on; or true.")
  package static let unit = Field<String>("unit", .text, "The unit of both figures.")
  package static let direction = Field<String>(
    "direction", .choice(["higher", "lower"]), "Which way is better; higher when left out.")
  package static let actual = Field<AnyValue>("actual", .figure, since: ["assessed"], "What was found.")
  package static let evidence = Field<String>(
    "evidence", .text, since: ["assessed"], "Where that is documented.")
  package static let must = Field<Bool>("must", .boolean, "Without it there is no go.")
  package static let owner = Field<String>("owner", .role, "Who answers for it.")

  package static let schema = EntitySchema(
    nested: "readiness item",
    [
      FieldSpec("id", .identifier, "By which the gate names it."),
      area.spec,
      criterion.spec,
      threshold.spec,
      direction.spec,
      unit.spec,
      actual.spec,
      FieldSpec("assessed", .day, isFact: true, "When it was found."),
      evidence.spec,
      must.spec,
      owner.spec,
    ])
}
