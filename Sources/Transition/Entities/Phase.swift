// A phase of the transition: a stretch of the plan with one aim.

package import Languages

package enum Phase: Entity {
  package static let id = Field<String>("id", .identifier, .expected, "The phase's id.")
  package static let name = Field<LocalizedText>("name", .localized, .required, "What the phase is called.")
  package static let kind = Field<String>("kind", .choice(kinds), .expected, "Which stage of a transition it is.")
  package static let start = Field<Day>("start", .day, .expected, "First day.")
  package static let end = Field<Day>("end", .day, .expected, "Last day.")
  package static let goal = Field<LocalizedText>("goal", .localized, "What is true when it is over.")
  package static let entryCriteria = Field<[LocalizedText]>("entryCriteria", .list(.localized), "Before it may begin.")
  package static let exitCriteria = Field<[LocalizedText]>("exitCriteria", .list(.localized), "Before it may end.")
  package static let contingency = Field<LocalizedText>("contingency", .markdown, "What is done if it slips.")

  /// In the order in which a transition goes through them.
  package static let kinds = [
    "decide", "select", "contract", "plan", "transfer", "test", "go-live", "stabilise", "operate", "exit",
  ]

  package static let schema = EntitySchema(
    "phase", collection: "phases", topics: ["S0.2"], audience: .partner, "A stretch of the plan with one aim.",
    [
      id.spec, name.spec, kind.spec, start.spec, end.spec, goal.spec, entryCriteria.spec, exitCriteria.spec,
      contingency.spec,
    ])
}
