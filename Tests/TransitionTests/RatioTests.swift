// Exact fractions: rounding as in commerce, and nothing where the range ends.

import Languages
import Testing
import Transition

@Suite struct RatioTests {
  private func ratio(_ text: String) throws -> Ratio { Ratio(try #require(FixedDecimal(text))) }

  @Test(arguments: [
    ("1", "3", 2, "0.33"), ("2", "3", 2, "0.67"), ("1", "8", 2, "0.13"), ("-1", "8", 2, "-0.13"), ("5", "10", 0, "1"),
    ("-5", "10", 0, "-1"), ("4", "10", 0, "0"), ("71", "40", 2, "1.78"), ("0", "7", 1, "0.0"),
  ])
  func roundsHalvesAwayFromNothing(_ a: String, _ b: String, _ digits: Int, _ expected: String) throws {
    #expect(try ratio(a).divided(by: ratio(b))?.rounded(digits)?.description == expected)
  }

  @Test func isExact() throws {
    let tenth = try ratio("0.1")
    #expect(Ratio.sum(Array(repeating: tenth, count: 10)) == Ratio(1))
    #expect(try ratio("0.30") == ratio("0.1").adding(ratio("0.2")))
    #expect(try ratio("1").divided(by: ratio("0")) == nil)
  }

  @Test func saysWhereTheRangeEnds() throws {
    var large: Ratio? = Ratio(Int.max)
    for _ in 0..<4 { large = large.flatMap { $0.multiplied(by: Ratio(Int.max)) } }
    #expect(large == nil)
    #expect(Ratio(Int.max).multiplied(by: Ratio(Int.max))?.rounded(0) == nil)
    #expect(Ratio(1) < Ratio(2) && !(Ratio(2) < Ratio(2)) && Ratio(-3) < Ratio(1))
  }

  @Test func aBusinessCaseOutOfRangeIsReported() throws {
    let item = { (id: String) in
      "- { id: \(id), name: n, kind: run, amount: 9000000000000, cashable: true }\n"
    }
    let items = (0..<400).map { item("c\($0)") }.joined()
    let whole = try project([
      "project": "name: N\ntype: insourcing\nstart: 2026-01-01\ncurrency: EUR\n", "costItems": items,
    ])
    #expect(BusinessCase(whole) == nil)
    let found = Rules.check(whole, asOf: try asOf("2026-03-16")).filter { $0.id == "V43" }
    #expect(found.map(\.key) == ["V43.range"])
  }
}
