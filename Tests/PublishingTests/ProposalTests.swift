// What a project of six lines is proposed: every day of it for three calendars, and who sees it.

import Languages
import Publishing
import Site
import Syntax
import TestSites
import Testing
import Transition

@Suite struct ProposalTests {
  struct Calendar: Sendable {
    let goLive: String
    var blackout = ""
    /// `<collection>.<id>` and its day; of phases and tasks the first and the last.
    let days: [String: String]
  }

  private static func project(_ calendar: Calendar, _ more: String = "") throws -> TransitionProject {
    let lines = """
      name: Byte av kundtjänstpartner
      type: partner-change
      client: Nordhem Casa
      outgoing: Ponteluna
      incoming: Svarsund
      goLive: \(calendar.goLive)

      """
    let site = SmallSite(["projects/byte/project.yaml": lines + calendar.blackout + more])
    let (parsed, problems) = ContentParser.parse(site.tree, jobs: 1)
    #expect(!problems.hasErrors, "\(problems.map(\.message))")
    return try #require(parsed?.content.projects.first)
  }

  private static func team(_ project: TransitionProject) throws -> TransitionProject {
    project.selected(for: Readership(.team), asOf: AsOf(try #require(Day(iso: "2026-01-15"))))
  }

  /// A year without surprises but a blackout over Christmas; three Mondays.
  static let blackout = Calendar(
    goLive: "{ SE: 2026-03-02, DE: 2026-03-23, IT: 2026-04-13 }",
    blackout: "calendar: { blackouts: [{ from: 2025-11-17, to: 2026-01-11 }] }\n",
    days: [
      "phases.plan": "2025-09-29 2025-11-07", "phases.transfer": "2025-11-10 2026-01-30",
      "phases.test": "2026-02-02 2026-02-27", "phases.go-live": "2026-03-02 2026-04-24",
      "phases.stabilise": "2026-04-27 2026-06-26", "milestones.baseline": "2025-10-24",
      "milestones.governance": "2025-11-07", "milestones.freeze": "2026-01-23", "milestones.kt-done": "2026-01-30",
      "milestones.uat": "2026-02-13", "milestones.gate-w1": "2026-02-25", "milestones.live-w1": "2026-03-02",
      "milestones.gate-w2": "2026-03-18", "milestones.live-w2": "2026-03-23", "milestones.gate-w3": "2026-04-08",
      "milestones.live-w3": "2026-04-13", "milestones.accepted-w1": "2026-04-10",
      "milestones.accepted-w2": "2026-04-30", "milestones.accepted-w3": "2026-05-22",
      "milestones.exit-done": "2026-05-29", "milestones.acceptance": "2026-06-26",
      "commsItems.customer-page-w1": "2026-02-02", "commsItems.customer-page-w2": "2026-02-23",
      "commsItems.customer-page-w3": "2026-03-16", "commsItems.customer-mail-w1": "2026-02-12",
      "commsItems.customer-mail-w2": "2026-03-05", "commsItems.customer-mail-w3": "2026-03-26",
      "commsItems.store-brief-w1": "2026-02-23", "commsItems.agent-brief-w2": "2026-03-16",
      "commsItems.agent-brief-w3": "2026-04-07", "commsItems.reminder-w1": "2026-02-27",
      "commsItems.reminder-w2": "2026-03-20", "commsItems.reminder-w3": "2026-04-10",
      "commsItems.now-live-w1": "2026-03-02", "commsItems.completion": "2026-06-26",
      "waves.w1": "2026-03-02", "waves.w3": "2026-04-13", "tasks.shadowing-w1": "2026-02-02 2026-02-23",
    ])

  /// Easter, Liberation Day, Ascension and Midsummer lie in the way, each in its own countries.
  static let holidays = Calendar(
    goLive: "{ IT: 2026-05-05, SE: 2026-05-11, DE: 2026-05-19 }",
    days: [
      "phases.plan": "2026-01-26 2026-03-06", "phases.transfer": "2026-03-09 2026-04-03",
      "phases.test": "2026-04-06 2026-05-01", "phases.go-live": "2026-05-04 2026-05-29",
      "phases.stabilise": "2026-06-01 2026-07-31", "milestones.kt-done": "2026-04-02",
      "milestones.gate-w1": "2026-04-30", "milestones.gate-w3": "2026-05-13", "milestones.live-w3": "2026-05-19",
      "milestones.accepted-w2": "2026-06-18", "milestones.accepted-w3": "2026-06-26",
      "milestones.acceptance": "2026-07-31", "commsItems.customer-page-w1": "2026-04-07",
      "commsItems.customer-mail-w1": "2026-04-17", "commsItems.reminder-w1": "2026-04-30",
      "commsItems.reminder-w3": "2026-05-15", "commsItems.agent-brief-w2": "2026-05-04",
      "tasks.open-cases-w2": "2026-04-27 2026-04-30",
    ])

  /// A go-live on a Sunday stays; what is counted from it falls on days on which people work.
  static let weekend = Calendar(
    goLive: "{ SE: 2026-09-06 }",
    days: [
      "phases.test": "2026-08-03 2026-08-28", "phases.go-live": "2026-08-31 2026-09-11",
      "phases.stabilise": "2026-09-14 2026-11-13", "milestones.live-w1": "2026-09-06",
      "milestones.gate-w1": "2026-09-01", "milestones.accepted-w1": "2026-10-15",
      "commsItems.customer-page-w1": "2026-08-07", "commsItems.store-brief-w1": "2026-08-31",
      "commsItems.reminder-w1": "2026-09-03", "waves.w1": "2026-09-06",
    ])

  @Test(arguments: [blackout, holidays, weekend])
  func everyDayIsRight(_ calendar: Calendar) throws {
    let team = try Self.team(try Self.project(calendar))
    for (path, expected) in calendar.days.sorted(by: { $0.key < $1.key }) {
      let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
      let schema = try #require(Entities.named(collection: parts[0]))
      let record = try #require(team.find(parts[1], in: schema), "\(path)")
      let fields = ["planned", "goLive", "when", "start", "end"]
      let days = fields.compactMap { record.located($0).flatMap { Day.from($0.value)?.iso } }
      #expect(days.joined(separator: " ") == expected, "\(path)")
    }
  }

  @Test func thereIsOneOfEachKind() throws {
    let team = try Self.team(try Self.project(Self.blackout))
    let counts = Entities.all.filter { !team[$0].isEmpty }.map { "\($0.collection) \(team[$0].count)" }
    #expect(
      counts.sorted() == [
        "commsItems 29", "milestones 16", "notices 3", "phases 5", "raci 11", "readiness 3", "risks 13", "roles 13",
        "stakeholders 8", "tasks 45", "waves 3",
      ])
    #expect(team.allRecords.filter { !$0.isProposed }.isEmpty)
  }

  /// Names of countries and parties, in the language of each text.
  @Test func namesAreInTheLanguageOfTheText() throws {
    let team = try Self.team(try Self.project(Self.blackout))
    let live = try #require(team.find("live-w2", in: Milestone.schema)?[Milestone.name])
    #expect(
      live.entries.map { "\($0.language) \($0.text)" } == ["sv Driftstart: Tyskland", "de Produktivstart: Deutschland"])
    #expect(team.find("ptm", in: Role.schema)?[Role.party] == "Svarsund")
    #expect(team.find("exm", in: Role.schema)?[Role.party] == "Ponteluna")
    #expect(team.find("w2", in: Wave.schema)?[Wave.markets] == ["DE"])
    let unfilled = team.allRecords.flatMap { RecordWalk.values(of: $0) }.compactMap { String.from($0.located.value) }
    #expect(!unfilled.contains { $0.contains("{") })
  }

  @Test(arguments: [Audience.public, .partner, .internal])
  func nobodyOutsideTheTeamSeesThem(_ audience: Audience) throws {
    let project = try Self.project(Self.blackout)
    let readers = Readership(audience, partner: audience == .partner ? "Svarsund" : nil)
    let seen = project.selected(for: readers, asOf: AsOf(try #require(Day(iso: "2026-01-15"))))
    #expect(seen.allRecords.isEmpty && seen.proposals.isEmpty)
  }

  /// A collection with a record of its own is the writers' alone; an agreed plan needs no proposals.
  @Test func whatIsWrittenIsNotProposed() throws {
    let agreed = try Self.project(Self.blackout, "stage: baselined\n")
    #expect(agreed.proposals.isEmpty)
    let site = SmallSite([
      "projects/byte/project.yaml": "name: B\ntype: insourcing\ngoLive: { SE: 2026-03-02 }\n",
      "projects/byte/roles.yaml": "- { id: tl, title: T, party: client }\n",
    ])
    let project = try #require(ContentParser.parse(site.tree, jobs: 1).0?.content.projects.first)
    let team = try Self.team(project)
    #expect(team[Role.schema].map(\.id) == ["tl"])
    // What is not there is not named: only the role that is written answers for something.
    #expect(
      Set(team[TransitionTask.schema].compactMap { $0.located("owner").flatMap { String.from($0.value) } }) == ["tl"])
  }

  /// Rules judge what people wrote.
  @Test func rulesDoNotJudgeThem() throws {
    let project = try Self.project(Self.blackout)
    let found = Rules.check(project, asOf: AsOf(try #require(Day(iso: "2026-06-01"))))
    #expect(Set(found.map(\.id)) == ["V72", "incomplete", "next-step", "V16"])
  }

  @Test(arguments: [
    (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"), (2285, "2285-03-22"),
  ])
  func easterIsWhereTheTablesHaveIt(_ year: Int, _ day: String) {
    #expect(PublicHolidays.easter(year)?.iso == day)
  }
}
