// One field of an entity: a single declaration that decodes it, types it, checks it, hides it and documents it.

package import Languages

/// What a field may hold and how it is written.
package indirect enum FieldKind: Sendable {
  case identifier
  case text
  /// A text per language, or a bare text in the source language.
  case localized
  /// Markdown per language.
  case markdown
  case day
  /// `2026-03`, `2026-Q1`, `2026-W10` or a day.
  case period
  /// A decimal number, digits as written; bounds in whole units.
  case number(ClosedRange<Int>?)
  case integer(ClosedRange<Int>)
  case boolean
  case choice([String])
  /// The id of a record in one of these collections.
  case reference([String])
  case language, country, currency, timeZone
  case audience
  case list(FieldKind)
  case record(EntitySchema)
  case map(FieldKind)
  /// A scalar or a list of the first kind, or a mapping of the second.
  case either(FieldKind, FieldKind)
}

/// How much a record needs a field.
package enum Need: Sendable {
  /// Absence is an error: nothing sensible can be said without it.
  case required
  /// Needed to be meaningful; its absence is a finding about completeness.
  case expected
  case optional
}

/// A field without its Swift type: what the reader, the schema export and the tests walk.
package struct FieldSpec: Sendable {
  package let name: String
  package let kind: FieldKind
  package let need: Need
  /// The widest audience that may see it, where that is narrower than the record's own.
  package let audience: Audience?
  /// The field says what has happened; hidden when that lies after the as-of day.
  package let isFact: Bool
  package let summary: String
}

/// A field with the type of its value, so that `record[Milestone.planned]` is a `Day?`.
package struct Field<Value: FieldValue>: Sendable {
  package let spec: FieldSpec

  package init(
    _ name: String, _ kind: FieldKind, _ need: Need, audience: Audience? = nil, isFact: Bool = false,
    _ summary: String
  ) {
    spec = FieldSpec(name: name, kind: kind, need: need, audience: audience, isFact: isFact, summary: summary)
  }

  /// An optional field.
  package init(
    _ name: String, _ kind: FieldKind, audience: Audience? = nil, isFact: Bool = false, _ summary: String
  ) {
    self.init(name, kind, .optional, audience: audience, isFact: isFact, summary)
  }
}

/// The declaration of an entity: its names, its audience and its fields.
package final class EntitySchema: Sendable {
  package let name: String
  /// The file it stands in: `milestones.yaml`. A single record's file is named after the entity.
  package let collection: String
  package let isSingle: Bool
  /// Who may see a record that says nothing.
  package let audience: Audience
  /// The writer names the audience freely, as at the head of a page; else it can only be narrowed.
  package let declaresAudience: Bool
  /// Never public, whatever a record says.
  package let isNeverPublic: Bool
  package let fields: [FieldSpec]
  /// Fields that everyone may see once the first of them is given: a milestone's public label and its day.
  package let publicFields: [String]
  /// Fields that a provider may see of a record that names it in `forParties`, where the record itself is hidden.
  package let partyFields: [String]
  private let names: [String]
  let required: [FieldSpec]
  /// Where the fields are that reading and selecting ask every record for.
  let positions: Positions

  struct Positions: Sendable {
    let id, audience, publish, publishReason, embargoUntil, proposed: Int?
  }

  package init(
    _ name: String, collection: String, isSingle: Bool = false, audience: Audience, isNeverPublic: Bool = false,
    declaresAudience: Bool = false, publicFields: [String] = [], partyFields: [String] = [], isNested: Bool = false,
    _ fields: [FieldSpec]
  ) {
    self.name = name
    self.collection = collection
    self.isSingle = isSingle
    self.audience = audience
    self.isNeverPublic = isNeverPublic
    self.declaresAudience = declaresAudience
    self.publicFields = publicFields
    self.partyFields = partyFields
    self.fields =
      isNested
      ? fields
      : fields
        + CommonFields.all.filter { common in
          !fields.contains { $0.name == common.name }
        }
    let names = self.fields.map(\.name)
    self.names = names
    required = self.fields.filter { $0.need == .required }
    positions = Positions(
      id: names.firstIndex(of: "id"), audience: names.firstIndex(of: "audience"),
      publish: names.firstIndex(of: "publish"), publishReason: names.firstIndex(of: "publishReason"),
      embargoUntil: names.firstIndex(of: "embargoUntil"), proposed: names.firstIndex(of: "proposed"))
  }

  /// A mapping inside a record, such as a measurement; it has no fields but its own.
  package convenience init(nested name: String, _ fields: [FieldSpec]) {
    self.init(name, collection: "", audience: .public, isNested: true, fields)
  }

  package func index(of name: String) -> Int? { names.firstIndex(of: name) }
}

/// A type that names the fields of an entity.
package protocol Entity {
  static var schema: EntitySchema { get }
}

/// Fields that every record may have.
package enum CommonFields {
  package static let owner = Field<String>("owner", .reference(["roles"]), "The role that answers for the record.")
  package static let tags = Field<[String]>("tags", .list(.text), "Words to find the record by.")
  package static let reviewBy = Field<Day>("reviewBy", .day, "The day by which the record is looked at again.")
  package static let forParties = Field<[String]>(
    "forParties", .list(.text), "Providers that may see the record in their edition.")
  package static let embargoUntil = Field<Day>(
    "embargoUntil", .day, "Before this day nobody outside the team sees the record.")
  package static let source = Field<String>("source", .text, audience: .team, "Where the fact is documented.")
  package static let note = Field<LocalizedText>("note", .markdown, audience: .team, "A note for the team.")
  package static let proposed = Field<Bool>("proposed", .boolean, "Made by the tool, not yet confirmed by a person.")
  package static let audience = Field<String>("audience", .audience, "Narrows who may see the record.")
  package static let publish = Field<Bool>("publish", .boolean, "Opens the record to everyone; needs a reason.")
  package static let publishReason = Field<LocalizedText>(
    "publishReason", .localized, audience: .team, "Why the record may be public.")

  package static let all: [FieldSpec] = [
    owner.spec, tags.spec, reviewBy.spec, forParties.spec, embargoUntil.spec, source.spec, note.spec, proposed.spec,
    audience.spec, publish.spec, publishReason.spec,
  ]
}
