// A term of the site's glossary (`content/glossary.yaml`): what it is called in each language, and what it means.

package import Languages

package enum GlossaryTerm: Entity {
  package static let id = Field<String>("id", .identifier, .required, "The term's id.")
  package static let term = Field<LocalizedText>("term", .localized, .required, "What it is called.")
  package static let definition = Field<LocalizedText>("definition", .localized, .expected, "What it means.")
  package static let abbreviation = Field<String>("abbreviation", .text, "Its short form, the same in all languages.")
  package static let avoid = Field<[LocalizedText]>("avoid", .list(.localized), "Words that are not used for it.")
  package static let standardRef = Field<String>("standardRef", .text, "The standard that defines it.")
  package static let seeAlso = Field<[String]>("seeAlso", .list(.reference(["glossary"])), "Related terms.")

  package static let schema = EntitySchema(
    "glossary term", collection: "glossary", topics: ["S2.2"], audience: .public, "A term of the site's glossary.",
    [id.spec, term.spec, definition.spec, abbreviation.spec, avoid.spec, standardRef.spec, seeAlso.spec])
}
