// A competence that the people who answer need.

package enum Competence: Entity {
  package static let schema = EntitySchema(
    "competence", collection: "competences", topics: ["S2.4"], audience: .internal,
    "What the people who answer must be able to do.",
    [
      .id,
      FieldSpec("name", .localized, .required, "What it is."),
      FieldSpec("kind", .choice(["soft", "technical"]), .expected, "Which kind."),
      FieldSpec("requiredLevel", .map(.grade), "The level needed, by role, 1 to 5."),
      FieldSpec("assessedBy", .role, "Who judges it."),
      FieldSpec("result", .localized, "What was found."),
    ])
}
