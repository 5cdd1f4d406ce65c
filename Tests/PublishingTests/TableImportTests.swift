// Tries import and export on small sites: what is written, ids that are given, changes that are told, and refusals.

import Languages
import Site
import Syntax
import TestSites
import Testing

@testable import Publishing
@testable import Transition

@Suite struct TableImportTests {
  private let files = [
    "projects/p/project.yaml": "name: Flytten\ntype: insourcing\nstart: 2025-10-01\n",
    "projects/p/roles.yaml": "- { id: lead, title: Ledare, party: client }\n",
    "projects/p/risks.yaml": """
    - { id: r1, title: { sv: "Sent", de: "Spät" }, owner: lead, impact: 4 }
    - { id: r2, title: "Tyst", owner: lead }
    - { id: r3, title: "Dyrt", owner: lead }

    """,
  ]

  private let clock = AsOfClock(asked: "2026-03-16", epoch: nil)

  private func tables(_ changes: [String: String] = [:]) throws -> ProjectTables {
    let site = SmallSite(files.merging(changes) { $1 })
    let (parsed, diagnostics) = ContentParser.parse(site.tree, jobs: 1)
    return try ProjectTables(parsed, diagnostics, site: "/nowhere", project: "p", clock: clock)
  }

  private func plan(_ text: String, _ dialect: CSVDialect = CSVDialect(), keepsUnknown: Bool = false) throws
    -> TableImport
  {
    try tables().plan(Array(text.utf8), named: "my/risks.csv", Risk.schema, dialect, keepsUnknown: keepsUnknown)
  }

  @Test func writesRecordsInTheOrderOfTheirIDs() throws {
    let plan = try plan(
      "Owner;title.sv;title.de;id;due;tags\nlead;Tyst;Still;r2;18.11.2026;a | b\nlead;Sent;Spät;r1;;\n")
    #expect(
      plan.yaml == """
        # Imported from risks.csv, sorted by id.
        - id: r1
          title: { sv: "Sent", de: "Spät" }
          owner: lead
        - id: r2
          title: { sv: "Tyst", de: "Still" }
          owner: lead
          due: 2026-11-18
          tags: [a, b]

        """)
    #expect(plan.path == "content/projects/p/risks.yaml" && plan.findings.errors.isEmpty)
  }

  @Test func saysWhatChanges() throws {
    let plan = try plan("id;title.sv;title.de;owner;impact\nr1;Sent;Spät;lead;4\nr2;Tystare;;lead;\n;Nytt;;lead;\n")
    #expect(plan.rows.map { "\($0.number) \($0.id) \($0.change)" } == ["2 r1 same", "3 r2 changed", "4 nytt new"])
    #expect(plan.removed == ["r3"])
    #expect(plan.summary == "content/projects/p/risks.yaml: 3 records, 1 new, 1 changed, 1 same, 1 removed")
    #expect(
      plan.lines == [
        "row  change   id               title", "2    same     r1               Sent",
        "3    changed  r2               Tystare", "4    new      nytt (assigned)  Nytt",
        "-    removed  r3             ",
      ])
  }

  @Test func givesIDsThatNobodyHas() throws {
    let plan = try plan("id;title;owner\n;Över natten;lead\nover-natten;x;lead\n;Över natten!;lead\n;???;lead\n")
    #expect(plan.rows.map(\.id) == ["over-natten-2", "over-natten", "over-natten-3", "risk-4"])
    #expect(plan.rows.map(\.isIDAssigned) == [true, false, true, true])
  }

  @Test func theSameTitleInEveryRowIsQuick() throws {
    let plan = try plan("title;owner\n" + String(repeating: "T;lead\n", count: 5_000))
    #expect(plan.rows.last?.id == "t-5000" && Set(plan.rows.map(\.id)).count == 5_000)
  }

  @Test func refusesBrokenTables() throws {
    for (text, ids) in [
      ("id;title;owner\nr1;a;lead\nr1;b;lead\n", ["V02"]), ("id;title;owner\nR 1;a;lead\n", ["V04"]),
      ("id;title;owner;färg\nr1;a;lead;röd\n", ["V03"]), ("id;title;owner\n\"r1;a;lead\n", ["csv-syntax"]),
      ("", ["csv-header"]),
    ] {
      let error = #expect(throws: Findings.self) { try plan(text) }
      #expect(error?.diagnostics.map(\.id) == ids, "\(text)")
    }
  }

  @Test func tellsWhatRulesSayOfTheProject() throws {
    let plan = try plan("id;title;owner\nr1;a;nobody\n")
    #expect(plan.findings.errors.map(\.id) == ["V01"])
    #expect(plan.findings.errors.first?.message.hasSuffix("(row 2, column owner)") == true)
  }

  @Test func optionsDeclareWhatTheFileDoesNot() throws {
    let text = "id,title,owner,due\nr1,a,lead,1/2/2026\n"
    let first = try plan(text, CSVDialect(forms: CSVForms(slashDays: .monthFirst)))
    #expect(first.yaml.contains("due: 2026-01-02"))
    let second = try plan("# dates: mm/dd/yyyy\n" + text, CSVDialect(forms: CSVForms(slashDays: .dayFirst)))
    #expect(second.yaml.contains("due: 2026-02-01"))
  }

  @Test func exportIsImportedAsItWas() throws {
    for separator in CSVDialect.separators {
      let tables = try tables()
      let bytes = try tables.export(Risk.schema, separator: separator, decimals: .comma, hasMark: true).bytes
      let plan = try tables.plan(bytes, named: "a.csv", Risk.schema, CSVDialect(), keepsUnknown: false)
      #expect(plan.rows.map(\.change) == [.same, .same, .same] && plan.removed.isEmpty && plan.findings.errors.isEmpty)
      // What was written as YAML is the same once more.
      let again = try self.tables(["projects/p/risks.yaml": plan.yaml])
      #expect(try again.export(Risk.schema, separator: separator, decimals: .comma, hasMark: true).bytes == bytes)
    }
  }

  @Test func brokenRecordsAreNotExported() throws {
    let tables = try tables(["projects/p/risks.yaml": "- { id: r1, title: a, owner: lead, impact: nine }\n"])
    #expect(throws: Findings.self) {
      try tables.export(Risk.schema, separator: UInt8(ascii: ";"), decimals: .comma, hasMark: true)
    }
    #expect(
      try tables.export(Role.schema, separator: UInt8(ascii: ";"), decimals: .comma, hasMark: false).bytes.count > 20)
  }

  /// A key of the writer's may hold anything in YAML; of that a table has only texts.
  @Test func whatATableCannotHoldIsSaid() throws {
    let tables = try tables([
      "projects/p/risks.yaml": "- { id: r1, title: a, owner: lead, x-text: b, x-list: [c, d], x-map: { e: f } }\n"
    ])
    let (bytes, findings) = try tables.export(
      Risk.schema, separator: UInt8(ascii: ";"), decimals: .comma, hasMark: true)
    #expect(findings.map(\.severity) == [.warning, .warning] && findings[0].message.hasPrefix("x-list of r1 "))
    let plan = try tables.plan(bytes, named: "a.csv", Risk.schema, CSVDialect(), keepsUnknown: false)
    #expect(plan.findings.named("csv-collection").count == 2 && plan.rows.map(\.change) == [.changed])
  }

  @Test func collectionsAndProjectsByName() throws {
    #expect(try ProjectTables.collection("Risks").collection == "risks")
    #expect(try ProjectTables.collection("commsitems").collection == "commsItems")
    for name in ["riks", "kpis", "project", "scope"] {
      #expect(throws: RequestError.self) { try ProjectTables.collection(name) }
    }
    let (parsed, diagnostics) = ContentParser.parse(SmallSite(files).tree, jobs: 1)
    #expect(throws: RequestError.self) { try ProjectTables(parsed, diagnostics, site: "", project: "q", clock: clock) }
    #expect(try ProjectTables(parsed, diagnostics, site: "", project: nil, clock: clock).project.id == "p")
  }
}
