// V11: something was due and nothing says that it was done.

import Languages
import Syntax

enum Overdue: Rule {
  static let id = "V11"
  static let weight = RuleClass.advice
  static let rationale =
    "What was due has a day on which it was done; else it is late, or somebody forgot to write it down."
  static let messages = [
    "late": RuleMessage(
      "the {kind} \"{id}\" was due on {due} and has no \"{fact}\"",
      "write {fact} with the day it was done, or plan it anew")
  ]
  static let example = RuleExample(
    broken: """
      milestones.yaml
        - { id: m1, name: Contract signed, planned: ‸2026-03-02 }
      """,
    sound: """
      milestones.yaml
        - { id: m1, name: Contract signed, planned: 2026-03-02, actual: 2026-03-03 }
      """)

  /// The day something is due by, and the field with the day it was done.
  private static let pairs: [(schema: EntitySchema, due: Field<Day>, fact: Field<Day>)] = [
    (Milestone.schema, Milestone.planned, Milestone.actual),
    (TransitionTask.schema, TransitionTask.end, TransitionTask.actualEnd),
    (Deliverable.schema, Deliverable.due, Deliverable.accepted),
    (CommsItem.schema, CommsItem.when, CommsItem.sent),
  ]

  static func check(_ context: RuleContext) -> [Finding] {
    pairs.flatMap { pair in
      context[pair.schema].compactMap { record in
        guard let due = record[pair.due], context.isPast(due), record[pair.fact] == nil else { return nil }
        let values = ["kind": pair.schema.name, "due": due.iso, "fact": pair.fact.spec.name]
        return Finding("late", record, pair.due.spec.name, values)
      }
    }
  }
}
