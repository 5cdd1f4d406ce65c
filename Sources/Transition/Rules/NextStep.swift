// What a young project could write next, and what that unlocks: one step at a time.

import Syntax

enum NextStep: Rule {
  static let id = "next-step"
  static let weight = RuleClass.advice
  static let rationale = "A project grows a file at a time; each makes one more page meaningful."
  static let messages = [
    "file": RuleMessage("the project has no {collection} yet", "write {file}: it unlocks {unlocks}"),
    "adopt": RuleMessage(
      "the project has no {collection} of its own yet, only what is proposed",
      "staffetta adopt {collection} writes down what is proposed; then {file} unlocks {unlocks}"),
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        name: ‸Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
      """,
    sound: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
      roles.yaml
        - { id: tl, title: Transition lead, party: client }
      phases.yaml
        - { id: p1, name: Plan }
      milestones.yaml
        - { id: m1, name: Contract signed }
      risks.yaml
        - { id: r1, title: Hiring is late, owner: tl }
      kpis.yaml
        - { id: k1, name: Service level, target: 80 }
      processes.yaml
        - { id: pr1, name: Order status }
      """)

  /// In the order in which it helps most.
  private static let steps: [(schema: EntitySchema, unlocks: Message)] = [
    (Role.schema, "owners and the responsibility matrix"), (Phase.schema, "the plan"),
    (Milestone.schema, "the list of milestones and what is late"), (Risk.schema, "the risk register"),
    (KPI.schema, "the scorecard"), (ServiceProcess.schema, "knowledge transfer and the map of interactions"),
  ]

  /// What a starter proposes for a project that has days of go-live.
  private static let proposed: [EntitySchema] = [Role.schema, Phase.schema, Milestone.schema, Risk.schema]

  static func check(_ context: RuleContext) -> [Finding] {
    guard let record = context.all.record, let step = steps.first(where: { context.all[$0.schema].isEmpty }) else {
      return []
    }
    let isProposed = proposed.contains { $0 === step.schema } && Proposals.areWanted(for: context.all)
    return [
      Finding(
        isProposed ? "adopt" : "file", record, Project.name.spec.name,
        ["collection": step.schema.collection, "file": step.schema.location], notes: ["unlocks": step.unlocks])
    ]
  }
}
