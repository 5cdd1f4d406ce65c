// A role: who does or answers for something. Roles, never names of persons.

package import Languages

package enum Role: Entity {
  package static let id = Field<String>("id", .identifier, .expected, "The role's id.")
  package static let title = Field<LocalizedText>("title", .localized, .required, "What the role is called.")
  package static let party = Field<String>("party", .party, .expected, "`client`, or the id of a provider.")
  package static let responsibilities = Field<LocalizedText>("responsibilities", .markdown, "What it answers for.")
  package static let mandate = Field<LocalizedText>("mandate", .localized, audience: .team, "What it may decide.")
  package static let backup = Field<String>("backup", .reference(["roles"]), "Who stands in.")
  package static let allocation = Field<FixedDecimal>("allocation", .number(0...100), "Share of full time, percent.")
  package static let from = Field<Day>("from", .day, "First day in the role.")
  package static let to = Field<Day>("to", .day, "Last day in the role.")
  package static let contactChannel = Field<String>("contactChannel", .text, audience: .internal, "How it is reached.")

  package static let schema = EntitySchema(
    "role", collection: "roles", topics: ["S0.3", "S1.5"], audience: .partner,
    "Who does or answers for something; never a person.",
    [
      id.spec, title.spec, party.spec, responsibilities.spec, mandate.spec, backup.spec, allocation.spec, from.spec,
      to.spec, contactChannel.spec,
    ])
}
