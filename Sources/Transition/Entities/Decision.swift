// A decision: what was decided, by whom, on what grounds.

package import Languages

package enum Decision: Entity {
  package static let title = Field<LocalizedText>("title", .localized, .required, "What was decided.")
  package static let date = Field<Day>("date", .day, .expected, isFact: true, "When.")
  package static let rationale = Field<LocalizedText>("rationale", .markdown, "Why.")
  package static let supersedes = Field<String>("supersedes", .reference(["decisions"]), "The decision it replaces.")

  package static let schema = EntitySchema(
    "decision", collection: "decisions", audience: .team, happens: "date",
    "What was decided, by whom and why.",
    [
      .id,
      title.spec,
      date.spec,
      FieldSpec("forum", .reference(["forums"]), "Where."),
      FieldSpec("by", .list(.role), .expected, "By whom."),
      FieldSpec("options", .list(.localized), "What there was to choose from."),
      rationale.spec,
      FieldSpec("basis", .choice(["fact", "assumption"]), "What it rests on."),
      FieldSpec("reversible", .boolean, "Whether it can be taken back."),
      supersedes.spec,
      FieldSpec("affects", .list(.text), "Records it changes."),
    ])
}
