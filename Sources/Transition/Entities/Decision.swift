// A decision: what was decided, by whom, on what grounds; or what is asked for, and by when.

package import Languages

package enum Decision: Entity {
  package static let title = Field<LocalizedText>("title", .localized, .required, "What was decided.")
  package static let date = Field<Day>("date", .day, .expected, isFact: true, "When.")
  package static let due = Field<Day>("due", .day, "The day by which it is to be taken, while it is open.")
  package static let forum = Field<String>("forum", .reference(["forums"]), "Where.")
  package static let by = Field<[String]>("by", .list(.role), .expected, "By whom.")
  package static let options = Field<[LocalizedText]>(
    "options", .list(.localized), "What there was to choose from.")
  package static let rationale = Field<LocalizedText>("rationale", .markdown, "Why.")
  package static let basis = Field<String>("basis", .choice(["fact", "assumption"]), "What it rests on.")
  package static let reversible = Field<Bool>("reversible", .boolean, "Whether it can be taken back.")
  package static let supersedes = Field<String>("supersedes", .reference(["decisions"]), "The decision it replaces.")
  package static let affects = Field<[String]>("affects", .list(.text), "Records it changes.")

  package static let schema = EntitySchema(
    "decision", collection: "decisions", topics: ["S0.3", "S0.9", "S1.6"], audience: .team, happens: "date",
    "What was decided, by whom and why.",
    [
      .id,
      title.spec,
      date.spec,
      due.spec,
      forum.spec,
      by.spec,
      options.spec,
      rationale.spec,
      basis.spec,
      reversible.spec,
      supersedes.spec,
      affects.spec,
    ])
}
