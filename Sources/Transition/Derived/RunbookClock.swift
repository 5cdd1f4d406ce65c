// The clock of a cut-over: when T is, and from there the time of every step that is written as an offset.

import Foundation
package import Languages

package struct RunbookClock: Sendable {
  /// T: the day of the wave's go-live at the time when responsibility passes, as a handover pack says; nil where
  /// nobody has said when in the day that is.
  package let start: Moment?
  private let day: Day?
  private let zone: TimeZone?
  private let asOf: AsOf?

  /// When a step is due; without a time where only its day is known.
  package struct Time: Sendable, Equatable {
    package let day: Day
    package let clock: String?
  }

  package init(wave id: String, in project: TransitionProject) {
    let transfers = project[HandoverPack.schema].flatMap { $0[HandoverPack.responsibilityTransfer] ?? [] }
    let transfer = transfers.first { $0[ResponsibilityTransfer.wave] == id }?[ResponsibilityTransfer.at]
    let goLive = project.find(id, in: Wave.schema)?[Wave.goLive] ?? transfer?.day
    // A wave that was moved keeps its time of day.
    start = transfer.flatMap { at in at.day == goLive ? at : goLive.flatMap { Moment(day: $0, minute: at.minute) } }
    day = goLive
    zone = project.record?[Project.timezone].flatMap { TimeZone(identifier: $0) }
    asOf = project.asOf
  }

  /// Minutes from T to a step; negative before. Nil for a moment while T is not known.
  package func minutes(to step: Record) -> Int? {
    switch step[RunbookStep.at]?.value {
    case .text(let text): GoLiveOffset(text)?.minutes
    case .moment(let moment): start.map { elapsed(moment) - elapsed($0) }
    default: nil
    }
  }

  package func time(of step: Record) -> Time? {
    switch step[RunbookStep.at]?.value {
    case .moment(let moment): return Time(day: moment.day, clock: moment.time)
    case .text(let text):
      guard let minutes = GoLiveOffset(text)?.minutes else { return nil }
      return time(after: minutes, isInDays: text.utf8.last == UInt8(ascii: "d"))
    default: return nil
    }
  }

  /// Whether its day has passed without it being done.
  package func isLate(_ step: Record) -> Bool {
    guard step[RunbookStep.done] == nil, let asOf, let time = time(of: step) else { return false }
    return asOf.isOver(Period(time.day)).holds
  }

  /// Hours are counted as they pass, also where clocks are changed; days keep the time of day.
  private func time(after minutes: Int, isInDays: Bool) -> Time? {
    if isInDays || start == nil {
      guard minutes % Self.dayLength == 0, let due = day?.adding(days: minutes / Self.dayLength) else { return nil }
      return Time(day: due, clock: start?.time)
    }
    guard let start else { return nil }
    let moment = elapsed(start) + minutes
    let local = moment + (zone.map { $0.secondsFromGMT(for: Self.date(moment)) / 60 } ?? 0)
    let days = Int((Double(local) / Double(Self.dayLength)).rounded(.down))
    guard let due = Day(number: days), let time = Moment(day: due, minute: local - days * Self.dayLength) else {
      return nil
    }
    return Time(day: due, clock: time.time)
  }

  /// Minutes since 1970 in UTC; by the clock itself where the project's zone is not known. Days are bounded, so that
  /// nothing wraps round.
  private func elapsed(_ moment: Moment) -> Int {
    let local = Int(moment.day.number) * Self.dayLength + moment.minute
    guard let zone else { return local }
    if let offset = moment.offset { return local - offset }
    let near = zone.secondsFromGMT(for: Self.date(local)) / 60
    return local - zone.secondsFromGMT(for: Self.date(local - near)) / 60
  }

  private static func date(_ minutes: Int) -> Date { Date(timeIntervalSince1970: Double(minutes) * 60) }
  private static let dayLength = 1440
}
