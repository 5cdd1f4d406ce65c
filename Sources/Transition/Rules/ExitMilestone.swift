// V16: a change of provider without an end for the old one.

import Languages
import Syntax

enum ExitMilestone: Rule {
  static let id = "V16"
  static let weight = RuleClass.advice
  static let rationale =
    "When a provider leaves, a day is set on which data are returned, access is revoked and the exit is signed."
  static let messages = [
    "missing": RuleMessage(
      "nothing says when the outgoing provider has left",
      "write a phase of kind exit with a milestone, the data assets with their due days, or a discharge act")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        name: Change of provider
        type: ‸partner-change
        goLive: { SE: 2026-03-02 }
      """,
    sound: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
      phases.yaml
        - { id: exit, name: Exit, kind: exit, start: 2026-04-01, end: 2026-05-29 }
      milestones.yaml
        - { id: m1, name: Data returned, phase: exit, planned: 2026-05-29 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard context.type == "partner-change", let record = context.all.record else { return [] }
    let exits = Set(context.all[Phase.schema].filter { $0[Phase.kind] == "exit" }.map(\.id))
    let hasMilestone = context.all[Milestone.schema].contains { $0[Milestone.phase].map(exits.contains) == true }
    let hasAssets = context.all[DataAsset.schema].contains { $0.located("due") != nil }
    let hasAct = context.all[HandoverPack.schema].contains { pack in
      RecordWalk.records(in: pack).contains { act in
        act.schema === Act.schema && act.located("kind").flatMap { String.from($0.value) } == "discharge"
      }
    }
    return hasMilestone || hasAssets || hasAct ? [] : [Finding("missing", record, Project.type.spec.name)]
  }
}
