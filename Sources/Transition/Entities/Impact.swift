// What the transition does to a department.

package enum Impact: Entity {
  package static let department = Field<String>("department", .text, .required, "The department.")
  package static let consulted = Field<Bool>("consulted", .boolean, .expected, "Whether it was asked.")

  package static let schema = EntitySchema(
    "impact", collection: "impacts", audience: .internal,
    "What the transition does to the daily work of a department.",
    [
      department.spec,
      FieldSpec("process", .reference(["processes"]), "By which process."),
      FieldSpec("effect", .markdown, .expected, "What changes for it."),
      FieldSpec("severity", .grade, .expected, "1 slight to 5 severe."),
      FieldSpec("action", .localized, "What is done about it."),
      FieldSpec("owner", .role, "Who does it."),
      consulted.spec,
      FieldSpec("date", .day, "When it was asked."),
    ])
}
