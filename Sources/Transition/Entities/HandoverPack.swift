// A handover pack: the document that is signed.

package enum HandoverPack: Entity {
  package static let schema = EntitySchema(
    "handover pack", collection: "handoverPacks", audience: .partner,
    "A document that is handed over and signed.",
    [
      .id,
      FieldSpec("milestone", .reference(["milestones"]), .required, "The milestone it belongs to."),
      FieldSpec("parties", .list(.party), .expected, "Between whom."),
      FieldSpec("prevailingLanguage", .language, .expected, "The language that counts."),
      FieldSpec("contractRef", .text, "The contract."),
      FieldSpec("precedence", .localized, "What it does not change."),
      FieldSpec(
        "responsibilityTransfer", .list(.record(ResponsibilityTransfer.schema)), "When responsibility passes, by wave."),
      FieldSpec("sections", .list(.record(PackSection.schema)), "Its sections in order."),
      FieldSpec("annexes", .list(.localized), "Its annexes."),
      FieldSpec("acts", .list(.record(Act.schema)), "What is signed."),
    ])
}

package enum ResponsibilityTransfer: Entity {
  package static let schema = EntitySchema(
    nested: "transfer",
    [
      FieldSpec("wave", .reference(["waves"]), .required, "The wave."),
      FieldSpec("at", .moment, .required, "When."),
    ])
}

package enum PackSection: Entity {
  package static let schema = EntitySchema(
    nested: "section",
    [
      FieldSpec("view", .text, .required, "What is shown."),
      FieldSpec("title", .localized, "Its heading."),
      FieldSpec("text", .markdown, "What stands before it."),
    ])
}

/// Something that is signed.
package enum Act: Entity {
  package static let schema = EntitySchema(
    nested: "act",
    [
      FieldSpec("kind", .choice(["handover", "acceptance", "discharge"]), .required, "What it is."),
      FieldSpec("wave", .reference(["waves"]), "For this wave only."),
      FieldSpec("between", .list(.party), .expected, "The two parties."),
      FieldSpec("milestone", .reference(["milestones"]), "The milestone at which it is signed."),
      FieldSpec("acceptance", .list(.record(AcceptanceCriterion.schema)), "What must be met."),
      FieldSpec("reservations", .list(.record(Reservation.schema)), "What is left open."),
      FieldSpec("signatories", .list(.role), "Who signs."),
      FieldSpec("signed", .list(.record(Signature.schema)), "Who has signed."),
    ])
}

package enum AcceptanceCriterion: Entity {
  package static let schema = EntitySchema(
    nested: "acceptance criterion",
    [
      FieldSpec("criterion", .localized, .required, "What must be true."),
      FieldSpec("kpi", .reference(["kpis"]), "The indicator that shows it."),
      FieldSpec("threshold", .figure, "From which value on."),
      FieldSpec("period", .text, "Measured over."),
      FieldSpec("evidence", .text, "Where that is documented."),
    ])
}

package enum Reservation: Entity {
  package static let schema = EntitySchema(
    nested: "reservation",
    [
      FieldSpec("text", .localized, .required, "What is open."),
      FieldSpec("owner", .role, "Who does it."),
      FieldSpec("due", .day, "By when."),
      FieldSpec("consequence", .localized, "What follows otherwise."),
      FieldSpec("closedOn", .day, isFact: true, "The day it was closed."),
    ])
}

package enum Signature: Entity {
  package static let schema = EntitySchema(
    nested: "signature", happens: "date",
    [
      FieldSpec("role", .role, .required, "In which role."),
      FieldSpec("name", .text, audience: .team, "Typed at signing."),
      FieldSpec("authority", .text, "By what right."),
      FieldSpec("date", .day, .required, isFact: true, "When."),
      FieldSpec("versionHash", .text, "The digest of what was signed."),
      FieldSpec("evidence", .text, "Where it is kept."),
    ])
}
