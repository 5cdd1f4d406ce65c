// What a small test came to: whether its time box is over, how long it is, and how far it moved its measure.

package import Languages

package enum IterationResult {
  package enum Standing: Sendable { case ahead, running, over }

  /// Days of a time box beyond which it is no longer small: six weeks.
  package static let longest = 42

  /// Without an end it runs on.
  package static func standing(_ iteration: Record, asOf: AsOf) -> Standing {
    if let start = iteration[Iteration.start], !asOf.hasReached(start).holds { return .ahead }
    return iteration[Iteration.end].map { asOf.isOver(Period($0)).holds } == true ? .over : .running
  }

  /// How many days it has, the first and the last included; nil while one of them is missing or they are twisted.
  package static func days(_ iteration: Record) -> Int? {
    guard let start = iteration[Iteration.start], let end = iteration[Iteration.end], start <= end else { return nil }
    return end.days(since: start) + 1
  }

  /// The latest day on which something of it became known: its end, while that lies ahead its start.
  package static func news(_ iteration: Record, asOf: AsOf) -> Day? {
    [iteration[Iteration.end], iteration[Iteration.start]].lazy.compactMap(\.self).first { asOf.hasReached($0).holds }
  }

  /// By how many percent of the value before the value after differs from it.
  package static func change(_ iteration: Record) -> FixedDecimal? {
    guard let before = iteration[Iteration.before], let after = iteration[Iteration.after] else { return nil }
    return Ratio(after).subtracting(Ratio(before))?.multiplied(by: Ratio(100))?.divided(by: Ratio(before))?.rounded(0)
  }
}
