// Tries enumerations, quotation marks, names of languages and the order of words.

import Foundation
import TestRandom
import Testing

@testable import Languages

@Suite struct LanguageListTests {
  @Test(arguments: [
    ("it", "a e b", "a, b e c", "a, b, c, d e e"), ("sv", "a och b", "a, b och c", "a, b, c, d och e"),
    ("de", "a und b", "a, b und c", "a, b, c, d und e"),
  ])
  func lists(_ code: String, _ two: String, _ three: String, _ five: String) throws {
    let language = try LanguageFiles.language(code)
    #expect(language.list([]) == "")
    #expect(language.list(["{0}"]) == "{0}")
    #expect(language.list(["a", "b"]) == two)
    #expect(language.list(["a", "b", "c"]) == three)
    #expect(language.list(["a", "b", "c", "d", "e"]) == five)
  }

  @Test(arguments: [("it", "«x»", "“x”"), ("sv", "”x”", "’x’"), ("de", "„x“", "‚x‘")])
  func quotes(_ code: String, _ outer: String, _ inner: String) throws {
    let language = try LanguageFiles.language(code)
    #expect(language.quoted("x") == outer)
    #expect(language.quoted("x", inner: true) == inner)
  }

  @Test(arguments: [("it", "svedese"), ("sv", "svenska"), ("de", "Schwedisch")])
  func namesLanguages(_ code: String, _ name: String) throws {
    let swedish = try #require(LanguageTag("sv"))
    #expect(try LanguageFiles.language(code).displayName(of: swedish) == name)
  }

  @Test(arguments: [
    (
      "sv",
      ["avtal", "Överlämning", "åtgärd", "zon", "ärende", "Avtal", "öppen", "Ålder", "vecka", "wiki", "ägare", "bas"],
      ["avtal", "Avtal", "bas", "vecka", "wiki", "zon", "Ålder", "åtgärd", "ägare", "ärende", "öppen", "Överlämning"]
    ),
    (
      "de",
      ["Zeit", "Übergabe", "Apfel", "Äpfel", "Ofen", "Öffnung", "Uhr", "Straße", "Strasse", "Stand", "Affe"],
      ["Affe", "Apfel", "Äpfel", "Ofen", "Öffnung", "Stand", "Strasse", "Straße", "Übergabe", "Uhr", "Zeit"]
    ),
    (
      "it", ["zona", "città", "citta", "Èlite", "elenco", "già", "gialla"],
      ["citta", "città", "elenco", "Èlite", "già", "gialla", "zona"]
    ),
  ])
  func sorts(_ code: String, _ words: [String], _ expected: [String]) throws {
    let language = try LanguageFiles.language(code)
    #expect(language.sorted(words) == expected)
    #expect(language.sorted(words.reversed()) == expected)
  }

  @Test func phoneBookOrder() throws {
    var data = try LanguageFiles.data("de")
    data.collation = "de@collation=phonebook"
    var problems: [String] = []
    let language = Language(data, problems: &problems)
    #expect(language.sorted(["Af", "Äpfel", "Ad"]) == ["Ad", "Äpfel", "Af"])
  }

  @Test func equalKeysKeepTheirOrder() throws {
    let language = try LanguageFiles.language("it")
    let items = [(1, "b"), (2, "a"), (3, "b"), (4, "a")]
    #expect(language.sorted(items) { $0.1 }.map(\.0) == [2, 4, 1, 3])
  }

  /// Whatever is done to be quick, the order is ICU's: no word stands after one that it precedes.
  @Test(arguments: LanguageFiles.codes)
  func sortsRandomWords(_ code: String) throws {
    let language = try LanguageFiles.language(code)
    var generator = SeededGenerator(seed: 3)
    let letters = ["a", "A", "å", "ä", "z", "e", "é", "ö", "u", "ü", "ß", "s", " ", "-", "o\u{308}"]
    let words = (0..<500).map { _ in
      (0..<5).compactMap { _ in letters.randomElement(using: &generator) }.joined()
    }
    let sorted = language.sorted(words)
    #expect(sorted.sorted() == words.sorted())
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      #expect(left.compare(right, options: [], range: nil, locale: language.collation) != .orderedDescending)
    }
    #expect(language.sorted(words.shuffled(using: &generator)).map { Array($0.utf8) } == sorted.map { Array($0.utf8) })
  }
}
