// Where a milestone stands on the as-of day: done, late, next or still to come.

package import Languages

package enum MilestoneState {
  package static let field = DerivedField(
    Milestone.schema, "state", .choice(["done", "late", "next", "due"]),
    "done, late (its day is past), next (the first to come) or due (later)."
  ) { milestone, project in of(milestone, in: project).map { .text($0) } }

  /// Nil for a milestone without a day, and without an as-of day to judge by.
  package static func of(_ milestone: Record, in project: TransitionProject) -> String? {
    if milestone[Milestone.actual] != nil { return "done" }
    guard let planned = milestone[Milestone.planned], let asOf = project.asOf else { return nil }
    if isLate(milestone, in: project) { return "late" }
    let open = project[Milestone.schema].filter { $0[Milestone.actual] == nil }.compactMap { $0[Milestone.planned] }
    let next = open.filter { !asOf.isOver(Period($0)).holds }.min()
    return planned == next ? "next" : "due"
  }

  /// Whether its day is past and it was not reached.
  package static func isLate(_ milestone: Record, in project: TransitionProject) -> Bool {
    guard milestone[Milestone.actual] == nil, let planned = milestone[Milestone.planned], let asOf = project.asOf
    else { return false }
    return asOf.isOver(Period(planned)).holds
  }
}

/// How much of a phase is done: the share of its milestones that were reached.
package enum PhaseProgress {
  static let field = DerivedField(
    Phase.schema, "progress", .percent, "Share of its milestones that are done, percent."
  ) { phase, project in of(phase, in: project).map { .number($0) } }

  package static func of(_ phase: Record, in project: TransitionProject) -> FixedDecimal? {
    let milestones = project[Milestone.schema].filter { $0[Milestone.phase] == phase.id }
    guard !milestones.isEmpty else { return nil }
    let done = milestones.count { $0[Milestone.actual] != nil }
    return Ratio(100 * done).divided(by: Ratio(milestones.count))?.rounded(0)
  }
}
