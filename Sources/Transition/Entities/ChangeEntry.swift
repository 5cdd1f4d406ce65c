// A line of the change log.

package import Languages

package enum ChangeEntry: Entity {
  package static let date = Field<Day>("date", .day, .required, isFact: true, "When.")
  package static let what = Field<LocalizedText>("what", .localized, .expected, "What was changed.")
  package static let why = Field<LocalizedText>("why", .localized, "Why.")
  package static let requestedBy = Field<String>("requestedBy", .role, "Who asked.")
  package static let approvedBy = Field<String>("approvedBy", .role, "Who approved.")
  package static let affects = Field<[String]>("affects", .list(.text), "Records it changes.")
  package static let version = Field<String>("version", .text, "The version since.")

  package static let schema = EntitySchema(
    "change", collection: "changeLog", topics: ["S1.10"], audience: .internal, happens: "date",
    "What was changed in the plan, and who approved it.",
    [
      date.spec, what.spec, why.spec, requestedBy.spec, approvedBy.spec, affects.spec, version.spec,
    ])
}
