// Tries plural rules: the syntax, and the rules of languages that use every corner of it.

import TestRandom
import Testing

@testable import Languages

@Suite struct PluralRulesTests {
  private static let english: [PluralCategory: String] = [
    .one: "i = 1 and v = 0 @integer 1", .other: " @integer 0, 2~16",
  ]
  private static let italian: [PluralCategory: String] = [
    .one: "i = 1 and v = 0", .many: "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5",
  ]
  private static let polish: [PluralCategory: String] = [
    .one: "i = 1 and v = 0",
    .few: "v = 0 and i % 10 = 2..4 and i % 100 != 12..14",
    .many: "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9\n or v = 0 and i % 100 = 12..14",
  ]
  private static let arabic: [PluralCategory: String] = [
    .zero: "n = 0", .one: "n = 1", .two: "n = 2", .few: "n % 100 = 3..10", .many: "n % 100 = 11..99",
  ]

  @Test(arguments: [("1", "one"), ("1.0", "other"), ("0", "other"), ("2", "other"), ("-1", "one")])
  func english(_ number: String, _ category: String) throws {
    try expect(Self.english, number, category)
  }

  @Test(arguments: [
    ("1", "one"), ("1.0", "other"), ("0", "other"), ("1000000", "many"), ("3000000", "many"), ("1000001", "other"),
    ("1000000.0", "other"), ("100000", "other"),
  ])
  func italian(_ number: String, _ category: String) throws {
    try expect(Self.italian, number, category)
  }

  @Test func italianCompactMillions() throws {
    let rules = rules(Self.italian)
    #expect(rules.category(of: PluralOperands(try decimal("1200000"), compactExponent: 6)) == .many)
    #expect(rules.category(of: PluralOperands(try decimal("1200"), compactExponent: 3)) == .other)
  }

  @Test(arguments: [
    ("1", "one"), ("2", "few"), ("4", "few"), ("5", "many"), ("0", "many"), ("11", "many"), ("12", "many"),
    ("14", "many"), ("22", "few"), ("112", "many"), ("101", "many"), ("1.5", "other"), ("2.0", "other"),
  ])
  func polish(_ number: String, _ category: String) throws {
    try expect(Self.polish, number, category)
  }

  @Test(arguments: [
    ("0", "zero"), ("1", "one"), ("1.0", "one"), ("2", "two"), ("3", "few"), ("10", "few"), ("103", "few"),
    ("11", "many"), ("99", "many"), ("111", "many"), ("100", "other"), ("102", "other"), ("3.5", "other"),
  ])
  func arabic(_ number: String, _ category: String) throws {
    try expect(Self.arabic, number, category)
  }

  @Test(arguments: [
    ("w = 1", "1.50", "few"), ("v = 2", "1.50", "few"), ("f = 50", "1.50", "few"), ("t = 5", "1.50", "few"),
    ("n != 1", "1.5", "few"), ("n = 1..2", "1.5", "other"), ("i = 4,7..9", "8", "few"), ("i = 4,7..9", "5", "other"),
    ("i mod 10 = 1", "21", "few"), ("c = 0", "8", "few"), ("n = 1,3", "1.000", "few"),
  ])
  func operands(_ rule: String, _ number: String, _ category: String) throws {
    try expect([.few: rule], number, category)
  }

  @Test(arguments: [
    ("", "expected one of n i v w f t c e at byte 1 of “”"),
    ("i = 1 and", "expected one of n i v w f t c e at byte 10 of “i = 1 and”"),
    ("i 1", "expected “=” or “!=” at byte 3 of “i 1”"),
    ("x = 1", "expected one of n i v w f t c e at byte 1 of “x = 1”"),
    ("i = 4..2", "the range 4..2 runs backwards"),
    ("i % 0 = 1", "a remainder by 0 has no value"),
    ("i = 1 i = 2", "expected “and”, “or” or the end at byte 7 of “i = 1 i = 2”"),
    ("i = 99999999999999999999", "expected a whole number at byte 5 of “i = 99999999999999999999”"),
    ("i = 1 und v = 0", "expected “and”, “or” or the end at byte 7 of “i = 1 und v = 0”"),
  ])
  func complains(_ rule: String, _ message: String) {
    var problems: [String] = []
    let rules = PluralRules([.one: rule], problems: &problems)
    #expect(problems == ["plurals.one: \(message)"])
    #expect(rules.categories == [.other])
  }

  @Test func survivesAnything() {
    var generator = SeededGenerator(seed: 11)
    let signs = Array("niv w=!%.,0123 andor@é\n")
    for _ in 0..<5_000 {
      let length = Int.random(in: 0...20, using: &generator)
      let rule = String((0..<length).compactMap { _ in signs.randomElement(using: &generator) })
      var problems: [String] = []
      let rules = PluralRules([.one: rule], problems: &problems)
      _ = rules.category(of: PluralOperands(Int.min))
    }
  }

  private func rules(_ sources: [PluralCategory: String]) -> PluralRules {
    var problems: [String] = []
    let rules = PluralRules(sources, problems: &problems)
    #expect(problems == [])
    return rules
  }

  private func expect(_ sources: [PluralCategory: String], _ number: String, _ category: String) throws {
    #expect(rules(sources).category(of: PluralOperands(try decimal(number))).rawValue == category)
  }
}
