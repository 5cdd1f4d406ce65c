// How many days a milestone lies behind what was agreed.

import Languages

package enum MilestoneDeviation {
  /// Days from the agreed day (the baseline, else the plan) to the day it was reached. What is late is measured to the
  /// as-of day, since it will be that late at least; what is still to come to its planned day. Nil where there is
  /// nothing to compare.
  package static func days(of milestone: Record, in project: TransitionProject) -> Int? {
    let planned = milestone[Milestone.planned]
    guard let agreed = milestone[Milestone.baseline] ?? planned else { return nil }
    if let actual = milestone[Milestone.actual] { return actual.days(since: agreed) }
    if MilestoneState.isLate(milestone, in: project) { return project.asOf.map { $0.day.days(since: agreed) } }
    return milestone[Milestone.baseline] == nil ? nil : planned.map { $0.days(since: agreed) }
  }
}
