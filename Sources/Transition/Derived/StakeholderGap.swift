// How far stakeholders stand from where they need to stand.

import Languages

package enum StakeholderGap {
  static let field = DerivedField(
    Stakeholder.schema, "gap", .integer(-4...4), "Levels from current to desired."
  ) { stakeholder, _ in of(stakeholder).map { .number(FixedDecimal($0)) } }

  /// Levels of engagement between current and desired; nil while one of the two is missing.
  package static func of(_ stakeholder: Record) -> Int? {
    guard let current = stakeholder[Stakeholder.current].flatMap({ Stakeholder.levels.firstIndex(of: $0) }),
      let desired = stakeholder[Stakeholder.desired].flatMap({ Stakeholder.levels.firstIndex(of: $0) })
    else { return nil }
    return desired - current
  }

  /// By what the most urgent come first: the gap times the power to help or to hinder; nil while one is missing.
  package static func weight(of stakeholder: Record) -> Int? {
    guard let gap = of(stakeholder), let power = stakeholder[Stakeholder.power] else { return nil }
    return gap * Int(power.mantissa)
  }

  /// The heaviest first; of those that weigh the same the wider gap, then the more powerful. Those whose weight is not
  /// known come last.
  package static func ranked(_ stakeholders: [Record]) -> [Record] {
    func key(_ record: Record) -> (Int, Int, Int) {
      (weight(of: record) ?? .min, of(record) ?? .min, record[Stakeholder.power].map { Int($0.mantissa) } ?? 0)
    }
    return stakeholders.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
  }
}

/// How a stakeholder is dealt with, by its power and its interest: the four fields of the grid.
package enum StakeholderCare: String, CaseIterable, Sendable {
  case involve, satisfy, inform, watch

  /// From this grade on power or interest counts as high.
  package static let high = 4

  /// Nil while one of the two is missing.
  package static func of(_ stakeholder: Record) -> StakeholderCare? {
    guard let power = stakeholder[Stakeholder.power], let interest = stakeholder[Stakeholder.interest] else {
      return nil
    }
    return of(power: Int(power.mantissa), interest: Int(interest.mantissa))
  }

  package static func of(power: Int, interest: Int) -> StakeholderCare {
    switch (power >= high, interest >= high) {
    case (true, true): .involve
    case (true, false): .satisfy
    case (false, true): .inform
    case (false, false): .watch
    }
  }
}
