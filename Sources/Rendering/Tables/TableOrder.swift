// Compares values of one field: numbers and days by size, choices in the order of their list.

import Languages
import Transition

enum TableOrder {
  /// Negative, zero or positive, as the first is before, equal to or behind the second; nil for what has no such order.
  static func compare(_ first: Value, _ second: Value, _ spec: FieldSpec) -> Int? {
    switch (first, second) {
    case (.number(let a), .number(let b)): sign(a, b)
    case (.boolean(let a), .boolean(let b)): sign(a ? 1 : 0, b ? 1 : 0)
    case (.text(let a), .text(let b)):
      choices(spec.kind).flatMap { names in
        names.firstIndex(of: a).flatMap { first in names.firstIndex(of: b).map { sign(first, $0) } }
      }
    default: day(first).flatMap { a in day(second).map { sign(a, $0) } }
    }
  }

  private static func sign<Item: Comparable>(_ a: Item, _ b: Item) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  private static func choices(_ kind: FieldKind) -> [String]? {
    if case .choice(let names) = kind { names } else { nil }
  }

  /// Days, months and moments on one line: by the minute at which they begin.
  private static func day(_ value: Value) -> Int? {
    switch value {
    case .day(let day): Int(day.number) * 1440
    case .period(let period): Int(period.firstDay.number) * 1440
    case .moment(let moment): Int(moment.day.number) * 1440 + moment.minute
    default: nil
    }
  }

  /// The rows by one column, those without a value last. Texts stand in the order of the reader's language.
  static func sorted(
    _ records: [Record], by path: TablePath, isDescending: Bool, _ context: ComponentContext
  ) -> [Record] {
    let valued = records.compactMap { record in path.value(of: record, in: context.project).map { (record, $0) } }
    let rest = records.filter { path.value(of: $0, in: context.project) == nil }
    let isOrdered = zip(valued, valued.dropFirst()).allSatisfy { compare($0.1, $1.1, path.spec) != nil }
    guard isOrdered else {
      let byText = context.language.sorted(valued) { context.format.text($0.1, path.spec, of: $0.0).text }.map(\.0)
      return (isDescending ? byText.reversed() : byText) + rest
    }
    let sorted = valued.enumerated().sorted { a, b in
      let order = compare(a.element.1, b.element.1, path.spec) ?? 0
      return order == 0 ? a.offset < b.offset : (order < 0) != isDescending
    }
    return sorted.map(\.element.0) + rest
  }
}
