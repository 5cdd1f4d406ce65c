// Tries dates in sentences in the three shipped languages, above all on the days 1, 8 and 11.

import Testing

@testable import Languages

@Suite struct LanguageDateTests {
  struct Case: Sendable {
    let language, day: String
    let texts: [DateFormat: String]
  }

  private static let cases = [
    Case(
      language: "it", day: "2026-03-01",
      texts: [
        .short: "1º marzo", .long: "1º marzo 2026", .full: "domenica 1º marzo 2026", .from: "dal 1º marzo",
        .until: "fino al 1º marzo", .on: "il 1º marzo", .since: "dal 1º marzo", .asOf: "al 1º marzo 2026",
      ]),
    Case(
      language: "it", day: "2026-03-02",
      texts: [
        .long: "2 marzo 2026", .full: "lunedì 2 marzo 2026", .from: "dal 2 marzo", .until: "fino al 2 marzo",
        .on: "il 2 marzo", .week: "settimana 10", .iso: "2026-03-02",
      ]),
    Case(
      language: "it", day: "2026-03-08",
      texts: [
        .long: "8 marzo 2026", .from: "dall’8 marzo", .until: "fino all’8 marzo", .on: "l’8 marzo",
        .asOf: "all’8 marzo 2026",
      ]),
    Case(
      language: "it", day: "2026-03-11",
      texts: [
        .from: "dall’11 marzo", .until: "fino all’11 marzo", .on: "l’11 marzo", .since: "dall’11 marzo",
        .asOf: "all’11 marzo 2026",
      ]),
    Case(
      language: "sv", day: "2026-03-01",
      texts: [
        .short: "1 mars", .long: "1 mars 2026", .full: "söndag 1 mars 2026", .from: "från och med den 1 mars",
        .until: "till och med den 1 mars", .on: "den 1 mars", .since: "sedan den 1 mars", .asOf: "per 1 mars 2026",
      ]),
    Case(
      language: "sv", day: "2026-03-08",
      texts: [
        .from: "från och med den 8 mars", .until: "till och med den 8 mars", .on: "den 8 mars", .week: "vecka 10",
      ]),
    Case(
      language: "sv", day: "2026-03-11",
      texts: [.from: "från och med den 11 mars", .until: "till och med den 11 mars", .on: "den 11 mars"]),
    Case(
      language: "de", day: "2026-03-01",
      texts: [
        .short: "1. März", .long: "1. März 2026", .full: "Sonntag, 1. März 2026", .from: "ab dem 1. März",
        .until: "bis zum 1. März", .on: "am 1. März", .since: "seit dem 1. März", .asOf: "1. März 2026",
        .week: "KW 9",
      ]),
    Case(
      language: "de", day: "2026-03-08",
      texts: [.from: "ab dem 8. März", .until: "bis zum 8. März", .on: "am 8. März", .week: "KW 10"]),
    Case(
      language: "de", day: "2026-03-11",
      texts: [.from: "ab dem 11. März", .until: "bis zum 11. März", .on: "am 11. März"]),
  ]

  @Test(arguments: cases)
  func inTheReferenceYear(_ example: Case) throws {
    let language = try LanguageFiles.language(example.language)
    let date = try day(example.day)
    // Twice: the second time from the cache.
    for _ in 0..<2 {
      for (format, text) in example.texts {
        #expect(language.format(date, as: format, relativeTo: try day("2026-12-31")) == text)
      }
    }
  }

  @Test(arguments: [
    ("it", "2027-01-08", DateFormat.from, "dall’8 gennaio 2027"),
    ("it", "2027-05-01", .until, "fino al 1º maggio 2027"),
    ("it", "2027-01-02", .on, "il 2 gennaio 2027"), ("it", "2027-01-01", .week, "settimana 53"),
    ("sv", "2027-01-02", .from, "från och med den 2 januari 2027"), ("sv", "2025-12-29", .week, "vecka 1"),
    ("de", "2027-01-02", .until, "bis zum 2. Januar 2027"), ("de", "2024-12-30", .week, "KW 1/2025"),
    ("sv", "2024-12-30", .week, "vecka 1 2025"), ("it", "2024-12-30", .week, "settimana 1 del 2025"),
  ])
  func inAnotherYear(_ code: String, _ date: String, _ format: DateFormat, _ text: String) throws {
    let language = try LanguageFiles.language(code)
    #expect(language.format(try day(date), as: format, relativeTo: try day("2026-03-16")) == text)
  }

  @Test(arguments: [
    ("it", ["marzo 2026", "1º trimestre 2026", "settimana 10 del 2026", "2 marzo 2026"]),
    ("sv", ["mars 2026", "1:a kvartalet 2026", "vecka 10 2026", "2 mars 2026"]),
    ("de", ["März 2026", "1. Quartal 2026", "KW 10/2026", "2. März 2026"]),
  ])
  func periods(_ code: String, _ texts: [String]) throws {
    let language = try LanguageFiles.language(code)
    let periods = ["2026-03", "2026-Q1", "2026-W10", "2026-03-02"].compactMap { Period($0) }
    #expect(periods.map { language.text($0) } == texts)
  }

  @Test func wholeRange() throws {
    let language = try LanguageFiles.language("it")
    #expect(language.full(.earliest) == "sabato 1º gennaio 1583")
    #expect(language.full(.latest) == "venerdì 31 dicembre 9999")
  }

  @Test func servesManyThreads() async throws {
    let language = try LanguageFiles.language("sv")
    let days = try (1...31).map { try #require(Day(year: 2026, month: 5, day: $0)) }
    let expected = days.map { "den \($0.day) maj" }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { days.map { language.format($0, as: .on, relativeTo: $0) } == expected }
      }
      for await same in group { #expect(same) }
    }
  }
}
