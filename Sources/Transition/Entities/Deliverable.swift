// A deliverable: what is produced, who accepts it and by which criteria.

package import Languages

package enum Deliverable: Entity {
  package static let title = Field<LocalizedText>("title", .localized, .required, "What it is.")
  package static let producer = Field<String>("producer", .role, .expected, "Who makes it.")
  package static let acceptanceCriteria = Field<[LocalizedText]>(
    "acceptanceCriteria", .list(.localized), "What it is accepted by.")
  package static let due = Field<Day>("due", .day, .expected, "By when.")
  package static let accepted = Field<Day>("accepted", .day, isFact: true, "The day it was accepted.")

  package static let schema = EntitySchema(
    "deliverable", collection: "deliverables", topics: ["S0.2"], audience: .partner,
    "What somebody produces and somebody else accepts.",
    [
      .id,
      title.spec,
      FieldSpec("description", .markdown, "What it holds."),
      producer.spec,
      FieldSpec("acceptedBy", .role, .expected, "Who accepts it."),
      acceptanceCriteria.spec,
      due.spec,
      accepted.spec,
      FieldSpec("version", .text, "Its version."),
      FieldSpec("file", .text, "Its file below content."),
      FieldSpec("link", .text, "Its address."),
    ])
}
