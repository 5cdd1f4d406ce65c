// A gate's verdict: go, conditional or no-go, from its criteria and what was found.

import Languages

package enum ReadinessVerdict {
  package static let field = DerivedField(
    Readiness.schema, "verdict", .choice(["go", "conditional", "no-go"]), audience: .team,
    "go when every criterion is met, no-go when one that must be is not, else conditional."
  ) { readiness, project in of(readiness, in: project).map { .text($0) } }

  /// Nil as long as criteria are still looked at: before the gate's day and with some of them open. On that day what
  /// nobody looked at is not met.
  package static func of(_ readiness: Record, in project: TransitionProject) -> String? {
    let items = readiness[Readiness.items] ?? []
    let gate = readiness[Readiness.gate].flatMap { project.find($0, in: Milestone.schema) }
    let isDue = gate?[Milestone.planned].flatMap { day in project.asOf.map { $0.hasReached(day).holds } } ?? false
    guard !items.isEmpty, isDue || items.allSatisfy({ isMet($0) != nil }) else { return nil }
    let unmet = items.filter { isMet($0) != true }
    if unmet.contains(where: { $0[ReadinessItem.must] == true }) { return "no-go" }
    return unmet.isEmpty ? "go" : "conditional"
  }

  /// The criteria that a conditional go leaves open.
  package static func open(_ readiness: Record) -> [Record] {
    (readiness[Readiness.items] ?? []).filter { isMet($0) != true }
  }

  /// Whether a criterion is met; nil while nothing was found.
  package static func isMet(_ item: Record) -> Bool? {
    guard let threshold = item[ReadinessItem.threshold]?.value, let actual = item[ReadinessItem.actual]?.value
    else { return nil }
    if let wanted = Bool.from(threshold), let found = Bool.from(actual) { return wanted == found }
    guard let limit = FixedDecimal.from(threshold), let found = FixedDecimal.from(actual) else { return false }
    return item[ReadinessItem.direction] == "lower" ? found <= limit : limit <= found
  }
}
