// V09: phases that leave working days between them, or run into each other without a word why.

import Languages
import Syntax

enum PhaseGaps: Rule {
  static let id = "V09"
  static let weight = RuleClass.advice
  static let rationale = "Phases follow each other without a gap; where they overlap on purpose, a note says why."
  static let messages = [
    "gap": RuleMessage(
      "nothing is planned between \"{before}\" and \"{id}\": {days} working days from {from}",
      "move one of the two, or write the phase between them"),
    "overlap": RuleMessage(
      "\"{id}\" begins on {start}, while \"{before}\" goes on until {end}", "say why in a note, or move one of the two"),
  ]
  static let example = RuleExample(
    broken: """
      phases.yaml
        - { id: plan, name: Plan, start: 2026-01-05, end: 2026-01-30 }
        - { id: test, name: Test, start: ‸2026-02-09, end: 2026-02-27 }
      """,
    sound: """
      phases.yaml
        - { id: plan, name: Plan, start: 2026-01-05, end: 2026-01-30 }
        - { id: test, name: Test, start: 2026-02-02, end: 2026-02-27 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let phases = context.all[Phase.schema].filter { $0[Phase.start] != nil && $0[Phase.end] != nil }
      .sorted { ($0[Phase.start] ?? .earliest) < ($1[Phase.start] ?? .earliest) }
    guard var latest = phases.first else { return [] }
    var found: [Finding] = []
    for phase in phases.dropFirst() {
      found += between(latest, phase, context.holidays).map { [$0] } ?? []
      if (latest[Phase.end] ?? .earliest) < (phase[Phase.end] ?? .earliest) { latest = phase }
    }
    return found
  }

  private static func between(_ before: Record, _ phase: Record, _ holidays: [String: Set<Day>]) -> Finding? {
    guard let end = before[Phase.end], let start = phase[Phase.start] else { return nil }
    if start <= end {
      guard before[CommonFields.note] == nil, phase[CommonFields.note] == nil else { return nil }
      return finding("overlap", phase, before, ["start": start.iso, "end": end.iso])
    }
    let first = end.adding(days: 1) ?? end
    let free = WorkingDays.count(from: first, until: start, holidays: holidays)
    return free == 0 ? nil : finding("gap", phase, before, ["days": String(free), "from": first.iso])
  }

  private static func finding(_ message: String, _ phase: Record, _ before: Record, _ values: [String: String])
    -> Finding
  {
    Finding(
      message, phase, "start", values.merging(["before": before.title]) { $1 },
      related: [.init("the phase before it", before.place(of: "end"))])
  }
}

/// Days on which people work: neither at the weekend nor on a public holiday of every market.
enum WorkingDays {
  static func isWeekend(_ day: Day) -> Bool { day.weekday > 5 }

  /// The holidays of the project's calendar, by country.
  static func holidays(_ project: TransitionProject) -> [String: Set<Day>] {
    var days: [String: Set<Day>] = [:]
    for entry in project.record?[Project.calendar]?[ProjectCalendar.holidays]?.entries ?? [] {
      days[entry.key] = Set([Day].from(entry.value.value) ?? [])
    }
    return days
  }

  /// Working days from one day on and before another; a holiday counts when every country has it.
  static func count(from start: Day, until end: Day, holidays: [String: Set<Day>], atMost most: Int = .max) -> Int {
    var count = 0
    var day = start
    while day < end, count < most {
      let isHoliday = !holidays.isEmpty && holidays.values.allSatisfy { $0.contains(day) }
      if !isWeekend(day), !isHoliday { count += 1 }
      guard let next = day.adding(days: 1) else { break }
      day = next
    }
    return count
  }
}
