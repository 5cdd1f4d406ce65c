// A contract with a provider: its days, its price model, its way out.

package import Languages

package enum Contract: Entity {
  package static let provider = Field<String>("provider", .party, .required, "With whom.")
  package static let kind = Field<String>(
    "kind", .choice(["framework", "work-order", "dpa", "nda", "exit-agreement"]), .expected, "What it is.")
  package static let signed = Field<Day>("signed", .day, isFact: true, "The day it was signed.")
  package static let start = Field<Day>("start", .day, .expected, "First day.")
  package static let end = Field<Day>("end", .day, .expected, "Last day.")
  package static let exitUntil = Field<Day>("exitUntil", .day, "The last day of that help.")

  package static let schema = EntitySchema(
    "contract", collection: "contracts", topics: ["S2.2", "S4.3", "S4.4"], audience: .restricted, isNeverPublic: true,
    "What is agreed with a provider, and until when.",
    [
      .id,
      provider.spec,
      kind.spec,
      signed.spec,
      start.spec,
      end.spec,
      FieldSpec("noticePeriod", .duration, "How long before its end notice is given."),
      FieldSpec("noticeBy", .day, "The last day for that."),
      FieldSpec("noticeServed", .day, isFact: true, "The day notice was given."),
      FieldSpec("renewal", .localized, "How it goes on by itself."),
      FieldSpec("volumeBand", .percent, "Band around the volume, percent."),
      FieldSpec("minVolume", .count, "Contacts paid for in any case."),
      FieldSpec("priceModel", .choice(["hour", "minute", "contact", "fte", "outcome", "mixed"]), "What is paid for."),
      FieldSpec("exitAssistance", .record(ExitAssistance.schema), "Help with leaving."),
      exitUntil.spec,
      FieldSpec("keyClauses", .list(.localized), "What to know of it."),
    ])
}

package enum ExitAssistance: Entity {
  package static let schema = EntitySchema(
    nested: "exit assistance",
    [
      FieldSpec("months", .integer(0...120), .required, "For how long."),
      FieldSpec("rate", .money, "What an hour costs."),
    ])
}
