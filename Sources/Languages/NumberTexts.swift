// Numbers that were written before: ICU takes a hundred times longer than a look-up, and tables repeat their figures.

internal import Foundation
internal import Synchronization

/// Remembers the texts of numbers in one language. Emptied when it grows; used from several threads.
final class NumberTexts: Sendable {
  private struct Key: Hashable {
    let mantissa: Int64
    let fractionDigits: Int
    let shownDigits: Int
    let isPercent: Bool
  }

  private static let capacity = 4096
  private let remembered = Mutex<[Key: String]>([:])

  /// The text of a number, written by `write` the first time.
  func text(_ number: FixedDecimal, _ digits: Int, isPercent: Bool, _ write: (Decimal) -> String) -> String {
    let key = Key(
      mantissa: number.mantissa, fractionDigits: number.fractionDigits, shownDigits: digits, isPercent: isPercent)
    if let known = remembered.withLock({ $0[key] }) { return known }
    let text = write(Language.decimal(number.mantissa, fractionDigits: number.fractionDigits))
    remembered.withLock { texts in
      if texts.count >= Self.capacity { texts.removeAll(keepingCapacity: true) }
      texts[key] = text
    }
    return text
  }
}
