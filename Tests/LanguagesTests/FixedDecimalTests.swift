// Tries decimal numbers: what is read, how it compares, and that no size overflows.

import TestRandom
import Testing

@testable import Languages

@Suite struct FixedDecimalTests {
  @Test(arguments: [
    ("4.10", 410, 2), ("0", 0, 0), ("-0.05", -5, 2), ("100", 100, 0), ("0.123456789", 123_456_789, 9),
    ("9223372036854775807", Int64.max, 0), ("-9223372036854775808", Int64.min, 0),
    ("-9.223372036854775808", nil, 0), ("-9223372036.854775808", Int64.min, 9),
  ])
  func reads(_ text: String, _ mantissa: Int64?, _ digits: Int) {
    let number = FixedDecimal(text)
    #expect(number?.mantissa == mantissa)
    #expect(number == nil || number?.fractionDigits == digits)
    #expect(number == nil || number?.description == text)
  }

  @Test(arguments: [
    "", "-", "+1", ".5", "5.", "1,5", "1 000", "1e3", "007", "00", "--1", "1.2.3", "0x10", "٣", "1.0123456789", "NaN",
    "9223372036854775808", "-9223372036854775809", "92233720368547758070", " 1", "1 ", "-.5",
  ])
  func refuses(_ text: String) {
    #expect(FixedDecimal(text) == nil)
  }

  @Test func trailingZerosDoNotCount() throws {
    let (written, short) = try (decimal("4.10"), decimal("4.1"))
    #expect(written == short)
    #expect(Set([written, short]).count == 1)
  }

  @Test(arguments: [
    ("-0.1", "0"), ("9223372036.854775807", "9223372036854775807"), ("4.09", "4.1"),
    ("-9223372036854775808", "-9223372036.854775808"),
  ])
  func compares(_ smaller: String, _ larger: String) throws {
    let (smaller, larger) = try (decimal(smaller), decimal(larger))
    #expect(smaller < larger)
    #expect(smaller != larger)
  }

  @Test func scalesOnlyExactly() throws {
    #expect(try decimal("4.1").scaled(by: 2) == 410)
    #expect(try decimal("4.100").scaled(by: 2) == 410)
    #expect(try decimal("4.105").scaled(by: 2) == nil)
    #expect(try decimal("9223372036854775807").scaled(by: 1) == nil)
    #expect(try decimal("1").scaled(by: 10) == nil)
  }

  @Test func adds() throws {
    #expect(try decimal("4.10").adding(decimal("0.905"))?.description == "5.005")
    #expect(try decimal("9223372036854775807").adding(decimal("1")) == nil)
    #expect(try decimal("9223372036854775807").adding(decimal("0.1")) == nil)
  }

  @Test(arguments: [
    ("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("0.124", 2, "0.12"), ("9.99", 1, "10.0"), ("4.1", 3, "4.1"),
    ("2.5", 0, "3"), ("-9223372036.854775808", 0, "-9223372037"),
  ])
  func rounds(_ text: String, _ digits: Int, _ expected: String) throws {
    #expect(try decimal(text).rounded(toFractionDigits: digits).description == expected)
  }

  @Test func readsBackWhatItWrites() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5_000 {
      let mantissa = Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0...63, using: &generator)
      let number = try #require(
        FixedDecimal(mantissa: mantissa, fractionDigits: Int.random(in: 0...9, using: &generator)))
      let again = try #require(FixedDecimal(number.description))
      #expect((again.mantissa, again.fractionDigits) == (number.mantissa, number.fractionDigits))
    }
  }
}
