// A corrective or preventive action, or an improvement.

package enum CorrectiveAction: Entity {
  package static let schema = EntitySchema(
    "corrective action", collection: "correctiveActions", topics: ["S0.9", "S1.5"], audience: .internal,
    "What is mended, prevented or improved.",
    [
      .id,
      FieldSpec("title", .localized, .required, "What is done."),
      FieldSpec("kind", .choice(["corrective", "preventive", "improvement"]), .expected, "What it is."),
      FieldSpec("source", .text, "An indicator, an open item or an idea."),
      FieldSpec("owner", .role, .expected, "Who does it."),
      FieldSpec("due", .day, .expected, "By when."),
      FieldSpec("done", .day, isFact: true, "The day it was done."),
      FieldSpec("effect", .localized, since: ["done"], "What it did."),
      FieldSpec("decision", .reference(["decisions"]), "The decision."),
    ])
}
