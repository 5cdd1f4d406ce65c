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
      let accountable = row[RACI.accountable] ?? []
      var found: [Finding] = []
      if accountable.isEmpty { found.append(Finding("none", row, "item", ["item": item])) }
      if accountable.count > 1 {
        let values = ["item": item, "count": String(accountable.count), "roles": accountable.joined(separator: ", ")]
        found.append(Finding("several", row, "A", values))
      }
      if (row[RACI.responsible] ?? []).isEmpty { found.append(Finding("nobody", row, "item", ["item": item])) }
      return found
    }
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

  /// More than this is too much for one role.
  private static let most = 6

  static func check(_ context: RuleContext) -> [Finding] {
    var counts: [String: Int] = [:]
    for row in context.all[RACI.schema] { for role in row[RACI.accountable] ?? [] { counts[role, default: 0] += 1 } }
    return context.all[Role.schema].compactMap { role in
      guard let count = counts[role.id], count > most else { return nil }
      return Finding("many", role, "id", ["count": String(count)])
    }
  }
}
