// The days on which a project's markets go live.

package import Languages

/// Markets that go live on one day.
package struct GoLive: Sendable, Equatable {
  package let day: Day
  package let markets: [String]
}

extension TransitionProject {
  /// The days of go-live, the earliest first: by the waves, which every reader of the plan sees; else by the project's
  /// own days.
  package var goLives: [GoLive] {
    var days: [(Day, [String])] = self[Wave.schema].compactMap { wave in
      wave[Wave.goLive].map { ($0, wave[Wave.markets] ?? []) }
    }
    if days.isEmpty {
      days = (record?[Project.goLive]?.entries ?? []).compactMap { entry in
        Day.from(entry.value.value).map { ($0, [entry.key]) }
      }
    }
    return Set(days.map(\.0)).sorted().map { day in
      var markets: [String] = []
      for market in days.lazy.filter({ $0.0 == day }).flatMap(\.1) where !markets.contains(market) {
        markets.append(market)
      }
      return GoLive(day: day, markets: markets)
    }
  }
}
