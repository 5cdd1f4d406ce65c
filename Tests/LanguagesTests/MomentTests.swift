// Moments as data writes them: read exactly, written back, ordered.

import Languages
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    "2026-03-02T08:00", "2026-03-02T23:59", "2026-03-02T08:00Z", "2026-03-02T08:00+01:00", "2026-03-02T08:00-03:30",
  ])
  func readsAndWrites(_ text: String) throws {
    #expect(try #require(Moment(text)).description == text)
  }

  @Test(arguments: [
    "2026-03-02", "2026-03-02T8:00", "2026-03-02T24:00", "2026-03-02T08:60", "2026-02-30T08:00", "2026-03-02 08:00",
    "2026-03-02T08:00+1:00", "2026-03-02T08:00+15:00", "2026-03-02T08:00:61", "2026-03-02T08:00Zx", "T08:00", "",
    "2026-03-02T08:00+01:00x",
  ])
  func refusesTheRest(_ text: String) { #expect(Moment(text) == nil) }

  @Test func secondsAreReadAndNotKept() throws {
    #expect(try #require(Moment("2026-03-02T08:00:59")).description == "2026-03-02T08:00")
  }

  @Test func areOrdered() throws {
    let texts = ["2026-03-02T08:00", "2026-03-01T23:59", "2026-03-02T07:59"]
    #expect(texts.compactMap { Moment($0) }.sorted().map(\.description) == [texts[1], texts[2], texts[0]])
  }
}
