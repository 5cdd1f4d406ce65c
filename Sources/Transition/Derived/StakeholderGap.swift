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
}
