// A handover pack: the document that is signed.

package import Languages

package enum HandoverPack: Entity {
  package static let milestone = Field<String>(
    "milestone", .reference(["milestones"]), .required, "The milestone it belongs to.")
  package static let parties = Field<[String]>("parties", .list(.party), .expected, "Between whom.")
  package static let prevailingLanguage = Field<String>(
    "prevailingLanguage", .language, .expected, "The language that counts.")
  package static let contractRef = Field<String>("contractRef", .text, "The contract.")
  package static let precedence = Field<LocalizedText>("precedence", .localized, "What it does not change.")
  package static let responsibilityTransfer = Field<[Record]>(
    "responsibilityTransfer", .list(.record(ResponsibilityTransfer.schema)), "When responsibility passes, by wave.")
  package static let acts = Field<[Record]>("acts", .list(.record(Act.schema)), "What is signed.")

  package static let schema = EntitySchema(
    "handover pack", collection: "handoverPacks", audience: .partner,
    "A document that is handed over and signed.",
    [
      .id,
      milestone.spec,
      parties.spec,
      prevailingLanguage.spec,
      contractRef.spec,
      precedence.spec,
      responsibilityTransfer.spec,
      FieldSpec("sections", .list(.record(PackSection.schema)), "Its sections in order."),
      FieldSpec("annexes", .list(.localized), "Its annexes."),
      acts.spec,
    ])
}

package enum ResponsibilityTransfer: Entity {
  package static let wave = Field<String>("wave", .reference(["waves"]), .required, "The wave.")
  package static let at = Field<Moment>("at", .moment, .required, "When.")

  package static let schema = EntitySchema(
    nested: "transfer",
    [
      wave.spec,
      at.spec,
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
  package static let kind = Field<String>(
    "kind", .choice(["handover", "acceptance", "discharge"]), .required, "What it is.")
  package static let wave = Field<String>("wave", .reference(["waves"]), "For this wave only.")
  package static let between = Field<[String]>("between", .list(.party), .expected, "The two parties.")
  package static let milestone = Field<String>(
    "milestone", .reference(["milestones"]), "The milestone at which it is signed.")
  package static let acceptance = Field<[Record]>(
    "acceptance", .list(.record(AcceptanceCriterion.schema)), "What must be met.")
  package static let reservations = Field<[Record]>(
    "reservations", .list(.record(Reservation.schema)), "What is left open.")
  package static let signatories = Field<[String]>("signatories", .list(.role), "Who signs.")
  package static let signed = Field<[Record]>("signed", .list(.record(Signature.schema)), "Who has signed.")

  package static let schema = EntitySchema(
    nested: "act",
    [
      kind.spec,
      wave.spec,
      between.spec,
      milestone.spec,
      acceptance.spec,
      reservations.spec,
      signatories.spec,
      signed.spec,
    ])
}

package enum AcceptanceCriterion: Entity {
  package static let criterion = Field<LocalizedText>("criterion", .localized, .required, "What must be true.")
  package static let kpi = Field<String>("kpi", .reference(["kpis"]), "The indicator that shows it.")
  package static let threshold = Field<AnyValue>("threshold", .figure, "From which value on.")
  package static let period = Field<String>("period", .text, "Measured over.")
  package static let evidence = Field<String>("evidence", .text, "Where that is documented.")

  package static let schema = EntitySchema(
    nested: "acceptance criterion",
    [
      criterion.spec,
      kpi.spec,
      threshold.spec,
      period.spec,
      evidence.spec,
    ])
}

package enum Reservation: Entity {
  package static let text = Field<LocalizedText>("text", .localized, .required, "What is open.")
  package static let owner = Field<String>("owner", .role, "Who does it.")
  package static let due = Field<Day>("due", .day, "By when.")
  package static let consequence = Field<LocalizedText>("consequence", .localized, "What follows otherwise.")
  package static let closedOn = Field<Day>("closedOn", .day, isFact: true, "The day it was closed.")

  package static let schema = EntitySchema(
    nested: "reservation",
    [
      text.spec,
      owner.spec,
      due.spec,
      consequence.spec,
      closedOn.spec,
    ])
}

package enum Signature: Entity {
  package static let role = Field<String>("role", .role, .required, "In which role.")
  package static let name = Field<String>("name", .text, audience: .team, "Typed at signing.")
  package static let authority = Field<String>("authority", .text, "By what right.")
  package static let date = Field<Day>("date", .day, .required, isFact: true, "When.")
  package static let evidence = Field<String>("evidence", .text, "Where it is kept.")

  package static let schema = EntitySchema(
    nested: "signature", happens: "date",
    [
      role.spec,
      name.spec,
      authority.spec,
      date.spec,
      FieldSpec("versionHash", .text, "The digest of what was signed."),
      evidence.spec,
    ])
}
