// What a Gantt chart shows: rows with bars and marks, what depends on what, and times without change; nothing is drawn.

import Languages
import Site
import Transition

struct GanttPlan {
  struct Bar {
    enum Look: CaseIterable { case over, running, ahead, training, hypercare, overlap }

    let from, to: Day
    let look: Look
  }

  struct Mark {
    enum Sign: CaseIterable { case baseline, planned, reached, ahead, late, goLive, noReturn }

    let day: Day
    let sign: Sign
  }

  struct Row {
    /// The record it shows; nothing for what the project says itself.
    let record: String
    let name: MergedText
    var level = 0
    var isBold = false
    var bars: [Bar] = []
    var marks: [Mark] = []
    /// From a day that was agreed or planned to the one that counts now.
    var slip: (from: Day, to: Day, isOpen: Bool)?
    /// The same in days, beside its mark.
    var slipText: String?
    /// Ids of the milestones and tasks that come before it; nil for what is neither.
    var dependsOn: [String]?
    /// As its table says it.
    var start: Day?
    var end: Day?
    var state = Figure.Cell("")
    /// What nobody misses in the drawing when there is no room: it is done, or one of many.
    var isMinor = false

    var days: [Day] {
      bars.flatMap { [$0.from, $0.to] } + marks.map(\.day) + [slip?.from, slip?.to].compactMap(\.self)
    }

    /// The day at which arrows arrive and leave.
    var anchor: Day? { marks.last { [.reached, .ahead, .late].contains($0.sign) }?.day ?? bars.first?.to }
  }

  struct Blackout {
    let from, to: Day
    let reason: MergedText?
  }

  let rows: [Row]
  let blackouts: [Blackout]
  /// What it is cut to.
  let from, to: Day?
  let today: Day

  /// The part of it that a window holds, where there is one.
  init(_ rows: [Row], blackouts: [Blackout], from: Day?, to: Day?, today: Day) {
    func isInside(_ days: [Day]) -> Bool {
      guard let first = days.min(), let last = days.max() else { return from == nil && to == nil }
      return from.map { $0 <= last } ?? true && to.map { first <= $0 } ?? true
    }
    // What has parts inside stays above them.
    var kept: [Row] = []
    for row in rows.reversed() where isInside(row.days) || (kept.last?.level ?? 0) > row.level { kept.append(row) }
    self.rows = kept.reversed()
    self.blackouts = blackouts.filter { isInside([$0.from, $0.to]) }
    (self.from, self.to, self.today) = (from, to, today)
  }

  /// Rows that have a place on a drawing, or parts with one.
  var placed: [Row] {
    rows.enumerated().filter { index, row in
      !row.days.isEmpty || (index + 1 < rows.count && rows[index + 1].level > row.level)
    }.map(\.element)
  }

  /// As many of them as a drawing holds: what is minor gives way first, the oldest before the others.
  func drawn(most: Int) -> [Row] {
    let placed = placed
    var surplus = placed.count - most
    guard surplus > 0 else { return placed }
    let left = placed.filter { row in
      guard row.isMinor, surplus > 0 else { return true }
      surplus -= 1
      return false
    }
    // Then the last of the others; all phases and waves stay.
    let kept = left.reversed().filter { row in
      guard row.level > 0, surplus > 0 else { return true }
      surplus -= 1
      return false
    }
    return Array(kept.reversed().prefix(most))
  }

  /// Every day that has to find its place, within the window; today's as well, unless it lies half a year off.
  func days(of rows: [Row]) -> [Day] {
    var days = rows.flatMap(\.days)
    guard let first = days.min(), let last = days.max() else { return [] }
    if first.days(since: today) <= Self.nearby && today.days(since: last) <= Self.nearby { days.append(today) }
    days += [from, to].compactMap(\.self)
    return days.filter { day in from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true }
  }

  private static let nearby = 183
}
