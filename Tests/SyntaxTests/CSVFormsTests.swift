// Tries how days, numbers and truth values of a table are read: what is certain, what is declared, what is refused.

import Testing

@testable import Syntax

@Suite struct CSVFormsTests {
  private let none = CSVForms()

  @Test(arguments: [
    ("2026-11-18", "2026-11-18"), ("18.11.2026", "2026-11-18"), ("1.3.2026", "2026-03-01"),
    ("01.03.2026", "2026-03-01"), ("18.11.26", "18.11.26"), ("2026.11.18", "2026.11.18"), ("soon", "soon"),
    ("1.2", "1.2"), ("a/b/c", "a/b/c"), ("18-11-2026", "18-11-2026"), ("31.2.2026", "2026-02-31"), ("", ""),
  ])
  func certainDays(_ text: String, _ day: String) throws {
    #expect(try none.day(text) == day)
  }

  @Test func slashedDays() throws {
    #expect(throws: CSVValueProblem.self) { try none.day("18/11/2026") }
    #expect(throws: CSVValueProblem.self) { try none.day("1/2/2026") }
    #expect(try CSVForms(slashDays: .dayFirst).day("1/2/2026") == "2026-02-01")
    #expect(try CSVForms(slashDays: .monthFirst).day("1/2/2026") == "2026-01-02")
    // The order is what was declared, even where only the other one gives a day: the field refuses month 18.
    #expect(try CSVForms(slashDays: .monthFirst).day("18/11/2026") == "2026-18-11")
  }

  @Test(arguments: [
    ("3", "3"), ("-3", "-3"), ("\u{2212}3", "-3"), ("3.5", "3.5"), ("3,5", "3.5"), ("-0,75", "-0.75"),
    ("1234,5", "1234.5"), ("0,125", "0.125"), ("0.125", "0.125"), ("12,50", "12.50"), ("1234,567", "1234.567"),
    ("abc", "abc"), ("", ""), ("-", "-"), (",5", ",5"), ("5 %", "5 %"), ("1e3", "1e3"), ("007", "007"),
    ("1.2.3", "1.2.3"), ("1,2,3", "1,2,3"), ("3,", "3,"), ("12 34", "12 34"),
  ])
  func certainNumbers(_ text: String, _ number: String) throws {
    #expect(try none.number(text) == number)
  }

  @Test(arguments: [
    "1,234", "1.234", "999,999", "1.234,50", "1,234.50", "1 234", "1\u{A0}234,5", "1'000",
  ])
  func uncertainNumbers(_ text: String) {
    #expect(throws: CSVValueProblem.self) { try none.number(text) }
  }

  @Test func betweenCommasThePointIsCertain() throws {
    var forms = CSVForms()
    forms.isCommaSeparated = true
    #expect(try forms.number("1.234") == "1.234")
    #expect(throws: CSVValueProblem.self) { try forms.number("3,5") }
  }

  @Test(arguments: [
    ("1.234,50", "1234.50"), ("1234,50", "1234.50"), ("1\u{A0}234,50", "1234.50"),
    ("1\u{202F}234\u{202F}567", "1234567"),
    ("1'234,5", "1234.5"), ("1.234", "1234"), ("1,234", "1.234"), ("-1.000.000", "-1000000"), ("12", "12"), ("x", "x"),
  ])
  func declaredComma(_ text: String, _ number: String) throws {
    #expect(try CSVForms(decimals: .comma).number(text) == number)
  }

  @Test(arguments: [("1,234.50", "1234.50"), ("1234.50", "1234.50"), ("1,234", "1234"), ("1.234", "1.234")])
  func declaredPoint(_ text: String, _ number: String) throws {
    #expect(try CSVForms(decimals: .point).number(text) == number)
  }

  @Test(arguments: ["1.5", "1.23.456", "1.234.56,7", "1,2,3", "1 234.567,8", "1234.567", "1..234", "12,"])
  func notAsDeclared(_ text: String) {
    #expect(throws: CSVValueProblem.self) { try CSVForms(decimals: .comma).number(text) }
  }

  @Test(arguments: [
    ("TRUE", "true"), ("WAHR", "true"), ("Vero", "true"), ("sant", "true"), ("FALSCH", "false"), ("FALSO", "false"),
    ("FALSKT", "false"), ("yes", "yes"), ("1", "1"),
  ])
  func truth(_ text: String, _ value: String) { #expect(none.boolean(text) == value) }
}
