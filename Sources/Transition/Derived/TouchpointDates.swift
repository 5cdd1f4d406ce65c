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

package enum CommsStatus {
  static let field = DerivedField(
    CommsItem.schema, "status", .choice(["sent", "late", "due"]), "sent, late (its day is past) or due."
  ) { item, project in
    if item[CommsItem.sent] != nil { return .text("sent") }
    guard let day = day(of: item, in: project), let asOf = project.asOf else { return nil }
    return .text(asOf.isOver(Period(day)).holds ? "late" : "due")
  }

  /// The day of an item: its own, or its distance from a milestone.
  package static func day(of item: Record, in project: TransitionProject) -> Day? {
    if let day = item[CommsItem.when] { return day }
    guard let anchor = item[CommsItem.anchor],
      let milestone = anchor[Anchor.milestone].flatMap({ project.find($0, in: Milestone.schema) }),
      let planned = milestone[Milestone.planned], let days = anchor[Anchor.offsetDays]
    else { return nil }
    return planned.adding(days: Int(days.mantissa))
  }
}
