// Whether what a record is about is done, and until when it should be: by the facts in it, whatever its kind.

package import Languages

package enum ListProgress {
  /// How far a thing is.
  package enum State: Sendable {
    case open
    /// Begun; with the share in percent where that is known.
    case running(FixedDecimal?)
    /// With its day, where that is known.
    case done(Day?)

    package var isDone: Bool { if case .done = self { true } else { false } }
  }

  /// The field of a record that says whether it is done, by collection.
  private static let facts = [
    "milestones": "actual", "tasks": "actualEnd", "deliverables": "accepted", "openItems": "status",
    "touchpoints": "switched", "dataAssets": "returned", "accessItems": "revokedOn", "assets": "done",
    "legalItems": "status", "runbookSteps": "done", "commsItems": "sent", "correctiveActions": "done",
    "decisions": "date", "risks": "status", "ktSessions": "date", "readiness": "items",
  ]

  /// The field by which one knows whether it is done; nil for what says nothing of that.
  package static func fact(of schema: EntitySchema) -> String? { facts[schema.collection] }

  /// Where a record stands; nil where its kind says nothing of that. Readiness lists have criteria, and each its own.
  package static func state(of record: Record, in project: TransitionProject) -> State? {
    guard let fact = fact(of: record.schema) else { return nil }
    switch record.schema.collection {
    case "readiness": return nil
    case "openItems", "legalItems", "risks": return status(record)
    case "ktSessions":
      return TransferCoverage.isHeld(record, asOf: project.asOf) ? .done(record[KTSession.date]) : .open
    case "dataAssets" where record.located("certificate") != nil: return .done(day(record, fact))
    case "tasks": return task(record)
    default: return day(record, fact).map { .done($0) } ?? .open
    }
  }

  /// By a word and the day since when it holds.
  private static func status(_ record: Record) -> State {
    switch record.located("status").flatMap({ String.from($0.value) }) {
    case "done", "not-applicable", "closed": .done(day(record, "statusSince"))
    case "in-progress", "watch", "occurred": .running(nil)
    default: .open
    }
  }

  private static func task(_ record: Record) -> State {
    if let end = record[TransitionTask.actualEnd] { return .done(end) }
    guard let share = record.located("progress").flatMap({ FixedDecimal.from($0.value) }) else { return .open }
    if FixedDecimal(100) <= share { return .done(nil) }
    return FixedDecimal(0) < share ? .running(share) : .open
  }

  private static func day(_ record: Record, _ field: String) -> Day? {
    switch record.located(field)?.value {
    case .day(let day): day
    case .moment(let moment): moment.day
    default: nil
    }
  }

  /// The day by which it should be done: its own, or its distance from a milestone or from a go-live.
  package static func due(of record: Record, in project: TransitionProject) -> Day? {
    switch record.schema.collection {
    case "milestones": return record[Milestone.planned]
    case "tasks": return record[TransitionTask.end]
    case "touchpoints": return TouchpointDates.deadline(record, in: project)
    case "commsItems": return CommsStatus.day(of: record, in: project)
    case "ktSessions": return record[KTSession.date]
    case "runbookSteps":
      return record[RunbookStep.wave].flatMap { RunbookClock(wave: $0, in: project).time(of: record)?.day }
    default: break
    }
    guard let due = record.located("due")?.value else { return nil }
    if let anchor = Record.from(due) { return anchor.day(in: project) }
    return Day.from(due)
  }

  /// Whether its day has passed without it being done.
  package static func isLate(_ state: State?, due: Day?, in project: TransitionProject) -> Bool {
    guard let state, !state.isDone, let due, let asOf = project.asOf else { return false }
    return asOf.isOver(Period(due)).holds
  }
}

extension Record {
  /// The day that an anchor means: so many days from a milestone.
  func day(in project: TransitionProject) -> Day? {
    guard schema === Anchor.schema,
      let milestone = self[Anchor.milestone].flatMap({ project.find($0, in: Milestone.schema) }),
      let planned = milestone[Milestone.planned], let days = self[Anchor.offsetDays]
    else { return nil }
    return planned.adding(days: Int(days.mantissa))
  }
}
