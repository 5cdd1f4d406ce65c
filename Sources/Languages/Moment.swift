// A day and a time of day, as a wall clock shows it; in a zone only where one is written.

/// A moment as people write it in data: `2026-03-02T08:00`, with seconds and an offset where they are needed
/// (`2026-03-02T08:00:00+01:00`, `…Z`). ISO 8601 and RFC 3339.
///
/// Ordered by what the clock shows. Without an offset it is local to the project; whether that time exists on that day
/// (clocks jump in spring) only its zone knows.
package struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let day: Day
  /// Minutes since midnight, 0...1439.
  package let minute: Int
  /// Minutes east of UTC, where it is written.
  package let offset: Int?

  /// Reads the forms above exactly; nil for anything else, for days and times that do not exist.
  package init?(_ text: String) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
      reader.take("-"), let date = reader.number(digits: 2), let day = Day(year: year, month: month, day: date),
      reader.take("T"), let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
      let minute = reader.number(digits: 2), minute < 60
    else { return nil }
    if reader.take(":") {
      guard let second = reader.number(digits: 2), second < 60 else { return nil }
    }
    self.day = day
    self.minute = hour * 60 + minute
    if reader.take("Z") {
      offset = 0
    } else if reader.isAtEnd {
      offset = nil
    } else {
      let sign = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
      guard sign != 0, let hours = reader.number(digits: 2), hours < 15, reader.take(":"),
        let minutes = reader.number(digits: 2), minutes < 60
      else { return nil }
      offset = sign * (hours * 60 + minutes)
    }
    guard reader.isAtEnd else { return nil }
  }

  /// A time of a day, in minutes since midnight; nil outside 0...1439.
  package init?(day: Day, minute: Int) {
    guard (0..<1440).contains(minute) else { return nil }
    (self.day, self.minute, offset) = (day, minute, nil)
  }

  /// The time of day as `08:00`.
  package var time: String { "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))" }

  /// The moment as it is written in data.
  package var description: String {
    guard let offset else { return "\(day)T\(time)" }
    let size = abs(offset)
    let zone = "\(offset < 0 ? "-" : "+")\(padded(size / 60, to: 2)):\(padded(size % 60, to: 2))"
    return "\(day)T\(time)\(offset == 0 ? "Z" : zone)"
  }

  package static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.minute) < (right.day, right.minute)
  }
}
