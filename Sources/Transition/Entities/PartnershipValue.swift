// Values and the criteria of the partnership that follow from them.

package import Languages

package enum PartnershipValue: Entity {
  package static let statement = Field<LocalizedText>("statement", .localized, .required, "The value in a sentence.")
  package static let agreedOn = Field<Day>("agreedOn", .day, isFact: true, "When it was agreed.")
  package static let sharedWithProvider = Field<Day>(
    "sharedWithProvider", .day, isFact: true, "When the provider was told.")

  /// When it was agreed, by whom, and when the provider was told.
  fileprivate static let agreement = [
    FieldSpec("agreedBy", .list(.reference(["stakeholders"])), audience: .team, "Who agreed."), agreedOn.spec,
    sharedWithProvider.spec,
  ]

  package static let schema = EntitySchema(
    "value", collection: "values", topics: ["S1.3"], audience: .internal,
    opening: (sharedWithProvider.spec.name, .partner),
    "A value that the client holds to.",
    [.id, statement.spec] + agreement)
}

package enum PartnershipCriterion: Entity {
  package static let statement = Field<LocalizedText>(
    "statement", .localized, .required, "The criterion in a sentence.")

  package static let schema = EntitySchema(
    "partnership criterion", collection: "partnershipCriteria", topics: ["S1.3"], audience: .internal,
    opening: (PartnershipValue.sharedWithProvider.spec.name, .partner),
    "What the partnership is judged by.",
    [.id, statement.spec] + PartnershipValue.agreement)
}
