// Exact fractions: sums, shares and break-even points without floating point, and without wrapping round.

package import Languages

/// A fraction in lowest terms. Whatever leaves 128 bits is nil, which callers report as a figure out of range.
package struct Ratio: Sendable, Hashable {
  let numerator: Int128
  /// Positive.
  let denominator: Int128

  package init(_ number: Int) { (numerator, denominator) = (Int128(number), 1) }

  package init(_ decimal: FixedDecimal) {
    let power = (0..<decimal.fractionDigits).reduce(Int128(1)) { power, _ in power * 10 }
    self = Ratio.reduced(Int128(decimal.mantissa), power) ?? Ratio(0)
  }

  private init(unchecked numerator: Int128, _ denominator: Int128) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  private static func reduced(_ numerator: Int128, _ denominator: Int128) -> Ratio? {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1))
    let sign: Int128 = denominator < 0 ? -1 : 1
    return Ratio(unchecked: sign * numerator / divisor, sign * denominator / divisor)
  }

  package func adding(_ other: Ratio) -> Ratio? {
    guard let left = Self.product(numerator, other.denominator), let right = Self.product(other.numerator, denominator),
      let below = Self.product(denominator, other.denominator)
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Self.reduced(sum, below)
  }

  package func subtracting(_ other: Ratio) -> Ratio? {
    adding(Ratio(unchecked: -other.numerator, other.denominator))
  }

  package func multiplied(by other: Ratio) -> Ratio? {
    guard let above = Self.product(numerator, other.numerator), let below = Self.product(denominator, other.denominator)
    else { return nil }
    return Self.reduced(above, below)
  }

  /// Nil when the other is nothing.
  package func divided(by other: Ratio) -> Ratio? {
    guard let above = Self.product(numerator, other.denominator), let below = Self.product(denominator, other.numerator)
    else { return nil }
    return Self.reduced(above, below)
  }

  private static func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? nil : product
  }

  /// The value with that many digits after the point, 0...9; halves go away from zero, as in commerce.
  package func rounded(_ digits: Int) -> FixedDecimal? {
    let power = (0..<digits).reduce(Int128(1)) { power, _ in power * 10 }
    guard let scaled = Self.product(numerator, power) else { return nil }
    let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
    let isHalf = rest.magnitude >= denominator.magnitude - rest.magnitude
    let whole = quotient + (isHalf && rest != 0 ? (scaled < 0 ? -1 : 1) : 0)
    return Int64(exactly: whole).flatMap { FixedDecimal(mantissa: $0, fractionDigits: digits) }
  }

  package var isPositive: Bool { numerator > 0 }
  package var isNegative: Bool { numerator < 0 }

  /// The sum of some; nil as soon as it leaves the range.
  package static func sum(_ terms: some Sequence<Ratio?>) -> Ratio? {
    var total = Ratio(0)
    for term in terms {
      guard let term, let next = total.adding(term) else { return nil }
      total = next
    }
    return total
  }
}

extension Ratio: Comparable {
  package static func < (left: Ratio, right: Ratio) -> Bool {
    if let difference = left.subtracting(right) { return difference.isNegative }
    // Too large to subtract: whole parts differ by far more than fractions could make up for.
    return left.numerator / left.denominator < right.numerator / right.denominator
  }
}
