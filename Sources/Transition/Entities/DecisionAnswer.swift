// An answer to a question of the decision guide.

package import Languages

package enum DecisionAnswer: Entity {
  package static let question = Field<String>("question", .reference(["decisionGuide"]), .required, "The question.")
  package static let process = Field<String>("process", .reference(["processes"]), "For this process only.")
  package static let value = Field<String>("value", .text, "The answer.")
  package static let evidence = Field<LocalizedText>("evidence", .localized, "What it rests on.")
  package static let by = Field<String>("by", .role, "Who answered.")
  package static let date = Field<Day>("date", .day, isFact: true, "When.")
  package static let openQuestion = Field<LocalizedText>(
    "openQuestion", .localized, "A question that the answer leaves open.")
  package static let overruled = Field<Record>(
    "overruled", .record(Overruling.schema), "A stop that the sponsor set aside.")

  package static let schema = EntitySchema(
    "answer", collection: "answers", audience: .restricted, isNeverPublic: true,
    "What was answered, by whom, on what evidence.",
    [
      question.spec,
      process.spec,
      value.spec,
      evidence.spec,
      by.spec,
      date.spec,
      openQuestion.spec,
      overruled.spec,
    ])
}

/// A stop that was set aside, and why.
package enum Overruling: Entity {
  package static let by = Field<String>("by", .role, .required, "Who set it aside.")
  package static let reason = Field<LocalizedText>("reason", .localized, .required, "Why.")

  package static let schema = EntitySchema(
    nested: "overruling",
    [
      by.spec,
      reason.spec,
    ])
}
