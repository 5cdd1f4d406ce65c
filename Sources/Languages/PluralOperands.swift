// What a plural rule may ask about a number, and the categories it may answer with.

/// The plural categories of CLDR, in the order in which their rules are tried; `other` is for what no rule takes.
package enum PluralCategory: String, Hashable, Sendable, CaseIterable, Comparable {
  case zero, one, two, few, many, other

  package static func < (left: PluralCategory, right: PluralCategory) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A number taken apart as in Unicode TR35, part 3, "Operands"; signs play no part.
package struct PluralOperands: Hashable, Sendable {
  /// The letters by which rules name the operands. `c` is the older name of `e`.
  enum Name: String, Sendable {
    case n, i, v, w, f, t, c, e
  }

  /// The whole part: `i`.
  let whole: UInt64
  /// How many fraction digits are shown, with trailing zeros and without: `v` and `w`.
  let shownDigits, digits: UInt64
  /// The fraction digits as a number, with trailing zeros and without: `f` and `t`.
  let shownFraction, fraction: UInt64
  /// The power of ten of a number in compact writing, such as 6 in "1.2 million": `c` and `e`.
  let exponent: UInt64

  /// Takes the number with the fraction digits that are shown: in many languages 1 and 1.0 differ.
  ///
  /// - Parameter compactExponent: the power of ten shown as a word; the number itself is the one written out.
  package init(_ number: FixedDecimal, compactExponent: Int = 0) {
    let unit = UInt64(FixedDecimal.power(number.fractionDigits))
    var (fraction, digits) = (number.mantissa.magnitude % unit, number.fractionDigits)
    whole = number.mantissa.magnitude / unit
    (shownFraction, shownDigits) = (fraction, UInt64(digits))
    while digits > 0, fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
    (self.fraction, self.digits) = (fraction, UInt64(digits))
    exponent = UInt64(max(0, compactExponent))
  }

  package init(_ number: Int) {
    self.init(FixedDecimal(number))
  }

  /// The value of an operand; nil for `n` of a number with a fraction, which equals no whole number.
  func value(of name: Name) -> UInt64? {
    switch name {
    case .n: fraction == 0 ? whole : nil
    case .i: whole
    case .v: shownDigits
    case .w: digits
    case .f: shownFraction
    case .t: fraction
    case .c, .e: exponent
    }
  }
}
