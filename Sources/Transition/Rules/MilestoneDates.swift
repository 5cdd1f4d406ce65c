// V06: a milestone or task lies outside its phase, or a milestone outside the project.

import Languages
import Syntax

enum MilestoneDates: Rule {
  static let id = "V06"
  static let weight = RuleClass.completeness
  static let rationale = "A milestone lies within its phase and its project; else one of the two plans is wrong."
  static let messages = [
    "before": RuleMessage(
      "the {kind} \"{id}\" lies before the {around} begins: {bound}", "move it, name another phase, or move the bound"),
    "after": RuleMessage(
      "the {kind} \"{id}\" lies after the {around} ends: {bound}", "move it, name another phase, or move the bound"),
  ]
  static let example = RuleExample(
    broken: """
      phases.yaml
        - { id: test, name: Test, start: 2026-02-02, end: 2026-02-27 }
      milestones.yaml
        - { id: m1, name: Systems accepted, phase: test, planned: ‸2026-03-02 }
      """,
    sound: """
      phases.yaml
        - { id: test, name: Test, start: 2026-02-02, end: 2026-02-27 }
      milestones.yaml
        - { id: m1, name: Systems accepted, phase: test, planned: 2026-02-27 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let milestones = context.all[Milestone.schema].compactMap { milestone in
      let phase = context.find(milestone[Milestone.phase], Phase.schema)
      return outside(milestone, Milestone.planned, phase, Phase.start, Phase.end)
        ?? outside(milestone, Milestone.planned, context.all.record, Project.start, Project.end)
    }
    let tasks = context.all[TransitionTask.schema].compactMap { task in
      let phase = context.find(task[TransitionTask.phase], Phase.schema)
      return outside(task, TransitionTask.start, phase, Phase.start, Phase.end)
        ?? outside(task, TransitionTask.end, phase, Phase.start, Phase.end)
    }
    return milestones + tasks
  }

  private static func outside(
    _ record: Record, _ field: Field<Day>, _ around: Record?, _ start: Field<Day>, _ end: Field<Day>
  ) -> Finding? {
    guard let day = record[field], let around else { return nil }
    // Bounds in the wrong order are told by their own rule.
    if let first = around[start], let last = around[end], last < first { return nil }
    if let first = around[start], day < first { return finding("before", record, field, around, start) }
    if let last = around[end], last < day { return finding("after", record, field, around, end) }
    return nil
  }

  private static func finding(
    _ message: String, _ record: Record, _ field: Field<Day>, _ around: Record, _ bound: Field<Day>
  ) -> Finding {
    let values = [
      "kind": record.schema.name, "around": around.schema.name, "bound": around[bound]?.iso ?? "",
    ]
    return Finding(
      message, record, field.spec.name, values, related: [.init("the bound", around.place(of: bound.spec.name))],
      isAdvice: record.schema === TransitionTask.schema)
  }
}
