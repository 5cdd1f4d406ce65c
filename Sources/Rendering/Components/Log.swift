// What logs share: the newest first, what is new since a day, as many as are asked for, and a note that says so.

import Languages
import Site
import Transition

/// A log of a project: records that have a day.
struct Log {
  static let since = ComponentParameter(name: "since", kind: .day, summary: "Shows what is new since that day.")

  let context: ComponentContext
  /// The day on which an entry was made.
  let day: (Record) -> Day?

  var sinceDay: Day? { context.arguments[Self.since.name].flatMap { Day(iso: $0) } }

  /// The newest first; those without a day last, and not among what is new. Entries of one day keep their order.
  func entries(_ records: [Record]) -> [Record] {
    let kept =
      sinceDay.map { since in records.filter { record in day(record).map { since <= $0 } ?? false } } ?? records
    return kept.enumerated().sorted { a, b in
      let (first, second) = (day(a.element), day(b.element))
      if first == second { return a.offset < b.offset }
      guard let first, let second else { return first != nil }
      return second < first
    }.map(\.element)
  }

  /// The log with these entries.
  func figure(
    _ caption: String, emptyText: String, of entries: [Record], _ columns: [RecordColumn], hasAnchors: Bool = false
  ) -> Figure {
    let shown = context.limited(entries)
    var figure = context.figure(
      context.caption(caption), emptyText: nothingNew ?? context.text(emptyText), of: shown, columns,
      hasAnchors: hasAnchors)
    figure.notes = note(entries.count) + context.more(entries.count, than: shown.count)
    return figure
  }

  /// "3 new entries since 2 March."
  private func note(_ count: Int) -> [MergedText] {
    guard let words = sinceWords, let text = context.language.plural("log-new", count: count, ["since": words]) else {
      return []
    }
    return [MergedText(text)]
  }

  private var nothingNew: String? { sinceWords.map { context.text("log-nothing-new", ["since": $0]) } }

  private var sinceWords: String? {
    sinceDay.map { context.language.format($0, as: .since, relativeTo: context.format.asOf.day) }
  }
}
