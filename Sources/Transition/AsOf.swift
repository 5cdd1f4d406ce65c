// The day that a build speaks for. Every comparison with "today" goes through it, and says until when it holds.

package import Languages

/// The as-of day. A build never reads the clock: given the same day it gives the same bytes.
package struct AsOf: Sendable, Hashable {
  package let day: Day

  package init(_ day: Day) { self.day = day }

  /// A judgement and the day on which it changes by itself, if it does.
  package struct Judgement: Sendable {
    package let holds: Bool
    package let until: Day?
  }

  /// Whether a day has come: its start is not after the as-of day's start.
  package func hasReached(_ day: Day) -> Judgement {
    day <= self.day ? Judgement(holds: true, until: nil) : Judgement(holds: false, until: day)
  }

  /// Whether a period is over, so that its figures can be known.
  package func isOver(_ period: Period) -> Judgement {
    period.lastDay < day
      ? Judgement(holds: true, until: nil) : Judgement(holds: false, until: period.lastDay.adding(days: 1))
  }
}
