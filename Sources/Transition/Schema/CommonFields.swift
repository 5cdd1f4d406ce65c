// Fields that a record of any kind may have.

package import Languages

/// Fields that every record may have.
package enum CommonFields {
  package static let id = Field<String>("id", .identifier, "The record's id, by which others name it.")
  package static let owner = Field<String>("owner", .reference(["roles"]), "The role that answers for the record.")
  package static let tags = Field<[String]>("tags", .list(.text), "Words to find the record by.")
  package static let reviewBy = Field<Day>("reviewBy", .day, "The day by which the record is looked at again.")
  package static let forParties = Field<[String]>(
    "forParties", .list(.party), "Providers that may see the record in their edition.")
  package static let embargoUntil = Field<Day>(
    "embargoUntil", .day, "Before this day nobody outside the team sees the record.")
  package static let source = Field<String>("source", .text, audience: .team, "Where the fact is documented.")
  package static let note = Field<LocalizedText>("note", .markdown, audience: .team, "A note for the team.")
  package static let proposed = Field<Bool>("proposed", .boolean, "Made by the tool, not yet confirmed by a person.")
  package static let audience = Field<String>("audience", .audience, "Narrows who may see the record.")
  package static let publish = Field<Bool>("publish", .boolean, "Opens the record to everyone; needs a reason.")
  package static let publishReason = Field<LocalizedText>(
    "publishReason", .localized, audience: .team, "Why the record may be public.")

  /// An entity's own fields with those of these that it does not declare itself; the id leads.
  static func completing(_ own: [FieldSpec]) -> [FieldSpec] {
    let lacking = all.filter { common in !own.contains { $0.name == common.name } }
    return lacking.filter { $0.name == "id" } + own + lacking.filter { $0.name != "id" }
  }

  package static let all: [FieldSpec] = [
    id.spec, owner.spec, tags.spec, reviewBy.spec, forParties.spec, embargoUntil.spec, source.spec, note.spec,
    proposed.spec,
    audience.spec, publish.spec, publishReason.spec,
  ]
}

extension FieldSpec {
  /// The id of an entity that others refer to.
  static let id = FieldSpec("id", .identifier, .expected, CommonFields.id.spec.summary)
}
