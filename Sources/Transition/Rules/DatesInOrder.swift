// V07: something ends before it begins.

import Languages
import Syntax

enum DatesInOrder: Rule {
  static let id = "V07"
  static let weight = RuleClass.integrity
  static let rationale = "Nothing ends before it begins."
  static let messages = [
    "backwards": RuleMessage("{last} {end} lies before {first} {start}", "correct one of the two")
  ]
  static let example = RuleExample(
    broken: """
      phases.yaml
        - { id: p1, name: Plan, start: 2026-02-02, end: ‸2026-01-30 }
      """,
    sound: """
      phases.yaml
        - { id: p1, name: Plan, start: 2026-01-05, end: 2026-01-30 }
      """)

  /// The names that fields with a first and a last day have.
  private static let pairs = [
    ("start", "end"), ("from", "to"), ("validFrom", "validTo"), ("grantedOn", "revokedOn"), ("start", "actualEnd"),
  ]

  static func check(_ context: RuleContext) -> [Finding] {
    var known: [ObjectIdentifier: Bool] = [:]
    return context.all.everyRecord.flatMap { root -> [Finding] in
      let schema = ObjectIdentifier(root.schema)
      let hasPairs = known[schema] ?? Self.hasPairs(root.schema)
      known[schema] = hasPairs
      guard hasPairs else { return [] }
      return RecordWalk.records(in: root).flatMap { record in pairs.compactMap { backwards(record, $0, $1, root) } }
    }
  }

  /// Whether records of an entity can have such a pair, in themselves or in what they hold.
  private static func hasPairs(_ schema: EntitySchema) -> Bool {
    pairs.contains { schema.index(of: $0.0) != nil && schema.index(of: $0.1) != nil }
      || schema.fields.compactMap(\.kind.nested).contains { hasPairs($0) }
  }

  private static func backwards(_ record: Record, _ first: String, _ last: String, _ root: Record) -> Finding? {
    guard let start = record.located(first).flatMap({ Day.from($0.value) }),
      let end = record.located(last).flatMap({ Day.from($0.value) }), end < start
    else { return nil }
    return Finding(
      "backwards", at: record.place(of: last), ["last": last, "end": end.iso, "first": first, "start": start.iso],
      of: root, related: [.init("\(first) is written here", record.place(of: first))])
  }
}
