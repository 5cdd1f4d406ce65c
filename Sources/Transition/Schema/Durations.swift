// Lengths of time as data writes them: durations of ISO 8601, and offsets from a go-live.

import Languages

/// A duration of ISO 8601 such as `PT4H`, `P3D`, `P7M` or `P1DT12H`. Only its form is checked: how long a month is
/// depends on the day it begins.
package enum ISODuration {
  package enum Unit: String, Sendable {
    case years, months, weeks, days, hours, minutes, seconds
  }

  static func isWellFormed(_ text: String) -> Bool { parts(of: text) != nil }

  /// The numbers with their units, the largest unit first; nil for what is no duration.
  package static func parts(of text: String) -> [(number: Int, unit: Unit)]? {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
    let days = parts(&rest, of: "YMWD", [.years, .months, .weeks, .days])
    guard rest.first == UInt8(ascii: "T") else { return rest.isEmpty && !days.isEmpty ? days : nil }
    rest = rest.dropFirst()
    let times = parts(&rest, of: "HMS", [.hours, .minutes, .seconds])
    return rest.isEmpty && !times.isEmpty ? days + times : nil
  }

  /// Takes numbers with their units, in the order of the units.
  private static func parts(
    _ rest: inout Substring.UTF8View, of letters: StaticString, _ units: [Unit]
  ) -> [(number: Int, unit: Unit)] {
    var parts: [(number: Int, unit: Unit)] = []
    var left = Array(zip(letters.description.utf8, units))[...]
    while let digits = number(rest), let letter = rest.dropFirst(digits).first,
      let at = left.firstIndex(where: { $0.0 == letter })
    {
      parts.append((Int(Substring(rest.prefix(digits))) ?? 0, left[at].1))
      left = left[(at + 1)...]
      rest = rest.dropFirst(digits + 1)
    }
    return parts
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
