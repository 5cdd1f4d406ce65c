// A stakeholder: who is affected, where they stand and where they need to stand.

package import Languages

package enum Stakeholder: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "Who they are.")
  package static let current = Field<String>("current", .choice(levels), .expected, "Where they stand.")
  package static let desired = Field<String>("desired", .choice(levels), .expected, "Where they need to stand.")
  package static let power = Field<FixedDecimal>("power", .grade, .expected, "1 little to 5 much.")
  package static let interest = Field<FixedDecimal>("interest", .grade, .expected, "1 little to 5 much.")
  package static let party = Field<String>("party", .party, "The party they belong to.")
  package static let voice = Field<LocalizedText>("voice", .localized, "How they make themselves heard.")
  package static let action = Field<LocalizedText>("action", .markdown, "What is done to get there.")
  package static let owner = Field<String>("owner", .role, .expected, "Who does it.")
  package static let champion = Field<Bool>("champion", .boolean, "Speaks for the transition.")

  /// From against to leading; PMBOK's levels of engagement.
  package static let levels = ["unaware", "resistant", "neutral", "supportive", "leading"]

  package static let schema = EntitySchema(
    "stakeholder", collection: "stakeholders", topics: ["S1.2", "S1.9"], audience: .team, isNeverPublic: true,
    "Who is affected by the transition, or can affect it.",
    [
      .id,
      name.spec,
      FieldSpec("segment", .text, "The group they belong to."),
      party.spec,
      FieldSpec("need", .markdown, "What they need."),
      voice.spec,
      FieldSpec("concern", .markdown, "What worries them."),
      current.spec,
      desired.spec,
      power.spec,
      interest.spec,
      action.spec,
      owner.spec,
      champion.spec,
    ])
}
