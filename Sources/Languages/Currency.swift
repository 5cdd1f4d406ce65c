// A currency and how many digits its minor unit has.

internal import Foundation

/// A currency of ISO 4217, such as EUR.
package struct Currency: Hashable, Sendable {
  /// Three capital letters.
  package let code: String
  /// How many digits of an amount are minor units, from ICU's data: 2 for EUR, 0 for JPY, 3 for KWD.
  package let minorUnitDigits: Int

  /// Nil unless ISO 4217 knows the code.
  package init?(_ code: String) {
    let isSpelledRight = code.utf8.count == 3 && code.utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
    guard isSpelledRight, Locale.Currency(code).isISOCurrency else { return nil }
    self.code = code
    // Foundation's number formatter reports two digits for every currency, so ask for the text of nothing, which has
    // one zero before the point and the rest behind it.
    let zero = Decimal(0).formatted(.currency(code: code).locale(Locale(identifier: "en")))
    minorUnitDigits = zero.utf8.count { $0 == UInt8(ascii: "0") } - 1
  }
}
