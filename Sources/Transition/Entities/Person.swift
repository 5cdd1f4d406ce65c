// Who fills a role: an overlay that no public edition has, and a provider reads of its own roles only.

package enum Person: Entity {
  package static let role = Field<String>("role", .role, .required, "The role.")
  package static let name = Field<String>("name", .text, .required, "The name.")
  package static let phone = Field<String>("phone", .text, "The number.")
  package static let email = Field<String>("email", .text, "The address.")

  package static let schema = EntitySchema(
    "person", collection: "people", audience: .partner, isNeverPublic: true,
    "Who fills a role.",
    [role.spec, name.spec, phone.spec, email.spec])
}
