// V17: a row of the responsibility matrix has no or several accountable roles, or nobody who does the work.

import Syntax

enum OneAccountable: Rule {
  static let id = "V17"
  static let weight = RuleClass.completeness
  static let rationale = "Exactly one role answers for a thing, and at least one does it."
  static let messages = [
    "none": RuleMessage("nobody answers for \"{item}\"", "add A: with one role"),
    "several": RuleMessage(
      "{count} roles answer for \"{item}\": {roles}", "leave one of them; the others may be R or C"),
    "nobody": RuleMessage("nobody does \"{item}\"", "add R: with at least one role"),
  ]
  static let example = RuleExample(
    broken: """
      raci.yaml
        - { id: row1, item: Transition plan, R: [ptm], A: ‸[tl, spo] }
      """,
    sound: """
      raci.yaml
        - { id: row1, item: Transition plan, R: [ptm], A: tl }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[RACI.schema].flatMap { row -> [Finding] in
      let item = row[RACI.item].map { name(of: $0.value) } ?? row.title
      return RACIGap.of(row).map { gap in
        switch gap {
        case .nobodyAccountable: Finding("none", row, "item", ["item": item])
        case .severalAccountable: several(row, item)
        case .nobodyResponsible: Finding("nobody", row, "item", ["item": item])
        }
      }
    }
  }

  private static func several(_ row: Record, _ item: String) -> Finding {
    let roles = row[RACI.accountable] ?? []
    return Finding(
      "several", row, "A", ["item": item, "count": String(roles.count), "roles": roles.joined(separator: ", ")])
  }

  private static func name(of value: Value) -> String {
    switch value {
    case .localized(let text): text.entries.first?.text ?? ""
    default: String.from(value) ?? ""
    }
  }
}

enum TooManyAccountabilities: Rule {
  static let id = "V18"
  static let weight = RuleClass.advice
  static let rationale = "Who answers for many things answers for none of them in time."
  static let messages = [
    "many": RuleMessage("\"{id}\" answers for {count} things", "hand some of them to other roles; six are plenty")
  ]
  static let example = RuleExample(
    broken: """
      roles.yaml
        - { id: ‸tl, title: Transition lead, party: client }
      raci.yaml
        - { id: a, item: Plan A, R: [tl], A: tl }
        - { id: b, item: Plan B, R: [tl], A: tl }
        - { id: c, item: Plan C, R: [tl], A: tl }
        - { id: d, item: Plan D, R: [tl], A: tl }
        - { id: e, item: Plan E, R: [tl], A: tl }
        - { id: f, item: Plan F, R: [tl], A: tl }
        - { id: g, item: Plan G, R: [tl], A: tl }
      """,
    sound: """
      roles.yaml
        - { id: tl, title: Transition lead, party: client }
      raci.yaml
        - { id: a, item: Plan A, R: [tl], A: tl }
        - { id: b, item: Plan B, R: [tl], A: tl }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let load = RACILoad(context.all[RACI.schema])
    return context.all[Role.schema].compactMap { role in
      guard load.isTooMuch(for: role.id) else { return nil }
      return Finding("many", role, "id", ["count": String(load.count(.accountable, of: role.id))])
    }
  }
}
