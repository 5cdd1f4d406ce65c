// What every audience may see: a walk over all entities and fields, then single records.

import Languages
import Testing
import Transition

@Suite struct SelectionTests {
  private static let readerships: [Readership] = Audience.allCases.map {
    Readership($0, partner: $0 == .partner ? "svarsund" : nil)
  }

  /// Fields in the walk: the name with the entity before it, and who may see it.
  private func fields(_ record: Record, _ around: Audience = .public) -> [(name: String, audience: Audience)] {
    record.writtenFields.flatMap { spec, located in
      let needed = max(around, spec.audience ?? .public)
      return [("\(record.schema.name).\(spec.name)", needed)] + nested(located.value, needed)
    }
  }

  private func nested(_ value: Value, _ around: Audience) -> [(name: String, audience: Audience)] {
    switch value {
    case .record(let inner): fields(inner, around)
    case .list(let elements): elements.flatMap { nested($0.value, around) }
    case .map(let entries): entries.flatMap { nested($0.value.value, around) }
    default: []
    }
  }

  @Test(arguments: Entities.all.indices) func hidesEveryNarrowerField(_ index: Int) throws {
    let schema = Entities.all[index]
    let whole = try project([schema.collection: try #require(FullRecords.yaml[schema.collection])])
    let record = try #require(schema === Project.schema ? whole.record : whole[schema].first)
    let all = fields(record)
    for readers in Self.readerships {
      let selected = whole.selected(for: readers, asOf: try asOf("2026-06-01"))
      guard let visible = schema === Project.schema ? selected.record : selected[schema].first else {
        #expect(schema.isNeverPublic, "a published record is seen by everyone")
        continue
      }
      let shown = fields(visible)
      for field in shown { #expect(field.audience <= readers.audience, "\(field.name) for \(readers.audience)") }
      let expected = all.filter { $0.audience <= readers.audience }.map(\.name)
      if visible.audience <= readers.audience { #expect(shown.map(\.name) == expected) }
      if readers.audience < .internal { #expect(visible.extras.isEmpty) }
    }
  }

  private let samples = [
    "project": "name: Flytten\ntype: insourcing\nstart: 2026-01-01\npublicName: Ny kundservice\n",
    "roles": "- { id: lead, title: Ledare, party: client, mandate: \"10 000 euro\", contactChannel: mejl }\n",
    "milestones": """
    - { id: m1, name: Driftstart, planned: 2026-03-02, publicLabel: Ny kundservice }
    - { id: m2, name: Grind, planned: 2026-02-02, gate: { criteria: [a], decision: hemligt, x-why: hemligt } }
    """,
    "risks": "- { id: r1, title: Risk, owner: lead }\n",
    "channels": "- { id: c1, kind: phone }\n- { id: c2, kind: chat, publish: true, publishReason: old }\n",
  ]

  private func selected(_ audience: Audience, partner: String? = nil, _ day: String = "2026-03-16") throws
    -> TransitionProject
  {
    try project(samples).selected(for: Readership(audience, partner: partner), asOf: try asOf(day))
  }

  @Test func thePublicSeesLabelsAndWhatWasPublished() throws {
    let open = try selected(.public)
    #expect(open.record?.fieldNames == ["publicName"])
    #expect(open.ids(Milestone.schema) == ["m1"])
    #expect(try open.record("m1", Milestone.schema).fieldNames == ["id", "planned", "publicLabel"])
    #expect(open.ids(Channel.schema) == ["c2"])
    #expect(open.ids(Risk.schema).isEmpty && open.ids(Role.schema).isEmpty)
  }

  @Test func employeesSeeNoRisksAndNoMandates() throws {
    let wiki = try selected(.internal)
    #expect(wiki.record?[Project.name] != nil)
    #expect(wiki.ids(Risk.schema).isEmpty)
    #expect(try wiki.record("lead", Role.schema).fieldNames == ["id", "title", "party", "contactChannel"])
  }

  @Test func aFieldInsideAMappingIsHiddenToo() throws {
    let gate = try #require(try selected(.internal).record("m2", Milestone.schema)[Milestone.gate])
    #expect(gate.fieldNames == ["criteria"])
    let team = try #require(try selected(.team).record("m2", Milestone.schema)[Milestone.gate])
    #expect(team.fieldNames == ["criteria", "decision"])
    var published = samples
    published["milestones"] =
      "- { id: m, name: n, gate: { decision: hemligt, x-why: hemligt }, publish: true, publishReason: y }"
    let open = try project(published).selected(for: Readership(.public), asOf: try asOf("2026-03-16"))
    let shown = try #require(try open.record("m", Milestone.schema)[Milestone.gate])
    #expect(shown.fieldNames == [] && shown.extras.isEmpty)
  }

  @Test func theBoardSeesEverything() throws {
    let board = try selected(.restricted)
    #expect(try board.record("lead", Role.schema).fieldNames.contains("mandate"))
    #expect(board.ids(Risk.schema) == ["r1"])
  }

  @Test(arguments: ["embargoUntil: 2026-03-17", "proposed: true"])
  func anEmbargoAndAProposalAreForTheTeam(_ field: String) throws {
    let files = [
      "phases": "- { id: p1, name: n, \(field) }",
      "channels": "- { id: c1, kind: chat, publish: true, publishReason: y, \(field) }",
      "milestones": "- { id: m1, name: n, publicLabel: l, planned: 2026-03-02, \(field) }",
    ]
    for readers in Self.readerships {
      let found = try project(files).selected(for: readers, asOf: try asOf("2026-03-16"))
      #expect(found.allRecords.count == (readers.audience >= .team ? 3 : 0), "\(readers.audience)")
    }
  }

  @Test func anEmbargoEndsOnItsDay() throws {
    let files = ["phases": "- { id: p1, name: n, embargoUntil: 2026-03-16 }"]
    let wiki = Readership(.internal)
    #expect(try project(files).selected(for: wiki, asOf: try asOf("2026-03-15")).ids(Phase.schema) == [])
    #expect(try project(files).selected(for: wiki, asOf: try asOf("2026-03-16")).ids(Phase.schema) == ["p1"])
  }
}
