// V07: something ends before it begins.

import Languages
import Syntax

enum DatesInOrder: Rule {
  static let id = "V07"

  /// The names that fields with a first and a last day have.
  private static let pairs = [("start", "end"), ("from", "to"), ("validFrom", "validTo")]

  static func check(_ project: TransitionProject) -> [Diagnostic] {
    ([project.record].compactMap(\.self) + project.allRecords).flatMap(check)
  }

  private static func check(_ record: Record) -> [Diagnostic] {
    var found = pairs.compactMap { backwards(record, $0, $1) }
    for field in record.writtenFields { found += check(field.located.value) }
    return found
  }

  /// Records inside a record: blackouts of a calendar.
  private static func check(_ value: Value) -> [Diagnostic] {
    switch value {
    case .record(let record): check(record)
    case .list(let elements): elements.flatMap { check($0.value) }
    case .map(let entries): entries.flatMap { check($0.value.value) }
    default: []
    }
  }

  private static func backwards(_ record: Record, _ first: String, _ last: String) -> Diagnostic? {
    guard let start = record.located(first).flatMap({ Day.from($0.value) }),
      let end = record.located(last).flatMap({ Day.from($0.value) }), end < start
    else { return nil }
    return Diagnostic(
      id, at: record.place(of: last), "\(last) \(end) lies before \(first) \(start)",
      rule: "nothing ends before it begins", help: "correct one of the two",
      related: [.init("\(first) is written here", record.place(of: first))])
  }
}
