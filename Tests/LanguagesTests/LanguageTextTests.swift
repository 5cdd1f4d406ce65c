// Tries the texts of the interface: the shipped files agree, plurals fit, and faults in a file are named.

import Testing

@testable import Languages

@Suite struct LanguageTextTests {
  @Test(arguments: LanguageFiles.codes)
  func shippedFilesHaveTheSameKeys(_ code: String) throws {
    let (data, reference) = try (LanguageFiles.language(code).data, LanguageFiles.language("sv").data)
    #expect(data.strings.keys.sorted() == reference.strings.keys.sorted())
    #expect(data.plurals.keys.sorted() == reference.plurals.keys.sorted())
    for (key, text) in data.strings {
      let other = try #require(MessagePattern(reference.strings[key] ?? ""))
      #expect(MessagePattern(text)?.placeholders.sorted() == other.placeholders.sorted(), "\(key)")
      #expect(!text.utf8.contains(UInt8(ascii: "'")), "a typewriter's apostrophe in \(key)")
    }
  }

  @Test(arguments: [
    ("it", ["0 rischi", "1 rischio", "2 rischi", "1.000.000 di rischi"]),
    ("sv", ["0 risker", "1 risk", "2 risker", "1\u{A0}000\u{A0}000 risker"]),
    ("de", ["0 Risiken", "1 Risiko", "2 Risiken", "1.000.000 Risiken"]),
  ])
  func counts(_ code: String, _ texts: [String]) throws {
    let language = try LanguageFiles.language(code)
    #expect([0, 1, 2, 1_000_000].map { language.plural("risks", count: $0) } == texts)
    #expect(language.plural("unknown", count: 1) == nil)
  }

  @Test func countsWithFractions() throws {
    #expect(try LanguageFiles.language("sv").plural("days", count: decimal("1.0")) == "1,0 dagar")
    #expect(try LanguageFiles.language("it").plural("days", count: decimal("1.5")) == "1,5 giorni")
  }

  @Test(arguments: [
    ("it", "Situazione all’8 marzo 2026"), ("sv", "Läget per 8 mars 2026"), ("de", "Stand 8. März 2026"),
  ])
  func asOfLabel(_ code: String, _ label: String) throws {
    let language = try LanguageFiles.language(code)
    let date = try day("2026-03-08")
    #expect(language.text("last-data", ["date": language.format(date, as: .asOf, relativeTo: date)]) == label)
  }

  @Test func texts() throws {
    let language = try LanguageFiles.language("sv")
    #expect(language.text("link-to-heading", ["title": "Så {går} det"]) == "Länk till avsnittet Så {går} det")
    #expect(language.text("no") == "Nej")
    #expect(language.text("unknown") == nil)
    #expect(language.pattern("link-to-heading")?.placeholders == ["title"])
    #expect(language.name == "Svenska")
  }

  @Test func namesEveryFault() throws {
    var data = try LanguageFiles.data("it")
    data.pluralRules[.one] = "i = eins"
    data.strings["home"] = "Pagina {iniziale"
    data.plurals["days"] = [.one: "{n} giorno"]
    data.datePatterns["from"]?.byDay[32] = "dal"
    data.datePatterns["until"] = nil
    data.datePatterns["long"] = .init(standard: "{date}")
    data.dayNumbers[0] = "zero"
    data.weekYear = "settimana {week}"
    data.lists.pair = ""
    var problems: [String] = []
    let language = Language(data, problems: &problems)
    #expect(
      problems == [
        "plurals.one: expected a whole number at byte 5 of “i = eins”",
        "strings.home: has a brace that is not part of a placeholder such as {name}",
        "counts.days: has no text for the category “many”",
        "counts.days: has no text for the category “other”",
        "dates.from.32: is not a day of the month, 1 to 31",
        "dates.long: is not a date format that takes patterns",
        "dates.dayNumbers.0: is not a day of the month, 1 to 31",
        "dates.from.32: has no {date}",
        "dates.until.default: is missing",
        "weeks.weekYear: has no {year}",
        "lists.pair: is missing",
      ])
    #expect(language.text("home") == "Pagina {iniziale")
    #expect(language.list(["a", "b"]) == "a, b")
    let date = try day("2026-03-02")
    #expect(language.format(date, as: .until, relativeTo: date) == "2 marzo")
  }

  @Test func overridesKeyByKey() throws {
    let shipped = try LanguageFiles.data("it")
    var changes = LanguageData(tag: shipped.tag, name: "")
    changes.strings = ["home": "Inizio", "own": "Proprio"]
    changes.plurals = ["days": [.one: "{n} dì"]]
    changes.datePatterns = ["from": .init(standard: "", byDay: [1: "dal primo: {date}"])]
    changes.quotes.open = "“"
    let data = shipped.overridden(by: changes)
    #expect(data.strings.count == shipped.strings.count + 1)
    #expect(data.strings["home"] == "Inizio")
    #expect(data.plurals["days"]?[.one] == "{n} dì")
    #expect(data.plurals["days"]?[.other] == "{n} giorni")
    #expect(data.datePatterns["from"]?.standard == "dal {date}")
    #expect(data.datePatterns["from"]?.byDay[8] == "dall’{date}")
    #expect(data.quotes.open == "“" && data.quotes.close == "»" && data.name == "Italiano")
    #expect(shipped.overridden(by: LanguageData(tag: shipped.tag, name: "")) == shipped)
  }
}
