// A forum: a meeting that comes back.

package import Languages

package enum Forum: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "What it is called.")
  package static let cadence = Field<String>("cadence", .choice(cadences), .required, "How often it meets.")
  package static let rrule = Field<String>("rrule", .text, "When exactly, as RFC 5545 writes it.")
  package static let level = Field<String>(
    "level", .choice(["operational", "tactical", "strategic"]), .expected, "The level it works on.")
  package static let duration = Field<String>("duration", .duration, "How long it lasts.")
  package static let chair = Field<String>("chair", .role, .expected, "Who leads it.")
  package static let members = Field<[String]>("members", .list(.role), .expected, "Who takes part.")
  package static let agenda = Field<[LocalizedText]>("agenda", .list(.localized), "What is spoken about.")
  package static let decisionRights = Field<LocalizedText>("decisionRights", .markdown, "What it may decide.")
  package static let from = Field<Day>("from", .day, "First day.")
  package static let to = Field<Day>("to", .day, "Last day.")

  package static let cadences = ["daily", "weekly", "biweekly", "monthly", "quarterly"]

  package static let schema = EntitySchema(
    "forum", collection: "forums", topics: ["S0.4", "S0.9", "S2.5", "S3.12"], audience: .partner,
    "A meeting that comes back, and what it may decide.",
    [
      .id,
      name.spec,
      cadence.spec,
      rrule.spec,
      level.spec,
      duration.spec,
      chair.spec,
      members.spec,
      agenda.spec,
      FieldSpec(
        "inputs", .list(.anyOf([.reference(["kpis"]), .page])), "What lies on the table: indicators or pages."),
      FieldSpec("outputs", .list(.localized), "What comes of it."),
      decisionRights.spec,
      from.spec,
      to.spec,
      FieldSpec("tool", .text, audience: .internal, "The address of its board or call."),
    ])
}
