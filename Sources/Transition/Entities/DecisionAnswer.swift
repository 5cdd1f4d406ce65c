// An answer to a question of the decision guide.

package enum DecisionAnswer: Entity {
  package static let question = Field<String>("question", .reference(["decisionGuide"]), .required, "The question.")
  package static let process = Field<String>("process", .reference(["processes"]), "For this process only.")
  package static let value = Field<String>("value", .text, "The answer.")
  package static let overruled = Field<Record>(
    "overruled", .record(Overruling.schema), "A stop that the sponsor set aside.")

  package static let schema = EntitySchema(
    "answer", collection: "answers", audience: .restricted, isNeverPublic: true,
    "What was answered, by whom, on what evidence.",
    [
      question.spec,
      process.spec,
      value.spec,
      FieldSpec("evidence", .localized, "What it rests on."),
      FieldSpec("by", .role, "Who answered."),
      FieldSpec("date", .day, isFact: true, "When."),
      overruled.spec,
    ])
}

/// A stop that was set aside, and why.
package enum Overruling: Entity {
  package static let schema = EntitySchema(
    nested: "overruling",
    [
      FieldSpec("by", .role, .required, "Who set it aside."),
      FieldSpec("reason", .localized, .required, "Why."),
    ])
}
