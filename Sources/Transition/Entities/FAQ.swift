// A question of customers or agents, with its answer.

package enum FAQ: Entity {
  package static let agents = Field<Bool>("agents", .boolean, "For the incoming provider's agents, too.")

  package static let schema = EntitySchema(
    "faq", collection: "faqs", topics: ["S0.8"], audience: .internal, declaresAudience: true,
    "A question that is asked often.",
    [
      .id,
      FieldSpec("question", .localized, .required, "The question."),
      FieldSpec("answer", .markdown, .expected, "The answer."),
      agents.spec,
      FieldSpec("category", .text, "The topic."),
      FieldSpec("order", .integer(0...10_000), "Its place."),
      FieldSpec(
        "related", .list(.anyOf([.reference(["notices", "processes"]), .page])), "Notices, processes or pages."),
      FieldSpec("validFrom", .day, "First day."),
      FieldSpec("validTo", .day, "Last day."),
      FieldSpec("owner", .role, .expected, "Who keeps it true."),
      FieldSpec("reviewBy", .day, .expected, "The day by which it is looked at again."),
    ])
}
