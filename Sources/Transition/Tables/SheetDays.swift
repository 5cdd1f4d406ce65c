// Days and times of a sheet's cells → the text that a field takes. Spreadsheets make days of much that is typed.

import Languages
import Syntax

/// A cell that a spreadsheet holds as a day, a time or both. The reader of workbooks puts a mark before it that no text
/// in a workbook can have (XML 1.0 has no U+0002): `␂2026-03-02T08:30:00.000000`, `␂T08:30:00`.
package enum SheetDays {
  package static let mark = "\u{2}"

  /// The text for a field of a kind; other texts come back as they were.
  static func text(_ text: String, _ kind: FieldKind) throws(CSVValueProblem) -> String {
    guard text.utf8.first == 2 else { return text }
    let (day, minutes) = parts(text)
    let time = String(format(minutes / 60) + ":" + format(minutes % 60))
    guard let day else {
      if kind.contains(\.isText) { return time }
      throw problem(time, kind)
    }
    if kind.contains(\.isMoment) { return day.iso + "T" + time }
    if kind.isDay, minutes == 0 { return day.iso }
    if kind.contains(\.isMonth), day.day == 1 { return String(day.iso.prefix(7)) }
    throw problem(minutes == 0 ? day.iso : day.iso + " " + time, kind)
  }

  /// The day, and the minutes of the day; a spreadsheet counts in fractions of days, so 8:30 may be 8:29:59.999999.
  private static func parts(_ text: String) -> (Day?, minutes: Int) {
    let bytes = text.utf8.dropFirst()
    let halves = bytes.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
    guard halves.count == 2 else { return (nil, 0) }
    let numbers = halves[1].split(separator: UInt8(ascii: ":")).compactMap { Double(String(Substring($0))) }
    let seconds = zip(numbers, [3600.0, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    let minutes = Int((seconds / 60).rounded())
    let day = Day(iso: String(Substring(halves[0])))
    return minutes < 1440 ? (day, minutes) : (day?.adding(days: 1), 0)
  }

  private static func format(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func problem(_ shown: String, _ kind: FieldKind) -> CSVValueProblem {
    CSVValueProblem(
      message: "the spreadsheet holds this cell as a day or a time: \(shown)",
      rule: "the field takes \(kind.form); spreadsheets make days of what looks like one, 1.5 or 2026-03",
      help: "format the cell as text, and type it again")
  }
}

extension FieldKind {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }
  fileprivate var isMoment: Bool { if case .moment = self { true } else { false } }
  fileprivate var isMonth: Bool { if case .month = self { true } else { false } }
}
