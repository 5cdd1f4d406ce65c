// A provider of customer service: who hands over, who takes over, who bids.

package import Languages

package enum Provider: Entity {
  package static let side = Field<String>(
    "side", .choice(["outgoing", "incoming", "internal", "candidate", "retained"]), .required,
    "Its part in the transition.")
  package static let publicName = Field<LocalizedText>("publicName", .localized, "What customers may call it.")
  package static let informedOn = Field<Day>(
    "informedOn", .day, "The day it was told; its edition shows nothing before.")
  package static let legalName = Field<String>("legalName", .text, "The name in its register.")

  package static let otherClientSeasons = Field<[Record]>(
    "otherClientSeasons", .list(.record(ClientSeason.schema)), audience: .internal,
    "When its other clients have their peaks.")

  package static let schema = EntitySchema(
    "provider", collection: "providers", topics: ["S3.4", "S3.11", "S4.2"], audience: .partner,
    "A company that answers customers, or could.",
    [
      .id,
      side.spec,
      legalName.spec,
      publicName.spec,
      informedOn.spec,
      FieldSpec("sites", .list(.record(ProviderSite.schema)), "Where its people sit."),
      FieldSpec("contractRefs", .list(.text), audience: .internal, "The contracts with it, by their reference."),
      FieldSpec("certifications", .list(.record(Certification.schema)), "What it is certified for."),
      otherClientSeasons.spec,
      FieldSpec(
        "capacity", .record(ProviderCapacity.schema), audience: .internal, "What it can staff, and how that is known."),
      FieldSpec("contacts", .list(.reference(["roles"])), "Its roles to talk to."),
    ])
}

/// A place of work of a provider.
package enum ProviderSite: Entity {
  package static let schema = EntitySchema(
    nested: "site",
    [
      FieldSpec("city", .text, .required, "The town."),
      FieldSpec("country", .country, .expected, "ISO 3166."),
      FieldSpec("languages", .list(.language), "Spoken there."),
      FieldSpec("delivery", .choice(["onshore", "nearshore", "offshore"]), "How far from the customers."),
      FieldSpec("eu", .boolean, "Inside the European Union."),
    ])
}

package enum Certification: Entity {
  package static let schema = EntitySchema(
    nested: "certification",
    [
      FieldSpec("name", .text, .required, "The standard."),
      FieldSpec("validTo", .day, "Its last day."),
    ])
}

/// A peak of other clients of a provider.
package enum ClientSeason: Entity {
  package static let months = Field<[FixedDecimal]>(
    "months", .list(.integer(1...12)), .required, "Months of the peak, 1 to 12.")
  package static let share = Field<FixedDecimal>("share", .percent, "Share of its people then bound, percent.")

  package static let schema = EntitySchema(
    nested: "season",
    [
      months.spec,
      share.spec,
    ])
}

package enum ProviderCapacity: Entity {
  package static let schema = EntitySchema(
    nested: "capacity",
    [
      FieldSpec("fte", .number(0...100_000), .required, "Full-time equivalents."),
      FieldSpec("evidence", .text, "How that is known."),
    ])
}
