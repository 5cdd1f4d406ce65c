// Reads a plural rule in CLDR's syntax: `v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or …`.

extension PluralRule {
  /// Reads one rule. Samples, which CLDR writes behind an `@`, are skipped.
  init(_ source: String) throws(PluralRuleProblem) {
    var parser = PluralRuleParser(source)
    alternatives = try parser.alternatives()
  }
}

/// Takes a rule apart from left to right; the grammar has no brackets, so nothing here recurses.
private struct PluralRuleParser {
  private var rest: Substring.UTF8View
  private let start: String.Index
  private let source: String

  init(_ source: String) {
    self.source = source
    start = source.utf8.startIndex
    rest = Substring(source).utf8.prefix { $0 != UInt8(ascii: "@") }
  }

  mutating func alternatives() throws(PluralRuleProblem) -> [[PluralRule.Relation]] {
    var alternatives: [[PluralRule.Relation]] = []
    repeat { alternatives.append(try relations()) } while takeWord("or")
    guard atEnd() else { throw expected("“and”, “or” or the end") }
    return alternatives
  }

  private mutating func relations() throws(PluralRuleProblem) -> [PluralRule.Relation] {
    var relations: [PluralRule.Relation] = []
    repeat { relations.append(try relation()) } while takeWord("and")
    return relations
  }

  private mutating func relation() throws(PluralRuleProblem) -> PluralRule.Relation {
    let operand = try operand()
    let modulus = take("%") || takeWord("mod") ? try number() : nil
    guard modulus != 0 else { throw PluralRuleProblem(message: "a remainder by 0 has no value") }
    let isNegated = take("!=")
    guard isNegated || take("=") else { throw expected("“=” or “!=”") }
    var ranges = [try range()]
    while take(",") { ranges.append(try range()) }
    return PluralRule.Relation(operand: operand, modulus: modulus, isNegated: isNegated, ranges: ranges)
  }

  private mutating func operand() throws(PluralRuleProblem) -> PluralOperands.Name {
    skipSpaces()
    guard let name = PluralOperands.Name(rawValue: String(Substring(rest.prefix(while: isLetter)))) else {
      throw expected("one of n i v w f t c e")
    }
    rest = rest.dropFirst()
    return name
  }

  private mutating func range() throws(PluralRuleProblem) -> ClosedRange<UInt64> {
    let low = try number()
    guard take("..") else { return low...low }
    let high = try number()
    guard low <= high else {
      throw PluralRuleProblem(message: "the range \(low)..\(high) runs backwards")
    }
    return low...high
  }

  private mutating func number() throws(PluralRuleProblem) -> UInt64 {
    skipSpaces()
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = UInt64(Substring(digits)) else { throw expected("a whole number") }
    rest = rest[digits.endIndex...]
    return number
  }

  /// Takes a mark made of signs.
  private mutating func take(_ mark: String) -> Bool {
    skipSpaces()
    guard rest.starts(with: mark.utf8) else { return false }
    rest = rest.dropFirst(mark.utf8.count)
    return true
  }

  /// Takes a whole word.
  private mutating func takeWord(_ word: String) -> Bool {
    skipSpaces()
    guard rest.prefix(while: isLetter).elementsEqual(word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  private mutating func atEnd() -> Bool {
    skipSpaces()
    return rest.isEmpty
  }

  private mutating func skipSpaces() {
    // A rule in a file may be folded over several lines.
    rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private func expected(_ what: String) -> PluralRuleProblem {
    let offset = source.utf8.distance(from: start, to: rest.startIndex)
    return PluralRuleProblem(message: "expected \(what) at byte \(offset + 1) of “\(source)”")
  }
}
