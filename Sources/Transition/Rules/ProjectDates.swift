// V04: a project says when it begins or when its markets go live, and times of its clock that exist.

import Foundation
import Languages
import Syntax

enum ProjectDates: Rule {
  static let id = "V04"
  static let weight = RuleClass.integrity
  static let rationale =
    "A value has the type, the unit and the range that its field asks for; a few fields must be there."
  static let messages = [
    "no-day": RuleMessage(
      "project without \"goLive\" and \"start\"", "add goLive with a day for each market, or start"),
    "no-time": RuleMessage(
      "{moment} does not exist in {zone}: the clock jumps over it", "name a time before or after the jump"),
    "minor-units": RuleMessage(
      "{amount} has more digits than {currency} has minor units", "write at most {digits} digits after the point"),
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        ‸name: Change of provider
        type: partner-change
      """,
    sound: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard let record = context.all.record else { return [] }
    let hasDay = record[Project.start] != nil || record[Project.goLive] != nil
    return (hasDay ? [] : [Finding("no-day", record)]) + moments(context.all, record) + amounts(context.all, record)
  }

  /// Times that the clock of the project's zone jumps over in spring.
  private static func moments(_ project: TransitionProject, _ record: Record) -> [Finding] {
    guard let name = record[Project.timezone], let zone = TimeZone(identifier: name) else { return [] }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return moments(project).compactMap { root, moment, span in
      guard !exists(moment, calendar) else { return nil }
      return Finding("no-time", at: Place(root.file, span), ["moment": moment.description, "zone": name], of: root)
    }
  }

  /// Every moment without an offset, with its place.
  static func moments(_ project: TransitionProject) -> [(root: Record, moment: Moment, span: SourceSpan)] {
    withMoments.flatMap { project[$0] }.flatMap { root in
      RecordWalk.values(of: root).compactMap { _, located in
        guard case .moment(let moment) = located.value, moment.offset == nil else { return nil }
        return (root, moment, located.span)
      }
    }
  }

  private static func exists(_ moment: Moment, _ calendar: Calendar) -> Bool {
    let wanted = DateComponents(
      year: moment.day.year, month: moment.day.month, day: moment.day.day, hour: moment.minute / 60,
      minute: moment.minute % 60)
    guard let date = calendar.date(from: wanted) else { return false }
    let shown = calendar.dateComponents([.hour, .minute], from: date)
    return shown.hour == wanted.hour && shown.minute == wanted.minute
  }

  /// Amounts that are no whole number of minor units of the project's currency.
  private static func amounts(_ project: TransitionProject, _ record: Record) -> [Finding] {
    guard let currency = record[Project.currency].flatMap({ Currency($0) }) else { return [] }
    return withAmounts.flatMap { project[$0] }.flatMap { root in
      RecordWalk.values(of: root).compactMap { spec, located in
        guard case .money = spec.kind, let amount = FixedDecimal.from(located.value),
          amount.scaled(by: currency.minorUnitDigits) == nil
        else { return nil }
        let values = [
          "amount": amount.description, "currency": currency.code, "digits": String(currency.minorUnitDigits),
        ]
        return Finding("minor-units", at: Place(root.file, located.span), values, of: root)
      }
    }
  }

  /// The entities whose records can hold a moment, or an amount; few have one.
  private static let withMoments = Entities.all.filter {
    RecordWalk.holds($0) { if case .moment = $0 { true } else { false } }
  }
  private static let withAmounts = Entities.all.filter {
    RecordWalk.holds($0) { if case .money = $0 { true } else { false } }
  }
}
