// The days of a plan that nobody has written yet: counted back and forth from the go-lives.

import Languages

/// Five phases in whole weeks around the go-lives, and the days that starters name by them.
struct ProposedDays {
  struct Phase {
    let kind: String
    let start: Day
    let end: Day
  }

  /// A day on which markets go live.
  struct Wave {
    /// `w1`, in the order of days.
    let id: String
    let goLive: Day
    let markets: [String]
  }

  let phases: [Phase]
  let waves: [Wave]
  private let holidays: [String: Set<Day>]

  /// How many weeks a phase takes. Those of knowledge transfer and of tests are weeks without a blackout.
  private static let weeks = (plan: 6, transfer: 4, test: 4, afterLastGoLive: 2, stabilise: 9)
  /// Beyond that a blackout has no end.
  private static let mostWeeks = 520

  /// Nil where no day of go-live is written.
  init?(_ project: TransitionProject) {
    let goLives = (project.record?[Project.goLive]?.entries ?? []).compactMap { entry in
      Day.from(entry.value.value).map { (market: entry.key, day: $0) }
    }
    guard let first = goLives.map(\.day).min(), let last = goLives.map(\.day).max() else { return nil }
    let days = Set(goLives.map(\.day)).sorted()
    waves = days.enumerated().map { index, day in
      Wave(id: "w\(index + 1)", goLive: day, markets: goLives.filter { $0.day == day }.map(\.market))
    }
    let blackouts = (project.record?[Project.calendar]?[ProjectCalendar.blackouts] ?? []).compactMap { blackout in
      blackout[Blackout.from].flatMap { from in blackout[Blackout.to].map { (from, $0) } }
    }
    guard let phases = Self.phases(first, last, blackouts) else { return nil }
    self.phases = phases
    holidays = Self.holidays(project, goLives.map(\.market), phases)
  }

  // MARK: Phases

  private static func phases(_ first: Day, _ last: Day, _ blackouts: [(Day, Day)]) -> [Phase]? {
    func isFree(_ monday: Day) -> Bool {
      guard let friday = monday.adding(days: 4) else { return false }
      return !blackouts.contains { $0.0 <= friday && monday <= $0.1 }
    }
    func back(_ weeks: Int, from monday: Day?, _ counts: (Day) -> Bool) -> Day? {
      var (day, left, all) = (monday, weeks, 0)
      while left > 0, all < mostWeeks, let earlier = day?.adding(days: -7) {
        (day, all) = (earlier, all + 1)
        if counts(earlier) { left -= 1 }
      }
      return left == 0 ? day : nil
    }
    let goLive = first.adding(days: 1 - first.weekday)
    let stabilise = last.adding(days: 1 - last.weekday + 7 * weeks.afterLastGoLive)
    let test = back(weeks.test, from: goLive, isFree)
    let transfer = back(weeks.transfer, from: test, isFree)
    let plan = back(weeks.plan, from: transfer) { _ in true }
    let after = stabilise?.adding(days: 7 * weeks.stabilise)
    let starts = [plan, transfer, test, goLive, stabilise, after].compactMap(\.self)
    guard starts.count == 6 else { return nil }
    // Each ends on the Friday before the next one.
    return zip(["plan", "transfer", "test", "go-live", "stabilise"], zip(starts, starts.dropFirst())).compactMap {
      kind, days in days.1.adding(days: -3).map { Phase(kind: kind, start: days.0, end: $0) }
    }
  }

  /// The phase that a day lies in, or the one before it where it lies between two.
  func phase(of day: Day) -> Phase? { phases.last { $0.start <= day } ?? phases.first }

  // MARK: Holidays

  /// Those of the project's calendar; of countries that it does not name, those that are known.
  private static func holidays(_ project: TransitionProject, _ markets: [String], _ phases: [Phase]) -> [String: Set<
    Day
  >] {
    var holidays = WorkingDays.holidays(project)
    guard let first = phases.first?.start.year, let last = phases.last?.end.year else { return holidays }
    for market in markets where holidays[market] == nil {
      holidays[market] = (first - 1...last + 1).reduce(into: []) { $0.formUnion(PublicHolidays.days(market, $1)) }
    }
    return holidays
  }

  private func isWorkingDay(_ day: Day, in markets: [String]) -> Bool {
    !WorkingDays.isWeekend(day) && !markets.contains { holidays[$0]?.contains(day) == true }
  }

  // MARK: Days by name

  /// The day that a starter names: `T-28`, `first`, `plan.end-14`; nil where the text names none.
  ///
  /// `T` is the go-live of the wave. A day that is not worked on in the wave's markets (of all of them without a wave)
  /// moves to the working day before; with `>` at the end to the one after. Go-lives stay as they were written.
  func day(named text: String, wave: Wave?) -> Day? {
    let isLater = text.hasSuffix(">")
    let name = isLater ? String(text.dropLast()) : text
    if let goLive = goLive(name, wave) { return goLive }
    guard var day = distant(name, wave) else { return nil }
    let markets = wave?.markets ?? waves.flatMap(\.markets)
    while !isWorkingDay(day, in: markets), let next = day.adding(days: isLater ? 1 : -1) { day = next }
    return day
  }

  private func distant(_ name: String, _ wave: Wave?) -> Day? {
    if let day = phaseDay(name) { return day }
    guard let sign = name.lastIndex(where: { $0 == "+" || $0 == "-" }), let distance = Int(name[sign...]) else {
      return nil
    }
    let anchor = String(name[..<sign])
    return (goLive(anchor, wave) ?? phaseDay(anchor))?.adding(days: distance)
  }

  private func goLive(_ name: String, _ wave: Wave?) -> Day? {
    switch name {
    case "T": wave?.goLive
    case "first": waves.first?.goLive
    case "last": waves.last?.goLive
    default: nil
    }
  }

  /// The first or last day of a phase: `plan.start`, `go-live.end`.
  func phaseDay(_ name: String) -> Day? {
    for phase in phases {
      if name == phase.kind + ".start" { return phase.start }
      if name == phase.kind + ".end" { return phase.end }
    }
    return nil
  }
}
