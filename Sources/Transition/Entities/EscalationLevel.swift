// A level of the escalation path, with both parties side by side.

package import Languages

package enum EscalationLevel: Entity {
  package static let level = Field<FixedDecimal>("level", .integer(1...9), .required, "1 is the first.")

  package static let schema = EntitySchema(
    "escalation level", collection: "escalationLevels", audience: .partner,
    "Who is called when, on both sides.",
    [
      level.spec,
      FieldSpec("provider", .party, "With this provider."),
      FieldSpec("clientRole", .role, .expected, "Who on the client's side."),
      FieldSpec("providerRole", .role, .expected, "Who on the provider's side."),
      FieldSpec("trigger", .localized, .expected, "When it is called."),
      FieldSpec("respondWithin", .duration, .expected, "Business time until an answer."),
      FieldSpec("resolveWithin", .duration, "Business time until a solution."),
      FieldSpec("channel", .text, audience: .internal, "How it is called."),
    ])
}
