// A lesson: what happened, why, and what to do next time.

package enum Lesson: Entity {
  package static let schema = EntitySchema(
    "lesson", collection: "lessons", audience: .team, happens: "when",
    "What to do otherwise next time.",
    [
      .id,
      FieldSpec("when", .day, isFact: true, "When it was learned."),
      FieldSpec("phase", .reference(["phases"]), "In which phase."),
      FieldSpec("what", .localized, .required, "What happened."),
      FieldSpec("cause", .localized, "Why."),
      FieldSpec("recommendation", .localized, .expected, "What to do."),
      FieldSpec("reuse", .boolean, "Holds for other projects, too."),
    ])
}
