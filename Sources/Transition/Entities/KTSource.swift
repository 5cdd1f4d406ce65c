// A source of knowledge: who or what knows how a process works.

package import Languages

package enum KTSource: Entity {
  package static let process = Field<String>("process", .reference(["processes"]), .required, "The process.")
  package static let kind = Field<String>(
    "kind", .choice(["person-role", "document", "system", "recording"]), .expected, "What it is.")
  package static let authoritative = Field<Bool>("authoritative", .boolean, "Decides when sources differ.")
  package static let trust = Field<FixedDecimal>("trust", .integer(1...3), "1 doubtful to 3 sure.")
  package static let place = Field<LocalizedText>("where", .localized, "Where it is found.")
  package static let knowledge = Field<String>(
    "knowledge", .choice(["explicit", "implicit", "tacit"]), "Written, shown or in heads.")

  package static let schema = EntitySchema(
    "knowledge source", collection: "ktSources", topics: ["S1.6"], audience: .partner,
    "Who or what knows how a process works.",
    [
      process.spec,
      kind.spec,
      authoritative.spec,
      trust.spec,
      place.spec,
      knowledge.spec,
    ])
}
