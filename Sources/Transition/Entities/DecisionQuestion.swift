// A question of the decision guide: what an answer to it means.

package import Languages

package enum DecisionQuestion: Entity {
  package static let section = Field<LocalizedText>("section", .localized, .required, "The part of the guide.")
  package static let text = Field<LocalizedText>("text", .localized, .expected, "The question.")
  package static let help = Field<LocalizedText>("help", .markdown, "How to find the answer.")
  package static let kind = Field<String>(
    "kind", .choice(["yes-no", "scale", "choice", "text"]), .expected, "What an answer is.")
  package static let options = Field<[Record]>("options", .list(.record(AnswerOption.schema)), "The answers there are.")
  package static let effect = Field<ValueMap>(
    "effect", .map(.text), "What an answer does: go, caution, to-do, stop or +n.")
  package static let conditions = Field<[Record]>(
    "conditions", .list(.record(EffectCondition.schema)), "What an answer does together with another one or a motive.")
  package static let motive = Field<String>("motive", .choice(Objective.motives), "Asked only when this is a motive.")

  package static let schema = EntitySchema(
    "question", collection: "decisionGuide",
    topics: [
      "S0.0", "S1.11", "S3.0", "S3.1", "S3.2", "S3.3", "S3.4", "S3.5", "S3.6", "S3.7", "S3.8", "S3.9", "S3.10", "S3.11",
      "S3.12", "S4.2",
    ], audience: .public,
    "A question to answer before deciding.",
    [
      .id,
      section.spec,
      text.spec,
      help.spec,
      kind.spec,
      options.spec,
      effect.spec,
      conditions.spec,
      motive.spec,
      FieldSpec("sourceRef", .text, "Where the question comes from."),
    ])
}

package enum AnswerOption: Entity {
  package static let id = Field<String>("id", .text, .required, "The answer as it is written.")
  package static let text = Field<LocalizedText>("text", .localized, "What it says.")

  package static let schema = EntitySchema(
    nested: "option",
    [
      id.spec,
      text.spec,
    ])
}

/// An effect that holds only together with something else.
package enum EffectCondition: Entity {
  package static let answer = Field<String>("answer", .text, .required, "The answer to this question.")
  package static let question = Field<String>("question", .reference(["decisionGuide"]), "Another question …")
  package static let equals = Field<String>("equals", .text, "… and the answer to it.")
  package static let motive = Field<String>("motive", .choice(Objective.motives), "Or a motive of the project.")
  package static let effect = Field<String>(
    "effect", .choice(["go", "caution", "to-do", "stop"]), .required, "What follows.")

  package static let schema = EntitySchema(
    nested: "condition",
    [
      answer.spec,
      question.spec,
      equals.spec,
      motive.spec,
      effect.spec,
    ])
}
