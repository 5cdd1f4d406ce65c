// A thing of value that changes hands: numbers, domains, recordings.

package enum Asset: Entity {
  package static let schema = EntitySchema(
    "asset", collection: "assets", audience: .team, isNeverPublic: true,
    partyFields: ["id", "kind", "name", "legalOwner", "holder", "transferTo", "due", "done"],
    "What changes hands beside people and data.",
    [
      FieldSpec(
        "kind", .choice(["number", "domain", "mailbox", "social", "licence", "recordings", "knowledge-base", "ivr"]),
        .required, "What it is."),
      FieldSpec("name", .localized, "What it is called."),
      FieldSpec("legalOwner", .localized, .expected, "Whose it is by law."),
      FieldSpec("holder", .party, .expected, "Who has it."),
      FieldSpec("transferTo", .party, "Who gets it."),
      FieldSpec("due", .day, "By when."),
      FieldSpec("done", .day, isFact: true, "The day it was done."),
    ])
}
