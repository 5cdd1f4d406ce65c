// A forum: a meeting that comes back.

package import Languages

package enum Forum: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "What it is called.")

  package static let cadences = ["daily", "weekly", "biweekly", "monthly", "quarterly"]

  package static let schema = EntitySchema(
    "forum", collection: "forums", audience: .partner,
    "A meeting that comes back, and what it may decide.",
    [
      .id,
      name.spec,
      FieldSpec("cadence", .choice(cadences), .required, "How often it meets."),
      FieldSpec("rrule", .text, "When exactly, as RFC 5545 writes it."),
      FieldSpec("level", .choice(["operational", "tactical", "strategic"]), .expected, "The level it works on."),
      FieldSpec("duration", .duration, "How long it lasts."),
      FieldSpec("chair", .role, .expected, "Who leads it."),
      FieldSpec("members", .list(.role), .expected, "Who takes part."),
      FieldSpec("agenda", .list(.localized), "What is spoken about."),
      FieldSpec(
        "inputs", .list(.anyOf([.reference(["kpis"]), .page])), "What lies on the table: indicators or pages."),
      FieldSpec("outputs", .list(.localized), "What comes of it."),
      FieldSpec("decisionRights", .markdown, "What it may decide."),
      FieldSpec("from", .day, "First day."),
      FieldSpec("to", .day, "Last day."),
      FieldSpec("tool", .text, audience: .internal, "The address of its board or call."),
    ])
}
