// Chooses the plural category of a number by the rules that a language file holds.

/// The plural rules of a language, in the syntax of CLDR (Unicode TR35, part 3, "Plural rules syntax").
package struct PluralRules: Sendable {
  private let rules: [(category: PluralCategory, rule: PluralRule)]

  /// Reads the rules; one that cannot be read is left out and reported, with its category.
  package init(_ sources: [PluralCategory: String], problems: inout [String]) {
    var rules: [(category: PluralCategory, rule: PluralRule)] = []
    for (category, source) in sources.sorted(by: { $0.key < $1.key }) where category != .other {
      do throws(PluralRuleProblem) {
        rules.append((category, try PluralRule(source)))
      } catch {
        problems.append("plurals.\(category.rawValue): \(error.message)")
      }
    }
    self.rules = rules
  }

  /// The categories that the language tells apart, `other` included.
  package var categories: [PluralCategory] { rules.map(\.category) + [.other] }

  /// The category of the first rule that holds, else `other`.
  package func category(of number: PluralOperands) -> PluralCategory {
    rules.first { $0.rule.holds(for: number) }?.category ?? .other
  }
}

/// One rule: it holds if all relations of one of its alternatives hold.
struct PluralRule: Hashable, Sendable {
  /// `i % 100 = 2..4,7`: an operand, perhaps its remainder, and the values it must (or must not) have.
  struct Relation: Hashable, Sendable {
    var operand: PluralOperands.Name
    var modulus: UInt64?
    var isNegated: Bool
    var ranges: [ClosedRange<UInt64>]

    func holds(for number: PluralOperands) -> Bool {
      guard var value = number.value(of: operand) else { return isNegated }
      if let modulus { value %= modulus }
      return ranges.contains { $0.contains(value) } != isNegated
    }
  }

  let alternatives: [[Relation]]

  func holds(for number: PluralOperands) -> Bool {
    alternatives.contains { $0.allSatisfy { $0.holds(for: number) } }
  }
}

/// Why a plural rule cannot be read, as a sentence without a full stop.
struct PluralRuleProblem: Error {
  let message: String
}
