// Tries periods: the four forms, their first and last days, and their order.

import Testing

@testable import Languages

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026-03", "2026-03-01", "2026-03-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-Q4", "2026-10-01", "2026-12-31"),
    ("2026-W10", "2026-03-02", "2026-03-08"), ("2026-W53", "2026-12-28", "2027-01-03"),
    ("2025-W01", "2024-12-30", "2025-01-05"), ("2026-03-02", "2026-03-02", "2026-03-02"),
    ("9999-W52", "9999-12-27", "9999-12-31"), ("1583-W01", "1583-01-03", "1583-01-09"),
  ])
  func reads(_ text: String, _ first: String, _ last: String) throws {
    let period = try #require(Period(text))
    #expect(period.firstDay.iso == first)
    #expect(period.lastDay.iso == last)
    #expect(period.code == text)
    #expect(period.contains(period.lastDay))
    let outside = [period.firstDay.adding(days: -1), period.lastDay.adding(days: 1)].compactMap(\.self)
    #expect(!outside.contains(where: period.contains))
  }

  @Test(arguments: [
    "2026", "2026-", "2026-Q0", "2026-Q5", "2026-Q", "2026-Q11", "2026-q1", "2026-W00", "2026-W54", "2027-W53",
    "2026-W1", "2026-13", "2026-00", "2026-3", "2026-02-30", "2026-03-", "2026-03-02x", "1582-12", "", "2026-W10-1",
  ])
  func refuses(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test func ordersByFirstDayThenKind() throws {
    let periods = ["2026-04", "2026-01-01", "2026-W01", "2026-01", "2026-Q1", "2026-Q2"].compactMap { Period($0) }
    #expect(periods.sorted().map(\.code) == ["2026-W01", "2026-Q1", "2026-01", "2026-01-01", "2026-Q2", "2026-04"])
  }
}
