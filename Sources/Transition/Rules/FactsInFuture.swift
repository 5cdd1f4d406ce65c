// V10: a fact is dated after the day up to which facts are known.

import Languages
import Syntax

enum FactsInFuture: Rule {
  static let id = "V10"
  static let weight = RuleClass.integrity
  static let rationale = "A project's dataDate says up to when its facts are known; nothing has happened after it."
  static let messages = [
    "later": RuleMessage(
      "{field} {day} lies after the project's dataDate {dataDate}", "correct the day, or move dataDate")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, dataDate: 2026-02-28 }
      milestones.yaml
        - { id: m1, name: Go-live, planned: 2026-03-02, actual: ‸2026-03-02 }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, dataDate: 2026-03-03 }
      milestones.yaml
        - { id: m1, name: Go-live, planned: 2026-03-02, actual: 2026-03-02 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard let record = context.all.record, let dataDate = record[Project.dataDate] else { return [] }
    let related = Diagnostic.Related("facts are known up to here", record.place(of: "dataDate"))
    return context.all.allRecords.flatMap { root -> [Finding] in
      // Most records have no fact so late.
      guard let latest = root.latestFact, dataDate < latest else { return [] }
      return RecordWalk.values(of: root).compactMap { spec, located in
        guard spec.isFact, let day = lastDay(located.value), dataDate < day, spec.name != "period" else { return nil }
        return Finding(
          "later", at: Place(root.file, located.span),
          ["field": spec.name, "day": day.iso, "dataDate": dataDate.iso], of: root, related: [related])
      }
    }
  }

  private static func lastDay(_ value: Value) -> Day? {
    switch value {
    case .day(let day): day
    case .moment(let moment): moment.day
    case .period(let period): period.firstDay
    default: nil
    }
  }
}
