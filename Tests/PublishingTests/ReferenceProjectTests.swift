// The example projects of the repository: every figure that follows from their facts, at the days they are told for.

import Languages
import Site
import TestSites
import Testing
import Transition

@Suite struct ReferenceProjectTests {
  /// A project as everybody who may see all of it knows it on a day.
  private func project(_ id: String, _ iso: String = "2026-03-16") throws -> TransitionProject {
    let day = try #require(Day(iso: iso))
    let found = try ReferenceProjects.project(id)
    return found.selected(for: Readership(.restricted), asOf: AsOf(day))
  }

  private func text(_ ratio: Ratio?, _ digits: Int) -> String? { ratio?.rounded(digits)?.description }

  private func derived(_ path: String, in project: TransitionProject) -> String? {
    guard case .found(let value, _, _) = project.lookup(path.split(separator: ".")) else { return nil }
    return FixedDecimal.from(value)?.description ?? String.from(value) ?? Day.from(value)?.iso
  }

  // MARK: Nordhem Casa

  @Test func theTenderIsWeighed() throws {
    let tender = try #require(try project("nordhem-casa").find("tender-2025", in: Tender.schema))
    let result = try #require(TenderResult(tender))
    #expect(result.ranking.map(\.candidate) == ["svarsund", "rheinruf", "alba", "ponteluna"])
    #expect(result.ranking.map { text($0.total, 2) } == ["4.05", "3.70", "3.50", "2.95"])
    let breakEven = try #require(result.breakEven(of: "price"))
    #expect(text(breakEven.weight, 1) == "37.3" && breakEven.candidate == "alba")
    let moved = result.totals(weighing: "price", at: Ratio(40))
    #expect(moved.first { $0.candidate == "alba" }.flatMap { text($0.total, 2) } == "3.88")
    #expect(moved.first { $0.candidate == "svarsund" }.flatMap { text($0.total, 2) } == "3.79")
  }

  @Test func theBusinessCaseAddsUp() throws {
    let project = try project("nordhem-casa")
    let result = try #require(BusinessCase(project))
    #expect(result.runBefore == 305_580_000 && result.runAfter == 270_995_000)
    #expect(result.gross == 52_285_000 && result.extraSteering == 11_500_000 && result.net == 40_785_000)
    #expect(result.cashable == 32_685_000 && result.oneOff == 69_069_000)
    #expect(text(result.payback(from: \.gross), 1) == "15.9")
    #expect(text(result.payback(from: \.net), 1) == "20.3")
    #expect(text(result.payback(from: \.cashable), 1) == "25.4")
    #expect(result.net(years: 3) == 53_286_000)
    let contact = try #require(result.perContact(600_000))
    #expect(text(contact.before, 0) == "550" && text(contact.after, 0) == "496")
    #expect(
      text(result.steeringShare(before: true), 1) == "4.9" && text(result.steeringShare(before: false), 1) == "9.7")
    #expect(derived("project.netSaving", in: project) == "407850.00")
    #expect(derived("project.paybackMonths", in: project) == "20.3")
  }

  @Test func theForecastNeedsPeople() throws {
    let project = try project("nordhem-casa")
    func month(_ code: String) throws -> Record {
      try #require(project[Forecast.schema].first { $0[Forecast.month]?.code == code })
    }
    for (code, fte, index) in [("2026-03", "58.0", "0.88"), ("2026-07", "52.7", "0.80"), ("2026-12", "93.5", "1.42")] {
      #expect(text(ForecastFigures.required(try month(code)), 1) == fte, "\(code)")
      #expect(text(ForecastFigures.seasonality(try month(code), in: project), 2) == index, "\(code)")
    }
    #expect(text(ForecastFigures.peakToTrough(try month("2026-01"), in: project), 2) == "1.78")
  }

  @Test(arguments: [
    ("2025-10-15", ["done", "done", "done", "done", "next", "due", "due"]),
    ("2026-03-16", ["done", "done", "done", "done", "done", "done", "done"]),
  ])
  func milestonesStandWhereTheDaySaysSo(_ day: String, _ states: [String]) throws {
    let project = try project("nordhem-casa", day)
    let ids = ["m01", "m02", "m03", "m04", "m05", "m06", "m11"]
    #expect(ids.map { derived("milestones.\($0).state", in: project) } == states)
  }

  @Test func aMilestoneIsLateUntilItIsDone() throws {
    #expect(derived("milestones.m05.state", in: try project("nordhem-casa", "2025-10-27")) == "late")
    #expect(derived("milestones.m10b.state", in: try project("nordhem-casa")) == "next")
    #expect(derived("milestones.m12.state", in: try project("nordhem-casa")) == "due")
    #expect(derived("milestones.m14.state", in: try project("nordhem-casa", "2026-06-05")) == "late")
    #expect(derived("phases.p5.progress", in: try project("nordhem-casa")) == "17")
  }

  @Test func theFirstGateIsConditional() throws {
    let project = try project("nordhem-casa")
    let readiness = try #require(project.find("ready-w1", in: Readiness.schema))
    #expect(ReadinessVerdict.of(readiness, in: project) == "conditional")
    #expect(ReadinessVerdict.open(readiness).count == 1)
    let early = try self.project("nordhem-casa", "2025-10-15")
    #expect(ReadinessVerdict.of(try #require(early.find("ready-w1", in: Readiness.schema)), in: early) == nil)
    let last = try #require(project.find("ready-w3", in: Readiness.schema))
    #expect(ReadinessVerdict.of(last, in: project) == nil, "its day has not come")
  }

  @Test func figuresAreJudgedOnTheDay() throws {
    let march = try project("nordhem-casa")
    #expect(derived("kpis.k01.last", in: march) == "71")
    #expect(derived("kpis.k01.status", in: march) == "suspended")
    let autumn = try project("nordhem-casa", "2026-11-22")
    #expect(derived("kpis.k01.last", in: autumn) == "81" && derived("kpis.k01.status", in: autumn) == "met")
    #expect(derived("kpis.k01.trend", in: autumn) == "worse" && derived("kpis.k02.trend", in: autumn) == "worse")
    #expect(derived("kpis.k06.status", in: autumn) == "met" && derived("kpis.k06.trend", in: autumn) == "steady")
    #expect(derived("kpis.k05.trend", in: autumn) == "better")
  }

  @Test func risksAreScored() throws {
    let project = try project("nordhem-casa")
    let high = project[Risk.schema].filter { ($0.riskScore ?? 0) >= RiskScore.high }.map { String($0.id.prefix(3)) }
    #expect(high == ["r01", "r05", "r06"])
    #expect(derived("risks.r01-tacit-knowledge.level", in: project) == "high")
    #expect(project.find("r03-german-hiring", in: Risk.schema)?.riskStatus == "occurred")
    let before = try self.project("nordhem-casa", "2025-10-15")
    #expect(before.find("r03-german-hiring", in: Risk.schema)?.riskStatus == "open")
    #expect(before[Decision.schema].allSatisfy { ($0[Decision.date]?.iso ?? "") <= "2025-10-15" })
  }

  @Test func stakeholdersHaveAWayToGo() throws {
    let project = try project("nordhem-casa")
    let gaps = project[Stakeholder.schema].map { ($0.id, StakeholderGap.of($0) ?? 0) }
    #expect(gaps.filter { $0.1 == 3 }.map(\.0) == ["customers", "second-line", "carriers"] && gaps.map(\.1).max() == 3)
  }

  @Test func theDecisionGuideSaysGo() throws {
    let project = try project("nordhem-casa")
    let result = DecisionGuideResult(project)
    #expect(result.verdict == "go" && result.unanswered.isEmpty)
    for (process, verdict) in [("pr01", "go"), ("pr10", "no-go"), ("pr12", "no-go")] {
      #expect(DecisionGuideResult(project, process: process).verdict == verdict, "\(process)")
    }
  }

  @Test func placesHaveADayToSwitchBy() throws {
    let project = try project("nordhem-casa")
    #expect(project[Touchpoint.schema].count == 40)
    for touchpoint in project[Touchpoint.schema] {
      #expect(TouchpointDates.deadline(touchpoint, in: project) != nil, "\(touchpoint.id)")
    }
  }

  @Test func aMissedServiceLevelCostsNothingWhileItIsSuspended() throws {
    let project = try project("nordhem-casa", "2026-11-22")
    let sla = try #require(project[SLA.schema].first { $0[SLA.kpi] == "k01" })
    let value = try #require(FixedDecimal("77"))
    let early = SLACredit.percent(sla, value: value, period: try #require(Period("2026-05")), direction: "higher")
    let late = SLACredit.percent(sla, value: value, period: try #require(Period("2026-07")), direction: "higher")
    #expect(text(early, 2) == "0.00" && late.map { $0.isPositive } == true)
  }

  // MARK: The smaller two

  @Test func comingBackIsAWeakButHonestCase() throws {
    let result = try #require(BusinessCase(try project("kreisel-technikteile", "2026-11-22")))
    #expect(result.runBefore == 109_800_000 && result.runAfter == 109_800_000)
    #expect(result.gross == 11_700_000 && result.oneOff == 41_200_000)
    let months = try #require(result.payback(from: \.net))
    #expect(text(months.divided(by: Ratio(12)), 1) == "3.5")
  }

  @Test func theFirstOutsourcingIsAHybrid() throws {
    let project = try project("cesto-alpino", "2026-11-22")
    let result = try #require(BusinessCase(project))
    #expect(result.net == 2_740_000 && result.oneOff == 3_800_000)
    let december = try #require(project[Forecast.schema].first { $0[Forecast.month]?.code.hasSuffix("-12") == true })
    #expect(text(ForecastFigures.seasonality(december, in: project), 2) == "2.75")
    let verdicts = Set(project[ServiceProcess.schema].map { DecisionGuideResult(project, process: $0.id).verdict })
    #expect(verdicts.contains("no-go") && verdicts.count > 1, "\(verdicts)")
  }
}
