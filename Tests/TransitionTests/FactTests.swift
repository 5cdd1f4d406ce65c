// Facts are known from their day on; judgements are derived from what is known.

import Languages
import Testing
import Transition

@Suite struct FactTests {
  private let files = [
    "milestones": "- { id: m1, name: n, planned: 2026-03-02, actual: 2026-03-10 }",
    "risks": """
    - { id: r1, title: t, owner: lead, probability: 4, impact: 3, occurred: 2026-03-10, reviewed: 2026-03-01 }
    - { id: r2, title: t, owner: lead, probability: 4 }
    """,
    "roles": "- { id: lead, title: t, party: client }",
    "kpis": """
    - id: weekly
      name: n
      target: 80
      frequency: weekly
      measurements:
        - { period: 2026-W10, value: 81 }
        - { period: 2026-W09, value: 79 }
        - { period: 2026-02, value: 1 }
        - { period: 2026-W11, value: 99, market: SE }
        - { period: 2026-W11, value: 83.5 }
    - { id: none, name: n, target: 80 }
    """,
  ]

  private func selected(_ day: String, _ audience: Audience = .restricted) throws -> TransitionProject {
    try project(files).selected(for: Readership(audience), asOf: try asOf(day))
  }

  @Test(arguments: Audience.allCases.filter { $0 >= .team }) func hidesADayThatHasNotCome(_ audience: Audience) throws {
    #expect(try selected("2026-03-09", audience).record("m1", Milestone.schema)[Milestone.actual] == nil)
    #expect(
      try selected("2026-03-10", audience).record("m1", Milestone.schema)[Milestone.actual] == Day(iso: "2026-03-10"))
    #expect(try selected("2026-03-09", audience).record("m1", Milestone.schema)[Milestone.planned] != nil)
    let risk = try selected("2026-03-09", audience).record("r1", Risk.schema)
    #expect(risk[Risk.occurred] == nil && risk[Risk.reviewed] != nil)
  }

  /// W10 ends on Sunday 8 March: its value is known on the Monday.
  @Test(arguments: [
    ("2026-03-01", [String]()), ("2026-03-02", ["2026-W09"]), ("2026-03-08", ["2026-W09"]),
    ("2026-03-09", ["2026-W09", "2026-W10"]), ("2026-03-16", ["2026-W09", "2026-W10", "2026-W11"]),
  ])
  func hidesMeasurementsOfUnfinishedPeriods(_ day: String, _ periods: [String]) throws {
    let kpi = try selected(day).record("weekly", KPI.schema)
    #expect(kpi.series.compactMap { $0[Measurement.period]?.code } == periods)
  }

  @Test func derivesScoreAndLastValue() throws {
    let now = try selected("2026-03-16")
    #expect(try now.record("r1", Risk.schema).riskScore == 12)
    #expect(try now.record("r2", Risk.schema).riskScore == nil)
    guard case .found(.number(let score), _, _) = now.lookup(["risks", "r1", "score"]),
      case .found(.number(let last), _, _) = now.lookup(["kpis", "weekly", "last"])
    else { throw NotThere() }
    #expect(score == FixedDecimal(12))
    #expect(last == FixedDecimal("83.5"), "of the regular series, not of one market")
    guard case .empty = now.lookup(["risks", "r2", "score"]), case .empty = now.lookup(["kpis", "none", "last"]) else {
      throw NotThere()
    }
  }

  @Test func lastIsOfTheDay() throws {
    guard case .found(.number(let last), _, _) = try selected("2026-03-09").lookup(["kpis", "weekly", "last"]) else {
      throw NotThere()
    }
    #expect(last == FixedDecimal(81))
  }

  @Test func judgementsSayUntilWhenTheyHold() throws {
    let now = try asOf("2026-03-16")
    let day = try #require(Day(iso: "2026-04-01"))
    #expect(now.hasReached(day).holds == false && now.hasReached(day).until == day)
    #expect(now.hasReached(now.day).holds && now.hasReached(now.day).until == nil)
    let march = try #require(Period("2026-03"))
    #expect(now.isOver(march).holds == false && now.isOver(march).until == day)
    #expect(try asOf("2026-04-01").isOver(march).holds)
  }
}
