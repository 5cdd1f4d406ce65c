// V19 and V20: deliverables that nobody answers for or can accept; accountable roles that nobody stands in for.

import Syntax

enum DeliverableAcceptance: Rule {
  static let id = "V19"
  static let weight = RuleClass.completeness
  static let rationale = "A deliverable has somebody who answers for it, and criteria by which it is accepted."
  static let messages = [
    "raci": RuleMessage("the deliverable \"{id}\" is in no row of the responsibility matrix", "add a row to raci.yaml"),
    "criteria": RuleMessage("the deliverable \"{id}\" has no acceptance criteria", "add acceptanceCriteria"),
  ]
  static let example = RuleExample(
    broken: """
      deliverables.yaml
        - { id: ‸plan, title: Transition plan, acceptanceCriteria: [Both parties signed] }
      """,
    sound: """
      deliverables.yaml
        - { id: plan, title: Transition plan, acceptanceCriteria: [Both parties signed] }
      raci.yaml
        - { id: row1, item: plan, R: [ptm], A: tl }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let items = Set(context.all[RACI.schema].compactMap { $0[RACI.item].flatMap { String.from($0.value) } })
    return context.all[Deliverable.schema].flatMap { deliverable -> [Finding] in
      var found: [Finding] = []
      if !items.contains(deliverable.id) { found.append(Finding("raci", deliverable, "id")) }
      if (deliverable[Deliverable.acceptanceCriteria] ?? []).isEmpty {
        found.append(Finding("criteria", deliverable, "title"))
      }
      return found
    }
  }
}

enum BackupMissing: Rule {
  static let id = "V20"
  static let weight = RuleClass.completeness
  static let isForAgreedPlans = true
  static let rationale =
    "Who answers for something in a go-live has somebody who stands in: people fall ill in cut-over nights, too."
  static let messages = [
    "missing": RuleMessage("\"{id}\" answers for something and nobody stands in", "add backup: with another role")
  ]
  static let example = RuleExample(
    broken: """
      roles.yaml
        - { id: ‸tl, title: Transition lead, party: client }
      raci.yaml
        - { id: row1, item: Cut-over, R: [tl], A: tl }
      """,
    sound: """
      roles.yaml
        - { id: tl, title: Transition lead, party: client, backup: pow }
        - { id: pow, title: Process owner, party: client }
      raci.yaml
        - { id: row1, item: Cut-over, R: [tl], A: tl }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let load = RACILoad(context.all[RACI.schema])
    return context.all[Role.schema].compactMap { role in
      load.lacksBackup(role) ? Finding("missing", role, "id") : nil
    }
  }
}
