// A record lacks what it needs to be meaningful; and what a project could have next, with what that unlocks.

import Syntax

enum Incomplete: Rule {
  static let id = "incomplete"
  static let weight = RuleClass.completeness
  static let rationale = "A record says what its readers need to work with it; nothing of it blocks a draft."
  static let messages = [
    "fields": RuleMessage("{kind} {id} is not complete: {fields}", "add {first}: {form}"),
    "next": RuleMessage("the project has no {collection} yet", "write {file}: it unlocks {unlocks}"),
  ]
  static let example = RuleExample(
    broken: """
      phases.yaml
        - ‸{ id: p1, name: Plan, kind: plan, start: 2026-01-05 }
      """,
    sound: """
      phases.yaml
        - { id: p1, name: Plan, kind: plan, start: 2026-01-05, end: 2026-01-30 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let records = [context.all.record].compactMap(\.self) + context.all.allRecords
    return records.compactMap { lacking($0) } + next(context)
  }

  private static func lacking(_ record: Record) -> Finding? {
    let names = missing(record)
    guard let first = names.first, let spec = record.schema.field(first) else { return nil }
    let values = [
      "kind": record.schema.name, "fields": names.joined(separator: ", "), "first": first, "form": spec.kind.form,
    ]
    return Finding("fields", record, nil, values)
  }

  private static func missing(_ record: Record) -> [String] {
    record.schema.fields.filter { $0.need == .expected && record.located($0.name) == nil }.map(\.name)
      .filter { !isSaidOtherwise($0, record) }
  }

  /// What another field says just as well.
  private static func isSaidOtherwise(_ name: String, _ record: Record) -> Bool {
    switch (record.schema.collection, name) {
    // A project is named by its folder; its days may be anywhere, its money only where there is some.
    case ("project", "id"): true
    case ("costItems", "amount"): record.located("series") != nil
    default: false
    }
  }

  /// What a young project may write next, in the order in which it helps most.
  private static let steps: [(schema: EntitySchema, unlocks: String)] = [
    (Role.schema, "owners and the responsibility matrix"), (Phase.schema, "the plan"),
    (Milestone.schema, "the list of milestones and what is late"), (Risk.schema, "the risk register"),
    (KPI.schema, "the scorecard"), (ServiceProcess.schema, "knowledge transfer and the map of interactions"),
  ]

  /// One step at a time.
  private static func next(_ context: RuleContext) -> [Finding] {
    guard let record = context.all.record, let step = steps.first(where: { context.all[$0.schema].isEmpty }) else {
      return []
    }
    let values = [
      "collection": step.schema.collection, "file": step.schema.location, "unlocks": step.unlocks,
    ]
    return [Finding("next", record, "name", values, isAdvice: true)]
  }
}
