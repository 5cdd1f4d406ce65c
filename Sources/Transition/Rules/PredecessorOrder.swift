// V08: something is planned before what it depends on.

import Languages
import Syntax

enum PredecessorOrder: Rule {
  static let id = "V08"
  static let weight = RuleClass.completeness
  static let rationale = "What depends on something else is not planned before it."
  static let messages = [
    "order": RuleMessage(
      "\"{id}\" is planned for {day}, before \"{other}\" on which it depends: {otherDay}",
      "move one of the two, or take the dependency out")
  ]
  static let example = RuleExample(
    broken: """
      milestones.yaml
        - { id: m1, name: Systems accepted, planned: 2026-02-27 }
        - { id: m2, name: Go/no-go, planned: 2026-02-25, dependsOn: [‸m1] }
      """,
    sound: """
      milestones.yaml
        - { id: m1, name: Systems accepted, planned: 2026-02-20 }
        - { id: m2, name: Go/no-go, planned: 2026-02-25, dependsOn: [m1] }
      """)

  private static let collections = [Milestone.schema.collection, TransitionTask.schema.collection]

  static func check(_ context: RuleContext) -> [Finding] {
    (context.all[Milestone.schema] + context.all[TransitionTask.schema]).flatMap { record -> [Finding] in
      guard let day = record[Milestone.planned] ?? record[TransitionTask.start] else { return [] }
      return DanglingReference.references(in: record.located("dependsOn")).compactMap { id, span in
        guard let other = context.find(id, in: collections),
          let before = other[Milestone.planned] ?? other[TransitionTask.end], day < before
        else { return nil }
        let isTask = record.schema === TransitionTask.schema || other.schema === TransitionTask.schema
        return Finding(
          "order", at: Place(record.file, span),
          ["id": record.id, "day": day.iso, "other": id, "otherDay": before.iso], of: record,
          related: [.init("what it depends on", other.place)], isAdvice: isTask)
      }
    }
  }
}
