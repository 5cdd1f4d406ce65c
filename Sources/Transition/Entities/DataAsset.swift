// Data that a party holds and gives back or deletes.

package import Languages

package enum DataAsset: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "What it is.")
  package static let personalData = Field<Bool>("personalData", .boolean, "Whether persons can be known from it.")
  package static let returnOrDelete = Field<String>(
    "returnOrDelete", .choice(["return", "delete"]), "What becomes of it.")

  package static let schema = EntitySchema(
    "data asset", collection: "dataAssets", audience: .partner, isNeverPublic: true,
    "Data that a party holds, and what becomes of it.",
    [
      name.spec,
      personalData.spec,
      FieldSpec("categories", .list(.text), "Kinds of data."),
      FieldSpec("holder", .party, "Who has it."),
      FieldSpec("transferMethod", .text, "How it is handed over."),
      FieldSpec("volume", .text, "How much."),
      FieldSpec("reconciliation", .localized, "How one sees that all is there."),
      returnOrDelete.spec,
      FieldSpec("due", .day, .expected, "By when."),
      FieldSpec("returned", .day, isFact: true, "The day it was done."),
      FieldSpec("certificate", .text, since: ["returned"], "What proves it."),
      FieldSpec("retainedUntil", .day, "The day until which it must be kept."),
    ])
}
