// Tries tables as sources of a project: beside YAML, instead of it, with rules across both, and files that are no data.

import Syntax
import TestSites
import Testing

@testable import Publishing
@testable import Transition

@Suite struct TableSourceTests {
  private let project = "name: Flytten\ntype: insourcing\nstart: 2025-10-01\n"
  private let roles = "id;title;party\nlead;Projektledare;client\n"

  private func lines(_ files: [String: String]) -> [String] {
    SmallSite(files).findings().filter { $0.severity != .note }.map { "\($0.line) \($0.message)" }
  }

  @Test func tablesAreRecords() throws {
    let site = SmallSite([
      "projects/p/project.yaml": project, "projects/p/roles.csv": roles,
      "projects/p/risks.csv": "id;title.sv;title.de;owner;probability;impact;due\nr1;Sent;Spät;lead;4;5;18.11.2026\n",
      "projects/p/risks.yaml": "- { id: r2, title: Tyst, owner: lead }\n",
    ])
    let (parsed, _) = try site.parsed()
    let project = try #require(parsed.content.project("p"))
    #expect(project[Risk.schema].map(\.id) == ["r2", "r1"])
    #expect(project[Risk.schema].last?[Risk.due]?.iso == "2026-11-18")
    #expect(project[Role.schema].map(\.id) == ["lead"])
    #expect(parsed.dataCount == 5)
  }

  @Test func rulesSayRowAndColumn() {
    let site = SmallSite([
      "projects/p/project.yaml": project, "projects/p/roles.csv": roles,
      "projects/p/risks.csv": "id;title;owner;status\nr1;a;‸nobody;open\n‸r1;b;lead;‸opn\n",
    ])
    let findings = site.findings().filter { $0.place.path.hasSuffix("risks.csv") && $0.severity == .error }
    #expect(findings.map(\.line) == ["V01 \(site.marks[0])", "V02 \(site.marks[1])", "V04 \(site.marks[2])"])
    let endings = ["(row 2, column owner)", "(row 3, column id)", "(row 3, column status)"]
    #expect(zip(findings, endings).allSatisfy { $0.message.hasSuffix($1) }, "\(findings.map(\.message))")
  }

  @Test func nestedCollectionsSayToUseYAML() {
    let found = lines(["projects/p/project.yaml": project, "projects/p/kpis.csv": "id;name;target\nk;a;3\n"])
    #expect(found.contains { $0.contains("kpis cannot be a table") })
  }

  @Test func otherTablesAreFilesToFetch() throws {
    let (parsed, _) = try SmallSite([
      "projects/p/project.yaml": project, "files/numbers.csv": "=cmd|x;y\n", "decisionGuide.csv": "id\n",
      "projects/p/appendix.csv": "a;b\n",
    ]).parsed()
    #expect(parsed.content.files.map(\.path) == ["decisionGuide.csv", "files/numbers.csv", "projects/p/appendix.csv"])
  }

  @Test func ambiguousCellsOfATableAreReported() {
    let site = SmallSite([
      "projects/p/project.yaml": project,
      "projects/p/tables/a.csv":
        "Day;Sum;Code [text];Version;Year [dd/mm/yyyy]\n‸1/2/2026;‸1.234;1.234;1.2.3;1/2/2026\n",
      "projects/p/tables/Bad Name.csv": "a\n1\n",
    ])
    let found = site.findings().filter { $0.place.path.contains("/tables/") }
    #expect(
      found.lines == ["file-name content/projects/p/tables/Bad Name.csv"] + site.marks.map { "csv-value \($0)" })
    #expect(found.last?.message.hasSuffix("(row 2, column Sum)") == true)
  }

  @Test func columnsOfATableHaveKinds() throws {
    let (parsed, found) = try SmallSite([
      "projects/p/project.yaml": project,
      "projects/p/tables/a.csv":
        "Ort.sv;Ort.de;No.;Day;Sum;Mixed;Empty\nMalmö;Malmö;1;2026-03-02;3,5;4;\nKöln;Köln;2;;7;x;\n",
    ]).parsed()
    #expect(found.errors.isEmpty)
    let table = try #require(parsed.content.project("p")?.tables.first)
    let kinds = table.schema.fields.map { field in
      switch field.kind {
      case .localized: "\(field.name) localized"
      case .number: "\(field.name) number"
      case .day: "\(field.name) day"
      default: "\(field.name) text"
      }
    }
    #expect(kinds == ["Ort localized", "No. number", "Day day", "Sum number", "Mixed text", "Empty text"])
    #expect(table.name == "a" && table.records.count == 2)
  }
}
