// The time in which both providers work: from the first go-live until the old one leaves, some days after the last.

package import Languages

package struct ProviderOverlap: Sendable, Equatable {
  /// The first go-live, and the last day on which the outgoing provider works as well.
  package let from, to: Day

  /// Days of overlap where the project says nothing.
  private static let usualDays: Int64 = 14

  /// Nil without a go-live, and where no provider leaves.
  package init?(_ project: TransitionProject) {
    let goLives = project.goLives.map(\.day)
    guard project.record?[Project.outgoing]?.isEmpty == false, let first = goLives.min(), let last = goLives.max(),
      let end = Self.end(after: last, in: project), first <= end
    else { return nil }
    (from, to) = (first, end)
  }

  /// The last day of the overlap, `overlapDays` after the last go-live.
  package static func end(after goLive: Day, in project: TransitionProject) -> Day? {
    goLive.adding(days: Int(project.record?[Project.overlapDays]?.mantissa ?? usualDays))
  }
}
