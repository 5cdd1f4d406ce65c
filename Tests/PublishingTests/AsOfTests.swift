// The day of a build: asked for, else SOURCE_DATE_EPOCH, else the site's, else today.

import Languages
import Site
import Syntax
import TestSites
import Testing
import Transition

@testable import Publishing

@Suite struct AsOfTests {
  private func configuration(_ more: String = "", zone: String = "Europe/Stockholm") throws -> SiteConfiguration {
    let text = SmallSite.configuration.replacing("Europe/Stockholm", with: zone) + "\n" + more
    return try #require(SiteConfiguration.read(SourceFile(path: SiteConfiguration.path, text: text)).0)
  }

  private func day(
    _ asked: String?, _ epoch: String?, _ more: String = "asOf: 2026-01-03", zone: String = "Europe/Stockholm"
  )
    throws -> String
  {
    try AsOfClock(asked: asked, epoch: epoch).asOf(configuration(more, zone: zone)).day.iso
  }

  @Test func theOrderHolds() throws {
    #expect(try day("2026-01-01", "1767312000") == "2026-01-01")
    #expect(try day(nil, "1767312000") == "2026-01-02")
    #expect(try day(nil, nil) == "2026-01-03")
    #expect(try day(nil, nil, "") > "2026-01-03", "today")
  }

  @Test(arguments: [
    ("2026-03-16T09:00:00+01:00", "2026-03-16"), ("2026-03-16T23:30:00Z", "2026-03-17"),
    ("2026-03-16T22:59:59Z", "2026-03-16"), ("2026-03-16T23:00:00Z", "2026-03-17"),
    ("2026-07-01T22:00:00Z", "2026-07-02"), ("2026-03-16T01:00:00+09:00", "2026-03-15"),
  ])
  func aMomentIsADayInTheSitesZone(_ asked: String, _ expected: String) throws {
    #expect(try day(asked, nil) == expected)
  }

  @Test func theEpochIsADayInTheSitesZone() throws {
    // 2026-03-16T23:30:00Z
    #expect(try day(nil, "1773703800") == "2026-03-17")
    #expect(try day(nil, "1773703800", zone: "America/New_York") == "2026-03-16")
    #expect(try day(nil, "0") == "1970-01-01")
  }

  @Test(arguments: ["abc", "-1", "", "1e9", "0x10", "nan", "100000000000000000000", "1.5", " 1"])
  func refusesAnEpoch(_ epoch: String) {
    #expect(throws: RequestError.self) { try day(nil, epoch) }
  }

  @Test(arguments: ["tomorrow", "2026-02-30", "2026-3-1", "2026-03-16T09:00", "2026-03-16 09:00:00Z", ""])
  func refusesADay(_ asked: String) {
    #expect(throws: RequestError.self) { try day(asked, nil) }
  }
}
