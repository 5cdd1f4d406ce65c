// Numbers, percentages and amounts of money as a language writes them, all by ICU.

internal import Foundation

extension Language {
  /// A number with its digits as they were given, or with exactly `fractionDigits` of them (0...9).
  ///
  /// Halves are rounded away from zero. Separators and the minus sign are CLDR's: Swedish groups with a no-break
  /// space, Italian begins to group at five digits.
  package func number(_ value: FixedDecimal, fractionDigits: Int? = nil) -> String {
    let (rounded, digits) = Self.rounded(value, to: fractionDigits)
    return numbers.text(rounded, digits, isPercent: false) { decimal in
      decimal.formatted(Decimal.FormatStyle(locale: locale).precision(.fractionLength(digits)))
    }
  }

  /// Whether a comma stands before decimals.
  package var hasDecimalComma: Bool {
    FixedDecimal("1.5").map { number($0).utf8.contains(UInt8(ascii: ",")) } ?? false
  }

  package func number(_ value: Int) -> String {
    number(FixedDecimal(value))
  }

  /// A percentage, 100 being the whole: 80 is "80%" in Italian, "80 %" with a no-break space in Swedish and German.
  package func percent(_ value: FixedDecimal, fractionDigits: Int? = nil) -> String {
    let (rounded, digits) = Self.rounded(value, to: fractionDigits)
    return numbers.text(rounded, digits, isPercent: true) { decimal in
      decimal.formatted(Decimal.FormatStyle.Percent(locale: locale).scale(1).precision(.fractionLength(digits)))
    }
  }

  /// An amount in minor units (cents, öre) of a currency of ISO 4217, with all digits of the minor unit.
  ///
  /// A code that is not a currency is written behind the amount as it is, with two digits. With `isWhole` the amount is
  /// rounded to whole units of the currency.
  package func money(minorUnits: Int64, currency code: String, isWhole: Bool = false) -> String {
    guard let currency = Currency(code) else {
      let amount = Self.decimal(minorUnits, fractionDigits: 2)
      let style = Decimal.FormatStyle(locale: locale).precision(.fractionLength(2))
      return amount.formatted(style) + "\u{A0}" + code
    }
    let digits = currency.minorUnitDigits
    let style = Decimal.FormatStyle.Currency(code: code, locale: locale)
      .precision(.fractionLength(isWhole ? 0 : digits)).rounded(rule: .toNearestOrAwayFromZero)
    return Self.decimal(minorUnits, fractionDigits: digits).formatted(style)
  }

  private static func rounded(_ value: FixedDecimal, to digits: Int?) -> (FixedDecimal, fractionDigits: Int) {
    let digits = min(max(0, digits ?? value.fractionDigits), FixedDecimal.maximumFractionDigits)
    return (value.rounded(toFractionDigits: digits), digits)
  }

  /// Exact: a `Decimal` holds 38 digits.
  static func decimal(_ mantissa: Int64, fractionDigits: Int) -> Decimal {
    let sign: FloatingPointSign = mantissa < 0 ? .minus : .plus
    return Decimal(sign: sign, exponent: -fractionDigits, significand: Decimal(mantissa.magnitude))
  }
}
