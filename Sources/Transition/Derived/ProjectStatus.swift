// The traffic lights of a steering report, each from facts: dates, gate, risks, key figures, money; and the worst of all.

package enum StatusLight: Int, Sendable, Comparable {
  case green, amber, red

  package var name: String {
    switch self {
    case .green: "green"
    case .amber: "amber"
    case .red: "red"
    }
  }

  package static func < (left: StatusLight, right: StatusLight) -> Bool { left.rawValue < right.rawValue }
}

/// What readers can judge a project by on the as-of day; each light is nil while there is nothing to judge.
package struct ProjectStatus: Sendable {
  package enum Area: String, Sendable, CaseIterable {
    case plan, gate, risks, quality, money
  }

  /// Later than this, any milestone is red.
  private static let tolerance = 14
  /// From so many days before a gate on, what is not looked at yet is amber.
  private static let near = 7

  package let position: PlanPosition
  package let gate: NextGate?
  package let spending: Spending?
  /// Risks that are not closed, the highest score first.
  package let risks: [Record]
  /// Indicators with what their last value means; those that have one.
  package let figures: [(kpi: Record, status: String)]
  private let project: TransitionProject
  private let asOf: AsOf

  package init(_ project: TransitionProject, asOf: AsOf) {
    self.project = project
    self.asOf = asOf
    position = PlanPosition(project, on: asOf.day)
    gate = NextGate(project)
    spending = Spending(project)
    let open = project[Risk.schema].filter { $0.riskStatus != "closed" }
    risks = open.enumerated().sorted { a, b in
      let (first, second) = (a.element.riskScore ?? 0, b.element.riskScore ?? 0)
      return first == second ? a.offset < b.offset : second < first
    }.map(\.element)
    figures = project[KPI.schema].compactMap { kpi in KPIStatus.of(kpi, in: project).map { (kpi, $0) } }
  }

  package func light(_ area: Area) -> StatusLight? {
    switch area {
    case .plan: plan
    case .gate: readiness
    case .risks: risk
    case .quality: quality
    case .money: money
    }
  }

  package var overall: StatusLight? { Area.allCases.compactMap { light($0) }.max() }

  /// Red when a gate or a go-live is late, or anything by more than two weeks. Of a plan that nobody has confirmed only
  /// what is late counts.
  private var plan: StatusLight? {
    let dated = project[Milestone.schema].filter { $0[Milestone.planned] != nil }
    guard !position.late.isEmpty || dated.contains(where: { !$0.isProposed }) else { return nil }
    let gates = Set(NextGate.all(in: project).map(\.id))
    let isGrave = position.late.contains { milestone in
      let phase = milestone[Milestone.phase].flatMap { project.find($0, in: Phase.schema) }
      let days = milestone[Milestone.planned].map { asOf.day.days(since: $0) } ?? 0
      return gates.contains(milestone.id) || phase?[Phase.kind] == "go-live" || days > Self.tolerance
    }
    return isGrave ? .red : position.late.isEmpty ? .green : .amber
  }

  /// Red when what must be is not; amber when something else is not, or is open shortly before the day.
  private var readiness: StatusLight? {
    let items = gate?.items.filter { !isProposed($0) } ?? []
    let unmet = items.filter { ReadinessVerdict.isMet($0) == false }
    if unmet.contains(where: { $0[ReadinessItem.must] == true }) { return .red }
    if !unmet.isEmpty { return .amber }
    guard items.contains(where: { ReadinessVerdict.isMet($0) != nil }) else { return nil }
    let isOpen = items.contains { ReadinessVerdict.isMet($0) == nil }
    let isNear = gate?.milestone[Milestone.planned].map { $0.days(since: asOf.day) <= Self.near } ?? false
    return isOpen && isNear ? .amber : .green
  }

  /// Criteria of a list that nobody has confirmed judge nothing.
  private func isProposed(_ item: Record) -> Bool {
    gate?.lists.contains { list in list.isProposed && (list[Readiness.items] ?? []).contains { $0 === item } } ?? false
  }

  /// Red when a high risk has occurred, or stays high after all that is done; amber when one is high or has occurred.
  private var risk: StatusLight? {
    let all = project[Risk.schema].filter { !$0.isProposed }
    guard all.contains(where: { $0.riskScore != nil }) else { return nil }
    let confirmed = risks.filter { !$0.isProposed }
    let isGrave = confirmed.contains { risk in
      (risk.residualScore ?? 0) >= RiskScore.high || Self.isHigh(risk) && risk.riskStatus == "occurred"
    }
    if isGrave { return .red }
    return confirmed.contains { Self.isHigh($0) || $0.riskStatus == "occurred" } ? .amber : .green
  }

  package static func isHigh(_ risk: Record) -> Bool { (risk.riskScore ?? 0) >= RiskScore.high }

  /// Red when a figure is beyond its critical limit and does not get better; amber when one misses its target. Before
  /// the first go-live figures are those of the service that is to change, and no reason to stop changing it.
  private var quality: StatusLight? {
    let rated = figures.filter { $0.status != "suspended" }
    guard !rated.isEmpty else { return nil }
    let isLive = position.goLives.first.map { asOf.hasReached($0.day).holds } ?? true
    if isLive, rated.contains(where: { $0.status == "critical" && KPIStatus.trend($0.kpi) != "better" }) { return .red }
    return rated.allSatisfy { $0.status == "met" } ? .green : .amber
  }

  /// Red when the whole plan is exceeded, amber when an item is.
  private var money: StatusLight? {
    guard let spending, spending.isMeasured else { return nil }
    return spending.exceedsPlan ? .red : spending.hasOverrun ? .amber : .green
  }
}
