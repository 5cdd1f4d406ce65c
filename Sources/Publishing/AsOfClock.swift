// Which day a build speaks for: asked for, else SOURCE_DATE_EPOCH, else the site's, else today. The only clock there is.

import Foundation
package import Languages
import Site
import Transition

package struct AsOfClock: Sendable {
  /// From the command line: a day, or a date and time with its zone.
  package let asked: String?
  /// The value of SOURCE_DATE_EPOCH: seconds since 1970.
  package let epoch: String?

  package init(asked: String?, epoch: String?) {
    self.asked = asked
    self.epoch = epoch
  }

  /// With what the environment says of the day.
  package static func ofEnvironment(asked: String? = nil) -> AsOfClock {
    AsOfClock(asked: asked, epoch: ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"])
  }

  /// The forms that `--as-of` takes, for messages.
  package static let form = "YYYY-MM-DD, or a date and time with zone such as 2026-03-16T09:00:00+01:00"

  func asOf(_ configuration: SiteConfiguration) throws -> AsOf {
    let zone = TimeZone(identifier: configuration.timezone) ?? .gmt
    if let asked { return try Self.day(asked, zone) }
    if let day = try epochDay(zone) ?? configuration.record[SiteFields.asOf] { return AsOf(day) }
    return AsOf(try Self.today(zone))
  }

  /// The day it is in UTC, for what begins today.
  package var today: Day {
    get throws { try epochDay(.gmt) ?? Self.today(.gmt) }
  }

  private func epochDay(_ zone: TimeZone) throws -> Day? {
    guard let epoch else { return nil }
    guard let seconds = Int(epoch), seconds >= 0,
      let day = Self.day(Date(timeIntervalSince1970: TimeInterval(seconds)), zone)
    else { throw RequestError(message: "SOURCE_DATE_EPOCH is \"\(epoch)\", and should be seconds since 1970") }
    return day
  }

  private static func today(_ zone: TimeZone) throws -> Day {
    guard let today = day(Date(), zone) else { throw RequestError(message: "the clock's day is out of range") }
    return today
  }

  /// The day of a moment in the time zone of a site.
  static func day(ofSeconds seconds: Int, _ configuration: SiteConfiguration) -> Day? {
    day(Date(timeIntervalSince1970: TimeInterval(seconds)), TimeZone(identifier: configuration.timezone) ?? .gmt)
  }

  private static func day(_ text: String, _ zone: TimeZone) throws -> AsOf {
    if let day = Day(iso: text) { return AsOf(day) }
    if hasRealOffset(text), let date = ISO8601DateFormatter().date(from: text), let day = day(date, zone) {
      return AsOf(day)
    }
    throw RequestError(message: "--as-of \(text) is not a day: write \(form)")
  }

  /// Zones lie between -12:00 and +14:00; Foundation takes any number of hours.
  private static func hasRealOffset(_ text: String) -> Bool {
    guard let sign = text.utf8.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
      let hours = Int(String(text[sign...].dropFirst().prefix(2)))
    else { return true }
    return !text.utf8.contains(UInt8(ascii: "T")) || text.utf8.last == UInt8(ascii: "Z") || hours <= 14
  }

  private static func day(_ date: Date, _ zone: TimeZone) -> Day? {
    let seconds = date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
    guard seconds.magnitude < 1e12 else { return nil }
    return Day(number: Int((seconds / 86_400).rounded(.down)))
  }
}
