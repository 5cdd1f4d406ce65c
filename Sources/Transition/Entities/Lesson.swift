// A lesson: what happened, why, and what to do next time.

package import Languages

package enum Lesson: Entity {
  package static let when = Field<Day>("when", .day, isFact: true, "When it was learned.")
  package static let phase = Field<String>("phase", .reference(["phases"]), "In which phase.")
  package static let what = Field<LocalizedText>("what", .localized, .required, "What happened.")
  package static let cause = Field<LocalizedText>("cause", .localized, "Why.")
  package static let recommendation = Field<LocalizedText>("recommendation", .localized, .expected, "What to do.")
  package static let reuse = Field<Bool>("reuse", .boolean, "Holds for other projects, too.")

  package static let schema = EntitySchema(
    "lesson", collection: "lessons", topics: ["S1.10"], audience: .team, happens: "when",
    "What to do otherwise next time.",
    [
      .id, when.spec, phase.spec, what.spec, cause.spec, recommendation.spec, reuse.spec,
    ])
}
