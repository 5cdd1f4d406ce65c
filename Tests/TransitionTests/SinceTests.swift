// Facts that became known later than their record: hidden before their day, so that one set of data replays at any day.

import Languages
import Syntax
import TestSites
import Testing
import Transition

@Suite struct SinceTests {
  private func known(_ schema: EntitySchema, _ text: String, _ day: String) throws -> Record? {
    let whole = try project([schema.collection: text])
    return whole.selected(for: Readership(.restricted), asOf: try asOf(day))[schema].first
  }

  @Test(arguments: [("2026-01-14", false), ("2026-01-15", true)])
  func aResultIsKnownFromTheDayOfItsSession(_ day: String, _ isKnown: Bool) throws {
    let text = "- { id: s, process: [p], method: live-demo, date: 2026-01-15, attendees: 9, test: { passMark: 90 } }\n"
    let session = try #require(try known(KTSession.schema, text, day))
    #expect((session.located("attendees") != nil) == isKnown && (session.located("test") != nil) == isKnown)
    #expect(session[KTSession.date] != nil, "the plan is known before")
  }

  @Test(arguments: [
    ("2025-12-01", "open"), ("2026-01-16", "occurred"), ("2026-05-03", "occurred"), ("2026-05-04", "closed"),
  ])
  func aRiskStandsWhereItStoodThatDay(_ day: String, _ status: String) throws {
    let text = "- { id: r, title: t, owner: o, occurred: 2026-01-16, status: closed, statusSince: 2026-05-04 }\n"
    #expect(try known(Risk.schema, text, day)?.riskStatus == status)
  }

  @Test func reviewsOfLaterDaysAreNotKnown() throws {
    let text = "- { id: r, title: t, owner: o, reviewed: [2026-01-12, 2026-03-09, 2026-04-13] }\n"
    #expect(try known(Risk.schema, text, "2026-03-16")?[Risk.reviewed]?.map(\.iso) == ["2026-01-12", "2026-03-09"])
    #expect(try known(Risk.schema, text, "2026-01-01")?[Risk.reviewed] ?? [] == [])
  }

  @Test(arguments: [("2026-03-15", 0), ("2026-03-16", 1)])
  func aDecisionIsThereFromItsDay(_ day: String, _ count: Int) throws {
    let text = "- { id: d, title: t, date: 2026-03-16, by: spo }\n"
    #expect((try known(Decision.schema, text, day) != nil) == (count == 1))
  }

  @Test(arguments: [("2026-03-31", false), ("2026-04-01", true)])
  func aMonthIsKnownWhenItIsOver(_ day: String, _ isKnown: Bool) throws {
    let text = "- { month: 2026-03, volume: 44000, actual: 45100 }\n"
    #expect((try known(Forecast.schema, text, day)?[Forecast.actual] != nil) == isKnown)
    let quarter = "- { party: client, quarter: 2026-Q1, score: 3 }\n"
    #expect((try known(RelationshipHealth.schema, quarter, day) != nil) == isKnown)
  }

  @Test(arguments: [("2026-03-02", "2026-03-01T23:59", true), ("2026-03-01", "2026-03-02T00:00", false)])
  func aStepIsDoneFromItsMoment(_ day: String, _ moment: String, _ isKnown: Bool) throws {
    let text = "- { wave: w, no: 1, done: \(moment), result: Gick bra }\n"
    let step = try #require(try known(RunbookStep.schema, text, day))
    #expect((step[RunbookStep.done] != nil) == isKnown && (step.located("result") != nil) == isKnown)
  }
}
