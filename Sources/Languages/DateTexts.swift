// Dates as ICU writes them in one language, remembered because a page asks for the same few over and over.

internal import Foundation
import Synchronization

/// Formats days through ICU, with an explicit locale, the Gregorian calendar and GMT: nothing comes from the process.
final class DateTexts: Sendable {
  /// What of a date is written.
  enum Style: Int, Hashable, Sendable, CaseIterable {
    case short, long, full, month, quarter, monthName
  }

  private struct Key: Hashable {
    let day: Int32
    let style: Style
  }

  /// A site names some hundred dates. The bound only keeps a server that runs for months from growing.
  private static let capacity = 8192

  private let styles: [Date.FormatStyle]
  private let dayNumbers: [Int: String]
  private let remembered = Mutex<[Key: String]>([:])

  init(locale: Locale, dayNumbers: [Int: String]) {
    self.dayNumbers = dayNumbers
    styles = Style.allCases.map { Self.formatStyle($0, locale: locale) }
  }

  /// The text of a day. Two threads may both compute a text that is new; they get the same one.
  func text(_ day: Day, _ style: Style) -> String {
    let key = Key(day: day.number, style: style)
    if let known = remembered.withLock({ $0[key] }) { return known }
    let text = computed(day, style)
    remembered.withLock { texts in
      if texts.count >= Self.capacity { texts.removeAll(keepingCapacity: true) }
      texts[key] = text
    }
    return text
  }

  private func computed(_ day: Day, _ style: Style) -> String {
    let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
    let format = styles[style.rawValue]
    guard let number = dayNumbers[day.day] else { return date.formatted(format) }
    // ICU says which part of the text is the day, so that only this part is replaced.
    let parts = format.attributed.format(date)
    return parts.runs.reduce(into: "") { text, run in
      text += run.dateField == .day ? number : String(parts[run.range].characters)
    }
  }

  private static func formatStyle(_ style: Style, locale: Locale) -> Date.FormatStyle {
    let gregorian = Calendar(identifier: .gregorian)
    func styled(_ date: Date.FormatStyle.DateStyle?) -> Date.FormatStyle {
      // With a style for the date, the time has to be left out explicitly; without, no part is written but those named.
      let time: Date.FormatStyle.TimeStyle? = date == nil ? nil : .omitted
      return Date.FormatStyle(date: date, time: time, locale: locale, calendar: gregorian, timeZone: .gmt)
    }
    return switch style {
    case .short: styled(nil).day().month(.wide)
    case .long: styled(.long)
    case .full: styled(.complete)
    case .month: styled(nil).month(.wide).year()
    case .quarter: styled(nil).quarter(.wide).year()
    case .monthName: styled(nil).month(.abbreviated)
    }
  }
}
