// What the transition does to a department.

package import Languages

package enum Impact: Entity {
  package static let department = Field<String>("department", .text, .required, "The department.")
  package static let process = Field<String>("process", .reference(["processes"]), "By which process.")
  package static let effect = Field<LocalizedText>("effect", .markdown, .expected, "What changes for it.")
  package static let severity = Field<FixedDecimal>("severity", .grade, .expected, "1 slight to 5 severe.")
  package static let action = Field<LocalizedText>("action", .localized, "What is done about it.")
  package static let owner = Field<String>("owner", .role, "Who does it.")
  package static let consulted = Field<Bool>("consulted", .boolean, .expected, "Whether it was asked.")
  package static let date = Field<Day>("date", .day, "When it was asked.")

  package static let schema = EntitySchema(
    "impact", collection: "impacts", topics: ["S1.4", "S3.10"], audience: .internal,
    "What the transition does to the daily work of a department.",
    [
      department.spec,
      process.spec,
      effect.spec,
      severity.spec,
      action.spec,
      owner.spec,
      consulted.spec,
      date.spec,
    ])
}
