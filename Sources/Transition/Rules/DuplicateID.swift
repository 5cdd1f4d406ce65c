// V02: two records of one kind have the same id.

package import Syntax

package enum DuplicateID: Rule {
  package static let id = "V02"

  package static func check(_ project: TransitionProject) -> [Diagnostic] {
    Entities.all.filter { !$0.isSingle }.flatMap { check(project[$0]) }
  }

  /// The same for the records of one kind.
  package static func check(_ records: [Record]) -> [Diagnostic] {
    var found: [Diagnostic] = []
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

  private static func duplicate(_ record: Record, _ earlier: Record) -> Diagnostic {
    Diagnostic(
      id, at: record.place(of: "id"), "the id \"\(record.id)\" is used twice in \(record.schema.collection)",
      rule: "an id names one record and is never used again", help: "give one of them another id",
      related: [.init("first used here", earlier.place(of: "id"))])
  }
}
