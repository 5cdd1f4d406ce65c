// People whose employment may pass to another company.

package enum StaffTransfer: Entity {
  package static let schema = EntitySchema(
    "staff transfer", collection: "staffTransfers", audience: .restricted, isNeverPublic: true,
    "People whose employment may pass on.",
    [
      FieldSpec("market", .country, .required, "The country."),
      FieldSpec("headcountInScope", .count, "How many are concerned."),
      FieldSpec("regime", .reference(["legalItems"]), "The legal item."),
      FieldSpec("consultationClosed", .day, isFact: true, "The day the consultation ended."),
      FieldSpec("objectionUntil", .day, "The last day to object."),
      FieldSpec("transferring", .count, since: ["consultationClosed"], "How many pass on."),
      FieldSpec("decision", .reference(["decisions"]), "The decision."),
    ])
}
