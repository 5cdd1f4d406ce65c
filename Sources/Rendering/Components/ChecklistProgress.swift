// How far a checklist is: how many things are done, how many are late.

import Languages
import Site

struct ChecklistProgress {
  let done, late, count: Int
  /// Whether the data say it of anything.
  let isKnown: Bool

  init(_ items: [ChecklistItem]) {
    done = items.count(where: \.isDone)
    late = items.count(where: \.isLate)
    count = items.count
    isKnown = items.contains { $0.state != nil }
  }

  var open: Int { count - done - late }

  /// "12 of 40 done, 3 late".
  func summary(_ context: ComponentContext) -> String {
    let values = ["n": context.language.number(done), "of": context.language.number(count)]
    guard late > 0 else { return context.text("checklist-summary", values) }
    return context.text(
      "checklist-summary-late", values.merging(["late": context.language.number(late)]) { first, _ in first })
  }
}
