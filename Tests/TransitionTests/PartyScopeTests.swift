// What a provider sees: what names it, what its side of the project shares, and never what is another's.

import Languages
import Testing

@testable import Transition

@Suite struct PartyScopeTests {
  private let files = [
    "project": """
    name: Flytten
    type: partner-change
    start: 2026-01-01
    incoming: [svarsund]
    outgoing: [ponteluna]
    """,
    "phases": """
    - { id: choose, name: Val, kind: select }
    - { id: planning, name: Plan, kind: plan }
    - { id: move, name: Flytt, kind: transfer }
    """,
    "milestones": """
    - { id: m-choose, name: Valt, phase: choose, publicLabel: Vi har valt }
    - { id: m-plan, name: Planerat, phase: planning }
    - { id: m-move, name: Flyttat, phase: move }
    - { id: m-free, name: Utan fas }
    """,
    "roles": """
    - { id: lead, title: Ledare, party: client, mandate: hemligt }
    - { id: s-lead, title: S, party: svarsund, mandate: hemligt, contactChannel: hemlig }
    - { id: p-lead, title: P, party: ponteluna }
    - { id: hidden, title: H, party: client, embargoUntil: 2027-01-01 }
    """,
    "risks": """
    - { id: r-shared, title: Delad, owner: lead, probability: 5, impact: 5, cause: hemlig, trigger: t,
        mitigation: m, contingency: c, status: open, due: 2026-04-01, forParties: [svarsund], tags: [x], x-a: b }
    - { id: r-own, title: Egen, owner: s-lead }
    - { id: r-board, title: Styrelsens, owner: lead, forParties: [svarsund], audience: restricted }
    - { id: r-later, title: Senare, owner: lead, forParties: [svarsund], embargoUntil: 2027-01-01 }
    - { id: r-draft, title: Utkast, owner: lead, forParties: [svarsund], proposed: true }
    """,
    "kpis": """
    - id: answered
      name: Svar
      target: 80
      frequency: monthly
      measurements:
        - { period: 2026-01, value: 71, provider: ponteluna }
        - { period: 2026-02, value: 82, provider: svarsund }
    - { id: cost, name: Kostnad, target: 1, owner: lead }
    - { id: mine, name: Mitt, target: 1, owner: s-lead }
    """,
    "channels": "- { id: c1, kind: chat }",
  ]

  private func selected(_ partner: String, _ changes: [String: String] = [:]) throws -> TransitionProject {
    let whole = try project(files.merging(changes) { $1 })
    return whole.selected(for: Readership(.partner, partner: partner), asOf: try asOf("2026-03-16"))
  }

  @Test func theIncomingProviderSeesThePlanFromPlanningOn() throws {
    let seen = try selected("svarsund")
    #expect(seen.ids(Phase.schema) == ["planning", "move"])
    #expect(seen.ids(Milestone.schema) == ["m-choose", "m-plan", "m-move"])
    #expect(try seen.record("m-choose", Milestone.schema).fieldNames == ["id", "publicLabel"])
    #expect(seen.ids(Channel.schema).isEmpty)
  }

  @Test func theOutgoingProviderSeesMilestonesFromTransferOn() throws {
    let seen = try selected("ponteluna")
    #expect(seen.ids(Milestone.schema) == ["m-choose", "m-move"])
    #expect(seen.ids(Phase.schema) == ["move"])
    #expect(try seen.record("move", Phase.schema).fieldNames == ["id", "name"], "the title of a phase referred to")
    #expect(seen.ids(Risk.schema).isEmpty)
  }

  @Test func aCandidateSeesNothing() throws {
    #expect(try selected("nordlicht").allRecords.map(\.id) == ["m-choose"], "but what everyone may see")
    #expect(try selected("nordlicht").record == nil)
  }

  @Test func aProjectMayShareMore() throws {
    let shared =
      try #require(files["project"]) + "\nshare: { incoming: [roles], outgoing: [phases], candidate: [risks] }"
    #expect(try selected("svarsund", ["project": shared]).ids(Role.schema).contains("p-lead"))
    #expect(try selected("ponteluna", ["project": shared]).ids(Phase.schema) == ["move"])
    #expect(try selected("ponteluna", ["project": shared]).record("move", Phase.schema).fieldNames.contains("kind"))
    #expect(try selected("nordlicht", ["project": shared]).ids(Risk.schema).isEmpty)
  }

  @Test func aRiskForAPartyShowsItsPartyFieldsOnly() throws {
    let seen = try selected("svarsund")
    #expect(seen.ids(Risk.schema) == ["r-shared"])
    let risk = try seen.record("r-shared", Risk.schema)
    #expect(Set(risk.fieldNames) == Set(Risk.schema.partyFields))
    #expect(risk.riskScore == nil && risk.extras.isEmpty)
  }

  @Test func aProviderReadsItsOwnMeasurementsOnly() throws {
    let seen = try selected("svarsund")
    #expect(seen.ids(KPI.schema) == ["answered", "mine"])
    #expect(try seen.record("answered", KPI.schema).series.compactMap { $0[Measurement.value] } == [FixedDecimal(82)])
    let other = try selected("ponteluna")
    #expect(other.ids(KPI.schema) == ["answered"])
    #expect(try other.record("answered", KPI.schema).series.compactMap { $0[Measurement.value] } == [FixedDecimal(71)])
    #expect(try selected("nordlicht").ids(KPI.schema).isEmpty)
  }

  @Test func aProviderSeesItsRolesAndTheTitlesOfOthers() throws {
    let seen = try selected("svarsund")
    #expect(seen.ids(Role.schema) == ["lead", "s-lead"])
    #expect(try seen.record("s-lead", Role.schema).fieldNames == ["id", "title", "party"])
    #expect(try seen.record("lead", Role.schema).fieldNames == ["id", "title"])
  }

  @Test func aHiddenRoleIsNotNamedThroughAReference() throws {
    let milestones = try #require(files["milestones"]) + "\n- { id: m-x, name: X, phase: move, owner: hidden }"
    let seen = try selected("svarsund", ["milestones": milestones])
    #expect(seen.ids(Milestone.schema).contains("m-x"))
    #expect(!seen.ids(Role.schema).contains("hidden"), "its embargo has not passed")
  }

  @Test func nothingBeforeAProviderWasTold() throws {
    let providers =
      "- { id: svarsund, side: incoming, informedOn: 2026-03-17 }\n- { id: ponteluna, side: outgoing, informedOn: 2026-03-16 }\n"
    #expect(try selected("svarsund", ["providers": providers]).allRecords.map(\.id) == ["m-choose"])
    #expect(try selected("ponteluna", ["providers": providers]).ids(Milestone.schema) == ["m-choose", "m-move"])
    #expect(try selected("ponteluna", ["providers": providers]).ids(Provider.schema) == ["ponteluna"], "not the other")
  }

  @Test func othersAreNotNamed() throws {
    let steps =
      "- { id: s1, wave: w1, no: 1, action: Koppla om, party: ponteluna, owner: p-lead, forParties: [svarsund, ponteluna] }\n"
    let waves = "- { id: w1, markets: [SE], goLive: 2026-03-02 }\n"
    let step = try selected("svarsund", ["runbookSteps": steps, "waves": waves]).record("s1", RunbookStep.schema)
    #expect(step.located("party") == nil)
    #expect(step[CommonFields.forParties] == ["svarsund"])
  }

  @Test func criteriaOfAGateGoToThoseWhoAnswerForThem() throws {
    let lists = """
      - id: gate
        gate: m-move
        items:
          - { criterion: Utbildning, owner: s-lead }
          - { criterion: Budget, owner: lead }
      """
    let items = try selected("svarsund", ["readiness": lists]).record("gate", Readiness.schema)[Readiness.items]
    #expect(items?.compactMap { $0[ReadinessItem.criterion]?.entries.first?.text } == ["Utbildning"])
    #expect(try selected("ponteluna", ["readiness": lists]).ids(Readiness.schema).isEmpty)
  }

  @Test func peopleAndAssetsGoToTheirOwn() throws {
    let people =
      "- { id: a, role: s-lead, name: A }\n- { id: b, role: p-lead, name: B }\n- { id: c, role: lead, name: C }\n"
    let assets =
      "- { id: number, kind: number, holder: ponteluna, source: hemligt }\n- { id: domain, kind: domain, holder: svarsund }\n"
    let more = ["people": people, "assets": assets]
    #expect(try selected("svarsund", more).ids(Person.schema) == ["a"])
    #expect(try selected("ponteluna", more).ids(Person.schema) == ["b"])
    #expect(try selected("svarsund", more).ids(Asset.schema).isEmpty, "only the outgoing provider hands assets over")
    #expect(try selected("ponteluna", more).ids(Asset.schema) == ["number"])
    #expect(try selected("ponteluna", more).record("number", Asset.schema).located("source") == nil)
  }

  @Test(arguments: ["proposed: true", "embargoUntil: 2027-01-01", "audience: restricted"])
  func whatIsHiddenOpensNothingElse(_ field: String) throws {
    let slas = "- { id: s, kpi: cost, provider: svarsund, commitment: 1, \(field) }\n"
    #expect(try selected("svarsund", ["slas": slas]).ids(KPI.schema) == ["answered", "mine"])
    let roles = try #require(files["roles"]) + "\n- { id: new, title: N, party: svarsund, \(field) }"
    let kpis = try #require(files["kpis"]) + "\n- { id: theirs, name: D, target: 1, owner: new }"
    #expect(try selected("svarsund", ["roles": roles, "kpis": kpis]).ids(KPI.schema) == ["answered", "mine"])
  }

  @Test func agentsOfTheIncomingProviderReadTheirAnswers() throws {
    let faqs = """
      - { id: a, question: Fråga, answer: Svar, agents: true }
      - { id: b, question: Fråga, answer: Svar }
      - { id: c, question: Fråga, answer: Svar, agents: true, audience: team }
      """
    #expect(try selected("svarsund", ["faqs": faqs]).ids(FAQ.schema) == ["a"])
    #expect(try selected("ponteluna", ["faqs": faqs]).ids(FAQ.schema).isEmpty)
  }

  @Test func valuesAreSharedFromTheirDayOn() throws {
    func seen(_ day: String) throws -> [String] {
      try selected("svarsund", ["values": "- { id: v, statement: Ärlighet, sharedWithProvider: \(day) }\n"])
        .ids(PartnershipValue.schema)
    }
    #expect(try seen("2026-03-16") == ["v"])
    #expect(try seen("2026-03-17").isEmpty)
  }

  @Test func idsOfHiddenRecordsAreNotTold() throws {
    let milestones =
      try #require(files["milestones"]) + "\n- { id: m-y, name: Y, phase: move, dependsOn: [m-free, m-move] }"
    let milestone = try selected("ponteluna", ["milestones": milestones]).record("m-y", Milestone.schema)
    #expect(milestone[Milestone.dependsOn] == ["m-move"])
  }

  @Test(arguments: [
    ("password: Sommar2026!", false, true), ("Lösenord = abc123", false, true),
    ("https://anna:hemligt1@host.example/x", false, true),
    ("ghp_0123456789abcdefABCDEF", false, true), ("Valv: ticket-system", true, false), ("aZ3kQ9pL2mN8xR5t", true, true),
    ("Reset the password: see the handbook", false, false), ("The token is kept in the vault", false, false),
    ("https://host.example/a:b@c", false, false),
  ])
  func credentialsAreKnownByTheirLook(_ text: String, _ isReference: Bool, _ expected: Bool) {
    #expect(CredentialInData.looksSecret(text, isReference: isReference) == expected)
  }
}
