// Tries the calendar: parsing, arithmetic and ISO weeks, with Foundation's calendar as the oracle.

import Foundation
import TestRandom
import Testing

@testable import Languages

@Suite struct DayTests {
  @Test(arguments: [
    "2027-02-30", "2027-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "1582-12-31",
    "10000-01-01", "2026-3-02", "2026-03-2", "2026-03-02 ", " 2026-03-02", "2026/03/02", "20260302", "2026-03-02T00:00",
    "", "-2026-03-02", "+026-03-02", "２026-03-02", "2026-03-0\u{661}",
  ])
  func refuses(_ text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: ["1583-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2026-03-02", "9999-12-31"])
  func accepts(_ text: String) throws {
    #expect(try day(text).iso == text)
  }

  @Test func knowsItsParts() throws {
    let date = try day("2026-03-02")
    #expect(date.number == 20_514)
    #expect((date.year, date.month, date.day) == (2026, 3, 2))
    #expect(try day("1970-01-01").number == 0)
    #expect(Day(iso: [UInt8]("2026-03-02".utf8)) == date)
    #expect(Day.earliest.iso == "1583-01-01")
    #expect(Day.latest.iso == "9999-12-31")
  }

  @Test func addsDays() throws {
    #expect(try day("2024-02-28").adding(days: 2)?.iso == "2024-03-01")
    #expect(try day("2026-01-01").adding(days: -1)?.iso == "2025-12-31")
    #expect(try day("2026-03-29").days(since: day("2026-03-01")) == 28)
    #expect(Day.latest.adding(days: 1) == nil)
    #expect(Day.earliest.adding(days: -1) == nil)
    #expect(Day.latest.adding(days: .max) == nil)
    #expect(Day.earliest.adding(days: .min) == nil)
    let (first, second) = try (day("2026-03-01"), day("2026-03-02"))
    #expect(first < second)
  }

  @Test(arguments: [
    ("2024-12-30", 2025, 1, 1), ("2027-01-01", 2026, 53, 5), ("2027-01-03", 2026, 53, 7), ("2027-01-04", 2027, 1, 1),
    ("2026-12-28", 2026, 53, 1), ("2026-01-01", 2026, 1, 4), ("2025-12-29", 2026, 1, 1), ("2026-03-02", 2026, 10, 1),
    ("2021-01-03", 2020, 53, 7), ("2016-01-01", 2015, 53, 5), ("1583-01-01", 1582, 52, 6), ("9999-12-31", 9999, 52, 5),
  ])
  func countsWeeks(_ iso: String, _ year: Int, _ week: Int, _ weekday: Int) throws {
    let date = try day(iso)
    #expect((date.isoWeekYear, date.isoWeek, date.weekday) == (year, week, weekday))
  }

  /// 20,000 days, the same in every run: their text reads back, and their parts are those of Foundation's calendar.
  @Test func agreesWithFoundation() throws {
    var generator = SeededGenerator(seed: 2026)
    let calendar = isoCalendar()
    let parts: Set<Foundation.Calendar.Component> = [
      .year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear,
    ]
    for _ in 0..<20_000 {
      let number = Int.random(in: Int(Day.earliest.number)...Int(Day.latest.number), using: &generator)
      let date = try #require(Day(number: number))
      let found = calendar.dateComponents(parts, from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let own = [date.year, date.month, date.day, date.isoWeekYear, date.isoWeek, date.weekday % 7 + 1]
      let theirs = [
        found.year, found.month, found.day, found.yearForWeekOfYear, found.weekOfYear, found.weekday,
      ]
      #expect(own == theirs)
      #expect(Day(iso: date.iso) == date)
      #expect(Day(year: date.year, month: date.month, day: date.day) == date)
      let monday = Day(isoWeekYear: date.isoWeekYear, week: date.isoWeek)
      #expect(date.isoWeekYear < 1583 || monday?.adding(days: date.weekday - 1) == date)
    }
  }

  private func isoCalendar() -> Foundation.Calendar {
    var calendar = Foundation.Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }
}
