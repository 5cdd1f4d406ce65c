// V06: a milestone lies outside its phase, or outside the project.

import Languages
import Syntax

enum MilestoneDates: Rule {
  static let id = "V06"

  static func check(_ project: TransitionProject) -> [Diagnostic] {
    project[Milestone.schema].compactMap { milestone in
      let phase = milestone[Milestone.phase].flatMap { project.find($0, in: Phase.schema) }
      return outside(milestone, phase, Phase.start, Phase.end, project)
        ?? outside(milestone, project.record, Project.start, Project.end, project)
    }
  }

  private static func outside(
    _ milestone: Record, _ around: Record?, _ start: Field<Day>, _ end: Field<Day>, _ project: TransitionProject
  ) -> Diagnostic? {
    guard let planned = milestone[Milestone.planned], let around else { return nil }
    // Bounds in the wrong order are told by their own rule.
    if let first = around[start], let last = around[end], last < first { return nil }
    if let first = around[start], planned < first {
      return finding(milestone, "before the \(around.schema.name) begins: \(first)", around, start.spec.name, project)
    }
    if let last = around[end], last < planned {
      return finding(milestone, "after the \(around.schema.name) ends: \(last)", around, end.spec.name, project)
    }
    return nil
  }

  /// A plan that is still being made may be out of joint; one that was agreed may not.
  private static func finding(
    _ milestone: Record, _ how: String, _ around: Record, _ bound: String, _ project: TransitionProject
  ) -> Diagnostic {
    Diagnostic(
      id, project.isAgreed ? .error : .warning, at: milestone.place(of: Milestone.planned.spec.name),
      "the milestone \"\(milestone.id)\" lies \(how)", rule: "a milestone lies within its phase and its project",
      help: "move the milestone, name another phase, or move the bound",
      related: [.init("the bound", around.place(of: bound))])
  }
}

extension TransitionProject {
  /// Whether the plan has been agreed: from then on what is incomplete is an error.
  var isAgreed: Bool { record?[Project.stage].map { $0 != "draft" } ?? false }
}
