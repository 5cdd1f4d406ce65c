// A stakeholder: who is affected, where they stand and where they need to stand.

package import Languages

package enum Stakeholder: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "Who they are.")
  package static let current = Field<String>("current", .choice(levels), .expected, "Where they stand.")
  package static let desired = Field<String>("desired", .choice(levels), .expected, "Where they need to stand.")
  package static let power = Field<FixedDecimal>("power", .grade, .expected, "1 little to 5 much.")

  /// From against to leading; PMBOK's levels of engagement.
  package static let levels = ["unaware", "resistant", "neutral", "supportive", "leading"]

  package static let schema = EntitySchema(
    "stakeholder", collection: "stakeholders", audience: .team, isNeverPublic: true,
    "Who is affected by the transition, or can affect it.",
    [
      .id,
      name.spec,
      FieldSpec("segment", .text, "The group they belong to."),
      FieldSpec("party", .party, "The party they belong to."),
      FieldSpec("need", .markdown, "What they need."),
      FieldSpec("voice", .localized, "How they make themselves heard."),
      FieldSpec("concern", .markdown, "What worries them."),
      current.spec,
      desired.spec,
      power.spec,
      FieldSpec("interest", .grade, .expected, "1 little to 5 much."),
      FieldSpec("action", .markdown, "What is done to get there."),
      FieldSpec("owner", .role, .expected, "Who does it."),
      FieldSpec("champion", .boolean, "Speaks for the transition."),
    ])
}
