// A topic of the playbook (`content/topics.yaml`): something that it is to teach, and pages name under `covers`.

package import Languages

package enum Topic: Entity {
  package static let ref = Field<String>("ref", .text, .required, "How pages name it under covers: S0.3.")
  package static let title = Field<LocalizedText>("title", .localized, .expected, "What it is, in a few words.")

  package static let schema = EntitySchema(
    "topic", collection: "topics", audience: .internal,
    "Something that the playbook is to teach; the concordance tells where it does.",
    [.id, ref.spec, title.spec])
}
