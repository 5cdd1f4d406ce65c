// What a timeline shows: phases with their milestones, go-lives, blackouts; nothing of it is drawn yet.

import Languages
import Site
import Transition

struct TimelinePlan {
  enum Standing { case over, running, ahead }

  struct Milestone {
    enum Standing: CaseIterable { case reached, late, ahead }

    let day: Day
    let standing: Standing
  }

  struct Row {
    let name: MergedText
    let start, end: Day?
    let standing: Standing
    let milestones: [Milestone]
  }

  let rows: [Row]
  let goLives: [GoLive]
  let blackouts: [(from: Day, to: Day)]
  private let today: Day
  /// How many of the earliest phases there is no room for.
  let leftOut: Int

  init(_ context: ComponentContext, mostPhases: Int) {
    let project = context.project
    today = context.format.asOf.day
    let all = project[Phase.schema].filter { $0[Phase.start] != nil || $0[Phase.end] != nil }.orderedByDay(Phase.start)
    let phases = Array(all.suffix(mostPhases))
    leftOut = all.count - phases.count
    let milestones = project[Transition.Milestone.schema]
    var rows = phases.map { Self.row($0, milestones, context) }
    let known = Set(all.map(\.id))
    let others = milestones.filter { !known.contains($0[Transition.Milestone.phase] ?? "") }
    let loose = others.compactMap { Self.milestone($0, context) }
    if !loose.isEmpty {
      let name = MergedText(context.text("timeline-milestones"))
      rows.append(Row(name: name, start: nil, end: nil, standing: .ahead, milestones: loose))
    }
    self.rows = rows
    goLives = project.goLives
    let written = project.record?[Project.calendar]?[ProjectCalendar.blackouts] ?? []
    blackouts = written.compactMap { blackout in
      guard let from = blackout[Blackout.from], let to = blackout[Blackout.to], from <= to else { return nil }
      return (from, to)
    }
  }

  private static func row(_ phase: Record, _ milestones: [Record], _ context: ComponentContext) -> Row {
    let (start, end) = (phase[Phase.start], phase[Phase.end])
    let today = context.format.asOf.day
    let standing: Standing =
      if let end, end < today { .over } else if let start, start <= today { .running } else { .ahead }
    let own = milestones.filter { $0[Transition.Milestone.phase] == phase.id }
    return Row(
      name: context.cell(phase, Phase.name).text, start: start ?? end, end: end ?? start, standing: standing,
      milestones: own.compactMap { milestone($0, context) })
  }

  private static func milestone(_ record: Record, _ context: ComponentContext) -> Milestone? {
    guard let day = record[Transition.Milestone.actual] ?? record[Transition.Milestone.planned] else { return nil }
    switch MilestoneState.of(record, in: context.project) {
    case "done": return Milestone(day: day, standing: .reached)
    case "late": return Milestone(day: day, standing: .late)
    default: return Milestone(day: day, standing: .ahead)
    }
  }

  /// Every day that has to find its place; today's as well, unless it lies half a year off.
  var days: [Day] {
    let days = goLives.map(\.day) + rows.flatMap { [$0.start, $0.end].compactMap(\.self) + $0.milestones.map(\.day) }
    guard let first = days.min(), let last = days.max() else { return [] }
    let isNear = first.days(since: today) <= Self.nearby && today.days(since: last) <= Self.nearby
    return isNear ? days + [today] : days
  }

  private static let nearby = 183
}
