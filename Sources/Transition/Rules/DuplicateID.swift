// V02: two records of one kind have the same id.

import Syntax

package enum DuplicateID: Rule {
  package static let id = "V02"
  package static let weight = RuleClass.integrity
  package static let rationale = "An id names one record and is never used again: feeds and calendars rely on it."
  package static let messages = [
    "twice": RuleMessage("the id \"{id}\" is used twice in {collection}", "give one of them another id")
  ]
  package static let example = RuleExample(
    broken: """
      roles.yaml
        - { id: lead, title: Transition lead, party: client }
        - { id: ‸lead, title: Sponsor, party: client }
      """,
    sound: """
      roles.yaml
        - { id: lead, title: Transition lead, party: client }
        - { id: sponsor, title: Sponsor, party: client }
      """)

  package static func check(_ context: RuleContext) -> [Finding] {
    Entities.all.filter { !$0.isSingle }.flatMap { check(context.all[$0]) }
  }

  /// The same for the records of one kind.
  package static func check(_ records: [Record]) -> [Finding] {
    var found: [Finding] = []
    var first: [String: Record] = [:]
    for record in records where !record.id.isEmpty {
      if let earlier = first[record.id] {
        found.append(duplicate(record, earlier))
      } else {
        first[record.id] = record
      }
    }
    return found
  }

  private static func duplicate(_ record: Record, _ earlier: Record) -> Finding {
    Finding(
      "twice", record, "id", ["collection": record.schema.collection],
      related: [.init("first used here", earlier.place(of: "id"))])
  }
}
