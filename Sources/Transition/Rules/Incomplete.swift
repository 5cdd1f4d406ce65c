// A record lacks what it needs to be meaningful.

import Syntax

enum Incomplete: Rule {
  static let id = "incomplete"
  static let weight = RuleClass.completeness
  static let rationale = "A record says what its readers need to work with it; nothing of it blocks a draft."
  static let messages = [
    "fields": RuleMessage("\"{id}\" is not complete: {fields}", "add {first}: {form}")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
        timezone: Europe/Stockholm
        currency: EUR
        sponsor: spo
        lead: tl
      phases.yaml
        - ‸{ id: p1, name: Plan, kind: plan, start: 2026-01-05 }
      """,
    sound: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
        timezone: Europe/Stockholm
        currency: EUR
        sponsor: spo
        lead: tl
      phases.yaml
        - { id: p1, name: Plan, kind: plan, start: 2026-01-05, end: 2026-01-30 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all.everyRecord.compactMap { lacking($0) }
  }

  private static func lacking(_ record: Record) -> Finding? {
    let names = missing(record)
    guard let first = names.first, let spec = record.schema.field(first) else { return nil }
    let values = ["fields": names.joined(separator: ", "), "first": first]
    return Finding("fields", record, nil, values, notes: ["form": spec.kind.form])
  }

  private static func missing(_ record: Record) -> [String] {
    record.schema.expected.filter { position in !record.entries.contains { $0.field == position } }
      .map { record.schema.fields[Int($0)].name }.filter { !isSaidOtherwise($0, record) }
  }

  /// What another field says just as well.
  private static func isSaidOtherwise(_ name: String, _ record: Record) -> Bool {
    switch (record.schema.collection, name) {
    // A project is named by its folder; its days may be anywhere, its money only where there is some.
    case ("project", "id"): true
    // A decision that is asked for has a day by which, and none on which.
    case ("decisions", "date"): record.located(Decision.due.spec.name) != nil
    case ("costItems", "amount"): record.located("series") != nil
    default: false
    }
  }
}
