// From values to places along an axis, and the round values at which it has its marks.

import Languages
import Transition

/// A range of values over a range of places. Values outside stand at its ends; nothing is ever infinite.
struct LinearScale {
  let low, high: Double
  let from, to: Int

  /// Covers the values and, unless they lie far from it, zero; widened to round numbers.
  init(_ values: [Double], from: Int, to: Int, marks: Int = 5, hasZero: Bool = true) {
    let finite = values.filter(\.isFinite)
    var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    if hasZero { (low, high) = (min(low, 0), max(high, 0)) }
    if high - low <= abs(high) * 1e-12 { (low, high) = Self.around(high, hasZero: hasZero) }
    let step = Self.step(low, high, marks)
    self.low = (low / step).rounded(.down) * step
    self.high = (high / step).rounded(.up) * step
    (self.from, self.to) = (from, to)
    self.step = step
  }

  private let step: Double

  /// Equal values get a range of their own.
  private static func around(_ value: Double, hasZero: Bool) -> (Double, Double) {
    let room = value == 0 ? 1 : abs(value) / 2
    return hasZero ? (min(value, 0), max(value, value == 0 ? 1 : 0)) : (value - room, value + room)
  }

  /// 1, 2 or 5 times a power of ten, so that about that many marks fit.
  private static func step(_ low: Double, _ high: Double, _ marks: Int) -> Double {
    let rough = (high - low) / Double(max(1, marks))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    return [1, 2, 5, 10].lazy.map { $0 * power }.first { $0 >= rough * 0.999 } ?? power * 10
  }

  func place(_ value: Double) -> Int {
    guard value.isFinite, high > low else { return from }
    let share = min(1, max(0, (value - low) / (high - low)))
    return from + Int((share * Double(to - from)).rounded())
  }

  /// The values that are marked, lowest first.
  var marks: [Double] {
    let count = Int(((high - low) / step).rounded())
    return (0...max(0, min(count, 20))).map { low + Double($0) * step }
  }

  /// How many decimals the marks need.
  var decimals: Int {
    var (digits, scaled) = (0, step)
    while digits < 6, abs(scaled - scaled.rounded()) > 1e-9 * max(1, abs(scaled)) {
      digits += 1
      scaled *= 10
    }
    return digits
  }

  /// A mark as a decimal number, for the language to write.
  func decimal(_ mark: Double) -> FixedDecimal {
    let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = (mark * power).rounded()
    let mantissa = Int64(exactly: min(9e18, max(-9e18, scaled))) ?? 0
    return FixedDecimal(mantissa: mantissa, fractionDigits: decimals) ?? FixedDecimal(0)
  }
}

extension FixedDecimal {
  /// Near enough for a place in a drawing.
  var approximate: Double {
    Double(mantissa) / (0..<fractionDigits).reduce(1.0) { power, _ in power * 10 }
  }
}
