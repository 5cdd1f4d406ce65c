// Where a plan stands on the as-of day: the phase that is running, the go-lives to come, what is late.

package import Languages

package struct PlanPosition: Sendable {
  /// The phase that is running; between two phases the one before, ahead of all the first.
  package let phase: Record?
  package let goLives: [GoLive]
  /// Milestones whose day is past, the oldest first.
  package let late: [Record]
  package let reached: Int
  package let milestones: Int
  private let day: Day

  package init(_ project: TransitionProject, on day: Day) {
    self.day = day
    let phases = project[Phase.schema].filter { $0[Phase.start] != nil }.orderedByDay(Phase.start)
    phase = phases.last { $0[Phase.start].map { $0 <= day } ?? false } ?? phases.first
    goLives = project.goLives
    let all = project[Milestone.schema]
    late = all.filter { MilestoneState.isLate($0, in: project) }.orderedByDay(Milestone.planned)
    reached = all.count { $0[Milestone.actual] != nil }
    milestones = all.count
  }

  /// The first that lies ahead, today's included.
  package var nextGoLive: GoLive? { goLives.first { day <= $0.day } }
  package var lastGoLive: GoLive? { goLives.last }

  /// Which week of how many the running phase is in; nil before it begins, after its end and without a span.
  package var weekOfPhase: (week: Int, of: Int)? {
    guard let start = phase?[Phase.start], let end = phase?[Phase.end], start <= day, day <= end else { return nil }
    return (day.days(since: start) / 7 + 1, end.days(since: start) / 7 + 1)
  }

  /// Milestones that wait, directly or through others, for one that is late.
  package static func endangered(in project: TransitionProject) -> Set<String> {
    let open = project[Milestone.schema].filter { $0[Milestone.actual] == nil }
    var reached = Set(open.filter { MilestoneState.isLate($0, in: project) }.map(\.id))
    let late = reached
    var hasGrown = !reached.isEmpty
    while hasGrown {
      let waiting = open.filter { milestone in
        !reached.contains(milestone.id) && (milestone[Milestone.dependsOn] ?? []).contains { reached.contains($0) }
      }
      reached.formUnion(waiting.map(\.id))
      hasGrown = !waiting.isEmpty
    }
    return reached.subtracting(late)
  }
}
