// `where="status=open, score>=8"` of `::table`: conditions that all hold for the rows that are shown.

import Languages
import Transition

struct TableCondition: Sendable {
  enum Relation: String, CaseIterable, Sendable {
    // The longer ones first: they begin like the others.
    case atLeast = ">="
    case atMost = "<="
    case not = "!="
    case above = ">"
    case below = "<"
    case equal = "="

    var isOrder: Bool { self != .equal && self != .not }
  }

  let path: TablePath
  let relation: Relation
  /// What is asked for, in the field's type; a text where the field has no typed values.
  let wanted: Value

  /// Splits one condition into its parts; nil when there is no relation in it, or nothing on one of its sides.
  static func parts(_ text: String) -> (field: String, relation: Relation, value: String)? {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      let rest = bytes[index...]
      guard let relation = Relation.allCases.first(where: { rest.starts(with: $0.rawValue.utf8) }) else { continue }
      let field = trimmed(bytes[..<index])
      let value = trimmed(rest.dropFirst(relation.rawValue.utf8.count))
      return field.isEmpty || value.isEmpty ? nil : (field, relation, value)
    }
    return nil
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { $0 == 0x20 }
    return String(decoding: Array(start.reversed().drop { $0 == 0x20 }.reversed()), as: UTF8.self)
  }

  /// A value as the field's kind reads it; nil when it does not fit.
  static func value(_ text: String, _ kind: FieldKind) -> Value? {
    switch kind {
    case .number, .integer, .money: FixedDecimal(text).map { .number($0) }
    case .day: Day(iso: text).map { .day($0) }
    case .moment: Moment(text).map { .moment($0) } ?? Day(iso: text).map { .day($0) }
    case .period, .month, .quarter: Period(text).map { .period($0) }
    case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .choice(let names): names.contains(text) ? .text(text) : nil
    case .list(let element), .map(let element): value(text, element)
    case .either(let first, let second): value(text, first) ?? value(text, second)
    case .anyOf(let kinds): kinds.lazy.compactMap { value(text, $0) }.first
    case .record: nil
    default: .text(text)
    }
  }

  func holds(_ record: Record, in project: TransitionProject) -> Bool {
    guard let value = path.value(of: record, in: project) else { return relation == .not }
    return relation == .not ? !equals(value) : relation == .equal ? equals(value) : isOrdered(value)
  }

  private func equals(_ value: Value) -> Bool {
    switch (value, wanted) {
    case (.list(let elements), _): elements.contains { equals($0.value) }
    case (.text(let text), .text(let wanted)), (.reference(let text), .text(let wanted)): text == wanted
    case (.localized(let text), .text(let wanted)), (.markdown(let text), .text(let wanted)):
      text.entries.contains { $0.text == wanted }
    case (.moment(let moment), .day(let day)): moment.day == day
    default: TableOrder.compare(value, wanted, path.spec) == 0
    }
  }

  private func isOrdered(_ value: Value) -> Bool {
    if case .list(let elements) = value { return elements.contains { isOrdered($0.value) } }
    guard let order = TableOrder.compare(value, wanted, path.spec) else { return false }
    return switch relation {
    case .atLeast: order >= 0
    case .atMost: order <= 0
    case .above: order > 0
    case .below: order < 0
    case .equal, .not: false
    }
  }
}
