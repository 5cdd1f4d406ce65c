// A time that the clock shows twice, in the hour in which it is turned back.

import Foundation
import Languages
import Syntax

enum ClockChange: Rule {
  static let id = "clock-change"
  static let weight = RuleClass.advice
  static let rationale =
    "A time that the clock shows twice in autumn says which of the two it is; without an offset the first is meant."
  static let messages = [
    "twice": RuleMessage(
      "{moment} comes twice in {zone}", "add the offset: {moment}{first}, or {moment}{second}; else the first is meant")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-10-26 }, timezone: Europe/Stockholm }
      runbookSteps.yaml
        - { wave: w1, no: 1, at: ‸2026-10-25T02:30, action: Route the new number }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-10-26 }, timezone: Europe/Stockholm }
      runbookSteps.yaml
        - { wave: w1, no: 1, at: 2026-10-25T03:30, action: Route the new number }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard let name = context.all.record?[Project.timezone], let zone = TimeZone(identifier: name) else { return [] }
    return ProjectDates.moments(context.all).compactMap { root, moment, span in
      guard let (first, second) = offsets(moment, zone) else { return nil }
      let values = ["moment": moment.description, "zone": name, "first": first, "second": second]
      return Finding("twice", at: Place(root.file, span), values, of: root)
    }
  }

  /// The two offsets that a time has when the clock is turned back over it; nil when there is only one.
  private static func offsets(_ moment: Moment, _ zone: TimeZone) -> (String, String)? {
    let local = Double(moment.day.number) * 86_400 + Double(moment.minute) * 60
    let before = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - 86_400))
    let after = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local + 86_400))
    // Turned back: the offset gets smaller, and both lead to the same time on the clock.
    guard after < before else { return nil }
    let isFirst = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - Double(before))) == before
    let isSecond = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - Double(after))) == after
    return isFirst && isSecond ? (text(before), text(after)) : nil
  }

  private static func text(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return (seconds < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }
}
