// The day by which a touchpoint must be switched, and where an item of communication stands.

package import Languages

package enum TouchpointDates {
  static let switchBy = DerivedField(
    Touchpoint.schema, "switchBy", .day, "The day its channel takes effect, less the days the change takes."
  ) { touchpoint, project in deadline(touchpoint, in: project).map { .day($0) } }

  package static func deadline(_ touchpoint: Record, in project: TransitionProject) -> Day? {
    guard let channel = touchpoint[Touchpoint.shows].flatMap({ project.find($0, in: Channel.schema) }),
      let from = channel[Channel.validFrom]
    else { return nil }
    return from.adding(days: -Int(touchpoint[Touchpoint.leadDays]?.mantissa ?? 0))
  }
}

/// Where a touchpoint stands: whether it shows the new channel, and if not whether it should by now.
package enum TouchpointState: Sendable, Equatable {
  case switched(Day)
  case late(since: Day)
  case due(Day)
  /// Its channel has no first day.
  case undated

  package static func of(_ touchpoint: Record, in project: TransitionProject) -> TouchpointState {
    if let day = touchpoint[Touchpoint.switched] { return .switched(day) }
    guard let deadline = TouchpointDates.deadline(touchpoint, in: project), let asOf = project.asOf else {
      return .undated
    }
    return asOf.isOver(Period(deadline)).holds ? .late(since: deadline) : .due(deadline)
  }

  package var isSwitched: Bool { if case .switched = self { true } else { false } }

  /// What needs somebody comes first: late, without a day, due, switched.
  private var rank: Int {
    switch self {
    case .late: 0
    case .undated: 1
    case .due: 2
    case .switched: 3
    }
  }

  /// Longest late first, then what is due next, then what was switched last.
  package static func precedes(_ a: TouchpointState, _ b: TouchpointState) -> Bool {
    switch (a, b) {
    case (.late(let first), .late(let second)), (.due(let first), .due(let second)): first < second
    case (.switched(let first), .switched(let second)): second < first
    default: a.rank < b.rank
    }
  }
}

package enum CommsStatus {
  static let field = DerivedField(
    CommsItem.schema, "status", .choice(["sent", "late", "due"]), "sent, late (its day is past) or due."
  ) { item, project in
    if item[CommsItem.sent] != nil { return .text("sent") }
    guard let day = day(of: item, in: project), let asOf = project.asOf else { return nil }
    return .text(asOf.isOver(Period(day)).holds ? "late" : "due")
  }

  /// The day of those that are sent next; nil when nothing is to come.
  package static func nextDay(in project: TransitionProject) -> Day? {
    guard let asOf = project.asOf else { return nil }
    let open = project[CommsItem.schema].filter { $0[CommsItem.sent] == nil }.compactMap { day(of: $0, in: project) }
    return open.filter { !asOf.isOver(Period($0)).holds }.min()
  }

  /// Where an item stands, as the derived status says.
  package static func of(_ item: Record, in project: TransitionProject) -> String? {
    field.value(item, project).flatMap { String.from($0) }
  }

  /// The day of an item: its own, or its distance from a milestone.
  package static func day(of item: Record, in project: TransitionProject) -> Day? {
    if let day = item[CommsItem.when] { return day }
    return item[CommsItem.anchor]?.day(in: project)
  }
}
