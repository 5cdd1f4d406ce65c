// How far an objective has come: the key figures that measure it, and whether those that tell the outcome are there.

import Languages

package enum ObjectiveProgress {
  /// What it is measured by: the key figures that it names, then those that name it.
  package static func measures(_ objective: Record, in project: TransitionProject) -> [Record] {
    let named = objective[Objective.measure] ?? []
    let all = project[KPI.schema]
    let first = named.compactMap { id in all.first { $0.id == id } }
    return first + all.filter { !named.contains($0.id) && $0[KPI.objective]?.contains(objective.id) == true }
  }

  /// `met` when all figures that record the outcome are at their targets, `late` when they are not and its day is past,
  /// `in-progress` before, `open` while none has a value. Without a lagging figure the leading ones are the outcome.
  package static func state(_ objective: Record, in project: TransitionProject) -> String {
    let measures = measures(objective, in: project)
    let lagging = measures.filter { $0[KPI.kind] == "lagging" }
    let outcomes = (lagging.isEmpty ? measures : lagging).map { kpi in
      kpi.series.last.flatMap { $0[Measurement.value] }.flatMap { KPIStatus.judge($0, kpi) }
    }
    if !outcomes.isEmpty, outcomes.allSatisfy({ $0 == "met" }) { return "met" }
    if let due = objective[Objective.due], let asOf = project.asOf, asOf.isOver(Period(due)).holds { return "late" }
    return outcomes.contains { $0 != nil } ? "in-progress" : "open"
  }

  /// The objectives by their priority, those without one last.
  package static func byPriority(_ objectives: [Record]) -> [Record] {
    objectives.enumerated().sorted { a, b in
      let (first, second) = (a.element[Objective.priority], b.element[Objective.priority])
      if first == second { return a.offset < b.offset }
      guard let first, let second else { return first != nil }
      return first < second
    }.map(\.element)
  }
}
