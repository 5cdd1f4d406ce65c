// V12: something goes live on a day on which nothing may.

import Languages
import Syntax

enum BlackoutDates: Rule {
  static let id = "V12"
  static let weight = RuleClass.completeness
  static let rationale = "Nothing goes live in a blackout, unless the blackout allows that record by its id."
  static let messages = [
    "inside": RuleMessage(
      "{what} goes live on {day}, inside the blackout {from} to {to}", "move it, or name {what} in the blackout's allow"
    )
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: ‸2025-12-01 }
        calendar: { blackouts: [{ from: 2025-11-17, to: 2026-01-11, reason: Christmas trade }] }
      """,
    sound: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
        calendar: { blackouts: [{ from: 2025-11-17, to: 2026-01-11, reason: Christmas trade }] }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let blackouts = context.all.record?[Project.calendar]?[ProjectCalendar.blackouts] ?? []
    return blackouts.isEmpty ? [] : goLives(context.all).compactMap { inside($0, blackouts) }
  }

  private typealias GoLive = (what: String, day: Day, place: Place, record: Record)

  private static func goLives(_ project: TransitionProject) -> [GoLive] {
    var days: [GoLive] = []
    if let record = project.record {
      for entry in record[Project.goLive]?.entries ?? [] {
        if let day = Day.from(entry.value.value) {
          days.append((entry.key, day, Place(record.file, entry.value.span), record))
        }
      }
    }
    for wave in project[Wave.schema] {
      if let day = wave[Wave.goLive] { days.append((wave.title, day, wave.place(of: Wave.goLive.spec.name), wave)) }
    }
    return days
  }

  private static func inside(_ goLive: GoLive, _ blackouts: [Record]) -> Finding? {
    for blackout in blackouts where blackout[Blackout.allow]?.contains(goLive.what) != true {
      guard let from = blackout[Blackout.from], let to = blackout[Blackout.to], from <= goLive.day, goLive.day <= to
      else { continue }
      let values = ["what": goLive.what, "day": goLive.day.iso, "from": from.iso, "to": to.iso]
      return Finding(
        "inside", at: goLive.place, values, of: goLive.record, related: [.init("the blackout", blackout.place)])
    }
    return nil
  }
}
