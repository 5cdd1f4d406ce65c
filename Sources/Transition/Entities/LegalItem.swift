// A place that the law wants filled: a question, an owner, a day. Never advice.

package enum LegalItem: Entity {
  package static let regime = Field<String>("regime", .choice(regimes), .required, "What it is about.")
  package static let country = Field<String>("country", .country, .expected, "The country.")
  package static let status = Field<String>(
    "status", .choice(["open", "not-applicable", "in-progress", "done"]), .expected, since: ["statusSince"],
    "Where it stands.")

  package static let regimes = [
    "gdpr-28", "gdpr-35", "gdpr-transfer", "tupe", "social-clause", "works-council", "union-negotiation",
    "accessibility",
    "ai-transparency", "call-location", "call-recording", "worker-monitoring", "working-time", "number-register",
    "consumer-hotline", "e-mail-marketing", "ip", "sector", "other",
  ]

  package static let schema = EntitySchema(
    "legal item", collection: "legalItems", audience: .team, isNeverPublic: true,
    "A question for counsel, with an owner and a day.",
    [
      .id,
      regime.spec,
      country.spec,
      FieldSpec("question", .localized, .expected, "The question."),
      status.spec,
      FieldSpec("statusSince", .day, isFact: true, "Since when the status holds."),
      FieldSpec("due", .either(.day, .record(Anchor.schema)), "By when: a day, or a distance from a milestone."),
      FieldSpec("owner", .role, .expected, "Who sees to it."),
      FieldSpec("adviser", .text, "Who is asked."),
      FieldSpec("evidence", .text, since: ["statusSince"], "Where the answer is."),
    ])
}
