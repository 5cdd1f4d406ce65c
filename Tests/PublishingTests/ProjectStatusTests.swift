// What a status report judges: lights, gate, phase, go-lives and money of the example project, on days that differ.

import Languages
import Site
import TestSites
import Testing
import Transition

@Suite struct ProjectStatusTests {
  private func status(_ iso: String, _ readers: Readership = Readership(.restricted)) throws
    -> (status: ProjectStatus, project: TransitionProject)
  {
    let asOf = AsOf(try #require(Day(iso: iso)))
    let found = try ReferenceProjects.project("nordhem-casa")
    let project = found.selected(for: readers, asOf: asOf)
    return (ProjectStatus(project, asOf: asOf), project)
  }

  private func lights(_ status: ProjectStatus) -> [String] {
    ProjectStatus.Area.allCases.map { status.light($0)?.name ?? "none" }
  }

  @Test func thePlanInMarch() throws {
    let (status, project) = try status("2026-03-16")
    #expect(status.position.phase?.id == "p5")
    #expect(status.position.weekOfPhase.map { [$0.week, $0.of] } == [3, 8])
    #expect(status.position.nextGoLive?.day.iso == "2026-03-23" && status.position.nextGoLive?.markets == ["DE"])
    #expect(status.position.lastGoLive?.day.iso == "2026-04-13" && status.position.lastGoLive?.markets == ["IT"])
    #expect(status.position.reached == 12 && status.position.milestones == 22 && status.position.late.isEmpty)
    #expect(status.gate?.milestone.id == "m10b" && status.gate?.verdict(in: project) == nil)
    #expect(status.gate?.metCount == 9 && status.gate?.items.count == 11)
    #expect(lights(status) == ["green", "amber", "amber", "amber", "green"] && status.overall == .amber)
  }

  /// M14 is planned for 29 May and reached on 10 June: late in between, and what waits for it is in danger.
  @Test func whatIsLateInJune() throws {
    let (status, project) = try status("2026-06-05")
    #expect(status.position.late.map(\.id) == ["m14"])
    #expect(PlanPosition.endangered(in: project) == ["m15", "m16"])
    #expect(status.gate == nil && status.light(.gate) == nil && status.light(.plan) == .amber)
    #expect(status.position.nextGoLive == nil && status.position.lastGoLive?.markets == ["IT"])
    let (later, _) = try self.status("2026-06-10")
    #expect(later.position.late.isEmpty && later.light(.plan) == .green)
  }

  /// Before the first go-live bad figures are the reason for the change, and no reason to stop it.
  @Test func figuresBeforeTheStart() throws {
    let (before, _) = try status("2025-10-15")
    #expect(before.figures.contains { $0.status == "critical" } && before.light(.quality) == .amber)
  }

  @Test func moneyIsCountedOnItsDay() throws {
    let march = try #require(try status("2026-03-16").status.spending)
    #expect(march.lines.map(\.kind) == ["one-off", "overlap", "exit", "contingency"])
    #expect(march.lines.map(\.line.planned) == [42_190_000, 14_200_000, 6_400_000, 6_279_000])
    #expect(march.total.planned == 69_069_000 && march.total.committed == 15_840_000)
    #expect(march.total.paid == nil && march.total.expected == nil && !march.exceedsPlan && !march.hasOverrun)
    let july = try #require(try status("2026-07-31").status.spending)
    #expect(july.total.planned == 69_069_000 && july.total.committed == 15_840_000 && july.total.paid == 4_700_000)
  }

  @Test func aProviderJudgesByWhatItSees() throws {
    let (status, _) = try status("2026-03-16", Readership(.partner, partner: "svarsund"))
    #expect(status.gate?.items.count == 2 && status.spending == nil)
    #expect(lights(status) == ["green", "amber", "none", "none", "none"])
  }
}
