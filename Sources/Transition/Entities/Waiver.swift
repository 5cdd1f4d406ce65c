// A finding that somebody accepts for a while, with a reason.

package import Languages

package enum Waiver: Entity {
  package static let rule = Field<String>("rule", .text, .required, "The rule: V40.")
  package static let record = Field<String>(
    "record", .text, .expected, "The id of the record that the finding is about.")
  package static let reason = Field<LocalizedText>("reason", .localized, .expected, "Why it is accepted.")
  package static let by = Field<String>("by", .role, .expected, "Who accepts it.")
  package static let until = Field<Day>("until", .day, .expected, "The last day on which it holds.")

  package static let schema = EntitySchema(
    "waiver", collection: "waivers", audience: .team,
    "A finding that is accepted until a day.",
    [
      rule.spec,
      record.spec,
      reason.spec,
      by.spec,
      until.spec,
    ])
}
