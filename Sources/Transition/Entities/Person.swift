// Who fills a role: an overlay that no public or partner edition has.

package enum Person: Entity {
  package static let schema = EntitySchema(
    "person", collection: "people", audience: .internal, isNeverPublic: true,
    "Who fills a role.",
    [
      FieldSpec("role", .role, .required, "The role."),
      FieldSpec("name", .text, .required, "The name."),
      FieldSpec("phone", .text, "The number."),
      FieldSpec("email", .text, "The address."),
    ])
}
