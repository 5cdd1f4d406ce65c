// The declaration of an entity: its names, its audience and its fields. The reader, the checks and the exports walk it.

/// The declaration of an entity: its names, its audience and its fields.
package final class EntitySchema: Sendable {
  package let name: String
  /// The file it stands in: `milestones.yaml`. A single record's file is named after the entity.
  package let collection: String
  /// The topics of a playbook that its records carry, as `ref` in `topics.yaml` names them: for the concordance.
  package let topics: [String]
  package let isSingle: Bool
  /// One record in each file of a folder of the collection's name: `notices/n1.yaml`.
  package let isFolder: Bool
  /// What one record is.
  package let summary: String
  /// Who may see a record that says nothing.
  package let audience: Audience
  /// The writer names the audience freely, as at the head of a page; else it can only be narrowed.
  package let declaresAudience: Bool
  /// Never public, whatever a record says.
  package let isNeverPublic: Bool
  package let fields: [FieldSpec]
  /// The field with the day or period on which the whole record became a fact: hidden before.
  package let happens: String?
  /// Fields that everyone may see once the first of them is given: a milestone's public label and its day.
  package let publicFields: [String]
  /// The field with the day from which on a wider audience may see the record.
  let opening: (field: String, audience: Audience)?
  /// Fields that a provider may see of a record that names it, where the record itself is hidden.
  package let partyFields: [String]
  private let names: [String]
  let required: [FieldSpec]
  /// Where the fields are that a record needs to be meaningful.
  let expected: [UInt8]
  /// By position: whether a field is a fact or holds since one, and who may see it at most.
  let isDated: [Bool]
  package let audiences: [Audience]
  /// By position: whether people write into the field what they like; in it or in the mappings inside it.
  package let isFreeText: [Bool]
  let holdsFreeText: [Bool]
  /// By position: whether the field names other records, itself or in the mappings inside it.
  let holdsReferences: [Bool]
  /// By position: whether the field names pages, itself or in the mappings inside it.
  let holdsPages: [Bool]
  /// Where the fields are that reading and selecting ask every record for.
  let positions: Positions

  struct Positions: Sendable {
    let id, audience, publish, publishReason, embargoUntil, proposed, happens: Int?
  }

  package init(
    _ name: String, collection: String, topics: [String] = [], isSingle: Bool = false, isFolder: Bool = false,
    audience: Audience,
    isNeverPublic: Bool = false, declaresAudience: Bool = false, happens: String? = nil, publicFields: [String] = [],
    partyFields: [String] = [], opening: (field: String, audience: Audience)? = nil, isNested: Bool = false,
    _ summary: String, _ fields: [FieldSpec]
  ) {
    self.name = name
    self.collection = collection
    self.topics = topics
    self.isSingle = isSingle
    self.isFolder = isFolder
    self.summary = summary
    self.happens = happens
    self.audience = audience
    self.isNeverPublic = isNeverPublic
    self.declaresAudience = declaresAudience
    self.publicFields = publicFields
    self.partyFields = partyFields
    self.opening = opening
    let all = isNested ? fields : CommonFields.completing(fields)
    self.fields = all
    let names = all.map(\.name)
    self.names = names
    required = all.filter { $0.need == .required }
    isDated = all.map { $0.isFact || !$0.since.isEmpty }
    audiences = all.map { $0.audience ?? .public }
    isFreeText = all.map(\.kind.isFreeText)
    func holding(_ isSuch: (FieldKind) -> Bool, _ inside: (EntitySchema) -> [Bool]) -> [Bool] {
      all.map { field in isSuch(field.kind) || field.kind.nested.map { inside($0).contains(true) } ?? false }
    }
    holdsFreeText = holding(\.isFreeText, \.holdsFreeText)
    holdsReferences = holding({ $0.targets != nil }, \.holdsReferences)
    holdsPages = holding(\.isPage, \.holdsPages)
    expected = all.enumerated().filter { $0.element.need == .expected }.map { UInt8($0.offset) }
    positions = Positions(
      id: names.firstIndex(of: "id"), audience: all.firstIndex { $0.name == "audience" && $0.isVisibility },
      publish: names.firstIndex(of: "publish"), publishReason: names.firstIndex(of: "publishReason"),
      embargoUntil: names.firstIndex(of: "embargoUntil"), proposed: names.firstIndex(of: "proposed"),
      happens: happens.flatMap { names.firstIndex(of: $0) })
  }

  /// A mapping inside a record, such as a measurement; it has no fields but its own.
  package convenience init(nested name: String, happens: String? = nil, _ fields: [FieldSpec]) {
    self.init(name, collection: "", audience: .public, happens: happens, isNested: true, "", fields)
  }

  package func index(of name: String) -> Int? { names.firstIndex(of: name) }

  /// The same, looked for first behind another one: records of a file have their keys in the same order.
  func index(of name: String, after last: Int) -> Int? {
    var position = last + 1
    while position < names.count {
      if names[position] == name { return position }
      position += 1
    }
    return names.prefix(max(0, last + 1)).firstIndex(of: name)
  }

  /// A file of it holds one record, not a list.
  package var isOne: Bool { isSingle || isFolder }

  package func field(_ name: String) -> FieldSpec? { index(of: name).map { fields[$0] } }

  /// The file, or the folder of files, that its records stand in.
  package var location: String { isFolder ? "\(collection)/<id>.yaml" : "\(collection).yaml" }
}

extension FieldSpec {
  /// Whether it says who may see the record; some entities have an audience of their own that says whom they are for.
  fileprivate var isVisibility: Bool { if case .audience = kind { true } else { false } }
}

/// A type that names the fields of an entity.
package protocol Entity {
  static var schema: EntitySchema { get }
}
