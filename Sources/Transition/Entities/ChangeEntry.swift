// A line of the change log.

package enum ChangeEntry: Entity {
  package static let schema = EntitySchema(
    "change", collection: "changeLog", audience: .internal, happens: "date",
    "What was changed in the plan, and who approved it.",
    [
      FieldSpec("date", .day, .required, isFact: true, "When."),
      FieldSpec("what", .localized, .expected, "What was changed."),
      FieldSpec("why", .localized, "Why."),
      FieldSpec("requestedBy", .role, "Who asked."),
      FieldSpec("approvedBy", .role, "Who approved."),
      FieldSpec("affects", .list(.text), "Records it changes."),
      FieldSpec("version", .text, "The version since."),
    ])
}
