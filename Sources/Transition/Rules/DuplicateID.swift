// V02: two records of one kind have the same id.

import Syntax

enum DuplicateID: Rule {
  static let id = "V02"

  static func check(_ project: TransitionProject) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for schema in Entities.all where !schema.isSingle {
      var first: [String: Record] = [:]
      for record in project[schema] where !record.id.isEmpty {
        if let earlier = first[record.id] {
          found.append(duplicate(record, earlier))
        } else {
          first[record.id] = record
        }
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
