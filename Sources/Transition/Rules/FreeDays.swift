// V13: something is planned for a weekend or a public holiday of a market it concerns.

import Languages
import Syntax

enum FreeDays: Rule {
  static let id = "V13"
  static let weight = RuleClass.advice
  static let rationale =
    "People who must act are at work on the day; maintenance and runbook steps may choose otherwise."
  static let messages = [
    "weekend": RuleMessage("{field} of \"{id}\" is a {weekday}: {day}", "plan it for a working day"),
    "holiday": RuleMessage("{field} of \"{id}\" is a public holiday in {country}: {day}", "plan it for a working day"),
  ]
  static let example = RuleExample(
    broken: """
      waves.yaml
        - { id: w1, markets: [SE], goLive: ‸2026-03-01 }
      """,
    sound: """
      waves.yaml
        - { id: w1, markets: [SE], goLive: 2026-03-02 }
      """)

  /// Days on which somebody must act.
  private static let fields: [(schema: EntitySchema, field: Field<Day>)] = [
    (Milestone.schema, Milestone.planned), (Wave.schema, Wave.goLive), (TransitionTask.schema, TransitionTask.start),
    (TransitionTask.schema, TransitionTask.end), (Deliverable.schema, Deliverable.due),
    (KTSession.schema, KTSession.date), (CommsItem.schema, CommsItem.when),
  ]

  static func check(_ context: RuleContext) -> [Finding] {
    return fields.flatMap { schema, field in
      context.all[schema].compactMap { record in
        record[field].flatMap { finding(record, field, $0, context) }
      }
    }
  }

  private static func finding(
    _ record: Record, _ field: Field<Day>, _ day: Day, _ context: RuleContext
  ) -> Finding? {
    let name = field.spec.name
    if WorkingDays.isWeekend(day) {
      let weekday = day.weekday == 6 ? "Saturday" : "Sunday"
      return Finding("weekend", record, name, ["field": name, "day": day.iso, "weekday": weekday])
    }
    let markets = concerned(record) ?? context.project.markets
    guard let country = markets.first(where: { context.holidays[$0]?.contains(day) == true }) else { return nil }
    return Finding("holiday", record, name, ["field": name, "day": day.iso, "country": country])
  }

  /// The countries that a record names; nil when it is for all.
  private static func concerned(_ record: Record) -> [String]? {
    let located = record.located("markets") ?? record.located("market")
    return located.flatMap { [String].from($0.value) }
  }
}
