// A level of the escalation path, with both parties side by side.

package import Languages

package enum EscalationLevel: Entity {
  package static let level = Field<FixedDecimal>("level", .integer(1...9), .required, "1 is the first.")
  package static let provider = Field<String>("provider", .party, "With this provider.")
  package static let clientRole = Field<String>("clientRole", .role, .expected, "Who on the client's side.")
  package static let providerRole = Field<String>("providerRole", .role, .expected, "Who on the provider's side.")
  package static let trigger = Field<LocalizedText>("trigger", .localized, .expected, "When it is called.")
  package static let respondWithin = Field<String>(
    "respondWithin", .duration, .expected, "Business time until an answer.")
  package static let resolveWithin = Field<String>("resolveWithin", .duration, "Business time until a solution.")
  package static let channel = Field<String>("channel", .text, audience: .internal, "How it is called.")

  package static let schema = EntitySchema(
    "escalation level", collection: "escalationLevels", topics: ["S0.9"], audience: .partner,
    "Who is called when, on both sides.",
    [
      level.spec,
      provider.spec,
      clientRole.spec,
      providerRole.spec,
      trigger.spec,
      respondWithin.spec,
      resolveWithin.spec,
      channel.spec,
    ])
}
