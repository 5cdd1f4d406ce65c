// Tries numbers, percentages and money in the three shipped languages; ␣ stands for a no-break space.

import Testing

@testable import Languages

@Suite struct LanguageNumberTests {
  @Test(arguments: [
    ("it", "1234567.89", "1.234.567,89"), ("sv", "1234567.89", "1␣234␣567,89"), ("de", "1234567.89", "1.234.567,89"),
    ("it", "1234", "1234"), ("sv", "1234", "1␣234"), ("de", "1234", "1.234"), ("it", "12345", "12.345"),
    ("it", "4.10", "4,10"), ("sv", "-4.10", "−4,10"), ("de", "-4.10", "-4,10"), ("de", "0", "0"),
    ("de", "9223372036854775807", "9.223.372.036.854.775.807"),
    ("de", "-9223372036854775808", "-9.223.372.036.854.775.808"), ("sv", "0.000000001", "0,000000001"),
  ])
  func numbers(_ code: String, _ number: String, _ text: String) throws {
    #expect(visible(try LanguageFiles.language(code).number(decimal(number))) == text)
  }

  @Test func fractionDigits() throws {
    let language = try LanguageFiles.language("de")
    #expect(try language.number(decimal("0.125"), fractionDigits: 2) == "0,13")
    #expect(try language.number(decimal("4.1"), fractionDigits: 3) == "4,100")
    #expect(try language.number(decimal("-0.5"), fractionDigits: 0) == "-1")
    #expect(try language.number(decimal("7"), fractionDigits: 99) == "7,000000000")
    #expect(language.number(42) == "42")
  }

  @Test(arguments: [
    ("it", "80", "80%"), ("sv", "80", "80␣%"), ("de", "80", "80␣%"), ("it", "92.50", "92,50%"),
    ("sv", "-1.5", "−1,5␣%"),
  ])
  func percentages(_ code: String, _ number: String, _ text: String) throws {
    #expect(visible(try LanguageFiles.language(code).percent(decimal(number))) == text)
  }

  @Test(arguments: [
    ("it", "EUR", "1.234.567,89␣€"), ("sv", "EUR", "1␣234␣567,89␣€"), ("de", "EUR", "1.234.567,89␣€"),
    ("it", "SEK", "1.234.567,89␣SEK"), ("sv", "SEK", "1␣234␣567,89␣kr"), ("de", "SEK", "1.234.567,89␣SEK"),
    ("sv", "JPY", "123␣456␣789␣JPY"), ("de", "KWD", "123.456,789␣KWD"), ("de", "QQQ", "1.234.567,89␣QQQ"),
    ("de", "eur", "1.234.567,89␣eur"), ("de", "", "1.234.567,89␣"),
  ])
  func money(_ code: String, _ currency: String, _ text: String) throws {
    #expect(visible(try LanguageFiles.language(code).money(minorUnits: 123_456_789, currency: currency)) == text)
  }

  @Test func smallAndLargeAmounts() throws {
    let language = try LanguageFiles.language("sv")
    #expect(visible(language.money(minorUnits: -5, currency: "SEK")) == "−0,05␣kr")
    #expect(visible(language.money(minorUnits: .min, currency: "EUR")) == "−92␣233␣720␣368␣547␣758,08␣€")
  }

  @Test(arguments: [("EUR", 2), ("SEK", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4)])
  func minorUnits(_ code: String, _ digits: Int) {
    #expect(Currency(code)?.minorUnitDigits == digits)
  }

  @Test(arguments: ["", "eur", "EURO", "€", "E", "QQQ"])
  func unknownCurrencies(_ code: String) {
    #expect(Currency(code) == nil)
  }

  private func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" ? "␣" : $0 }))
  }
}
