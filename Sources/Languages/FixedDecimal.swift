// A decimal number kept exactly as it was written, without floating point.

/// A number such as `4.10`: the digits as an integer (410) and how many of them follow the point (2).
///
/// `4.10` and `4.1` are equal and hash alike, but each prints the digits it was written with.
package struct FixedDecimal: Sendable, CustomStringConvertible {
  /// All digits without the point, with the sign.
  package let mantissa: Int64
  /// How many digits follow the point, 0...9.
  package let fractionDigits: Int

  package static let maximumFractionDigits = 9

  /// Nil if `fractionDigits` is not in 0...9.
  package init?(mantissa: Int64, fractionDigits: Int) {
    guard (0...Self.maximumFractionDigits).contains(fractionDigits) else { return nil }
    self.init(unchecked: mantissa, fractionDigits)
  }

  package init(_ integer: Int) {
    self.init(unchecked: Int64(integer), 0)
  }

  private init(unchecked mantissa: Int64, _ fractionDigits: Int) {
    (self.mantissa, self.fractionDigits) = (mantissa, fractionDigits)
  }

  /// Reads `-?digits[.digits]` and nothing else: no plus sign, exponent, grouping or bare point.
  ///
  /// Leading zeros are refused (`007` is an identifier, not a number), as is a number that needs more than nine
  /// digits after the point or more than 64 bits in all.
  package init?(_ text: String) {
    var bytes = text.utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : bytes[bytes.endIndex...]
    guard parts.count == 1 || (1...Self.maximumFractionDigits).contains(fraction.count) else { return nil }
    var value: Int64 = 0
    guard Self.append(whole, to: &value, isNegative), Self.append(fraction, to: &value, isNegative) else { return nil }
    self.init(unchecked: value, fraction.count)
  }

  /// Appends digits to a number; false on anything but a digit and when the number leaves 64 bits.
  private static func append(_ digits: some Sequence<UInt8>, to value: inout Int64, _ isNegative: Bool) -> Bool {
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      // Negative numbers grow downwards, since the smallest has no positive twin.
      let (sum, carry) = tenfold.addingReportingOverflow(isNegative ? -digit : digit)
      guard !overflow, !carry else { return false }
      value = sum
    }
    return true
  }

  /// The number with its digits as written and a point, as in data and CSV files.
  package var description: String {
    guard fractionDigits > 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padding = String(repeating: "0", count: max(0, fractionDigits + 1 - digits.utf8.count))
    let all = padding + digits
    return (mantissa < 0 ? "-" : "") + all.dropLast(fractionDigits) + "." + all.suffix(fractionDigits)
  }
}

extension FixedDecimal {
  /// The number times 10 to the power of `digits`, if that is a whole number that fits: `4.1` with 2 is 410.
  ///
  /// With the currency's digits that is an amount in minor units.
  package func scaled(by digits: Int) -> Int64? {
    guard (0...Self.maximumFractionDigits).contains(digits) else { return nil }
    let (quotient, remainder) = inBillionths.quotientAndRemainder(dividingBy: Self.power(9 - digits))
    return remainder == 0 ? Int64(exactly: quotient) : nil
  }

  /// The sum, with the digits of the number that has more; nil if it leaves 64 bits.
  package func adding(_ other: FixedDecimal) -> FixedDecimal? {
    let digits = max(fractionDigits, other.fractionDigits)
    let sum = (inBillionths + other.inBillionths) / Self.power(9 - digits)
    return Int64(exactly: sum).map { FixedDecimal(unchecked: $0, digits) }
  }

  /// The number with at most that many digits after the point (0...9); halves go away from zero, as in commerce.
  package func rounded(toFractionDigits digits: Int) -> FixedDecimal {
    guard (0..<fractionDigits).contains(digits) else { return self }
    let unit = Self.power(fractionDigits - digits)
    let half = mantissa < 0 ? -unit / 2 : unit / 2
    // The quotient is at most a tenth of the mantissa, so it fits.
    return FixedDecimal(unchecked: Int64((Int128(mantissa) + half) / unit), digits)
  }

  /// Every such number is a whole number of billionths, and that number always fits 128 bits.
  private var inBillionths: Int128 {
    Int128(mantissa) * Self.power(Self.maximumFractionDigits - fractionDigits)
  }

  /// Ten to the power of 0...9.
  private static let powers: [Int128] = (0...maximumFractionDigits).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  static func power(_ exponent: Int) -> Int128 { powers[exponent] }
}

extension FixedDecimal: Hashable, Comparable {
  package static func == (left: FixedDecimal, right: FixedDecimal) -> Bool {
    left.fractionDigits == right.fractionDigits
      ? left.mantissa == right.mantissa : left.inBillionths == right.inBillionths
  }

  package static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
    left.fractionDigits == right.fractionDigits
      ? left.mantissa < right.mantissa : left.inBillionths < right.inBillionths
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(inBillionths)
  }
}
