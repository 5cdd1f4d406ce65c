// Lengths of time as data writes them: durations of ISO 8601, and offsets from a go-live.

import Languages

/// A duration of ISO 8601 such as `PT4H`, `P3D`, `P7M` or `P1DT12H`. Only its form is checked: how long a month is
/// depends on the day it begins.
enum ISODuration {
  static func isWellFormed(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return false }
    let days = parts(&rest, of: "YMWD")
    guard rest.first == UInt8(ascii: "T") else { return rest.isEmpty && days > 0 }
    rest = rest.dropFirst()
    return parts(&rest, of: "HMS") > 0 && rest.isEmpty
  }

  /// Takes numbers with their units, in the order of the units; how many there were.
  private static func parts(_ rest: inout Substring.UTF8View, of units: StaticString) -> Int {
    var count = 0
    var units = Array(units.description.utf8)[...]
    while let digits = number(rest), let unit = rest.dropFirst(digits).first, let at = units.firstIndex(of: unit) {
      units = units[(at + 1)...]
      rest = rest.dropFirst(digits + 1)
      count += 1
    }
    return count
  }

  private static func number(_ rest: Substring.UTF8View) -> Int? {
    let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    return (1...6).contains(count) ? count : nil
  }
}

/// A time before or after a go-live: `T-72h`, `T+30m`, `T-14d`, or `T` itself.
package struct GoLiveOffset: Sendable, Equatable {
  /// Minutes after the go-live; negative before.
  package let minutes: Int

  package init?(_ text: String) {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "T") else { return nil }
    guard let sign = rest.popFirst() else {
      minutes = 0
      return
    }
    guard sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"), let unit = rest.popLast(),
      (1...5).contains(rest.count),
      let number = Int(Substring(rest)), rest.allSatisfy({ $0 >= UInt8(ascii: "0") })
    else { return nil }
    let perUnit = [UInt8(ascii: "m"): 1, UInt8(ascii: "h"): 60, UInt8(ascii: "d"): 1440]
    guard let factor = perUnit[unit] else { return nil }
    minutes = (sign == UInt8(ascii: "-") ? -1 : 1) * number * factor
  }
}
