// Access to a system, from the day it is given to the day it is taken away.

package enum AccessItem: Entity {
  package static let schema = EntitySchema(
    "access item", collection: "accessItems", audience: .partner, isNeverPublic: true,
    "Who may use which system, since when.",
    [
      FieldSpec("system", .text, .required, "The system."),
      FieldSpec("who", .either(.party, .list(.text)), "A role, a provider or the client."),
      FieldSpec("level", .text, "What it allows."),
      FieldSpec("grantedOn", .day, isFact: true, "The day it was given."),
      FieldSpec("revokedOn", .day, isFact: true, "The day it was taken away."),
      FieldSpec("secretRef", .text, audience: .team, "Where the secret is kept; never the secret."),
    ])
}
