// A source of knowledge: who or what knows how a process works.

package enum KTSource: Entity {
  package static let process = Field<String>("process", .reference(["processes"]), .required, "The process.")

  package static let schema = EntitySchema(
    "knowledge source", collection: "ktSources", audience: .partner,
    "Who or what knows how a process works.",
    [
      process.spec,
      FieldSpec("kind", .choice(["person-role", "document", "system", "recording"]), .expected, "What it is."),
      FieldSpec("authoritative", .boolean, "Decides when sources differ."),
      FieldSpec("trust", .integer(1...3), "1 doubtful to 3 sure."),
      FieldSpec("where", .localized, "Where it is found."),
      FieldSpec("knowledge", .choice(["explicit", "implicit", "tacit"]), "Written, shown or in heads."),
    ])
}
