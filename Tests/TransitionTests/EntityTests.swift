// Reads one good record of every entity, with every field, and holds what its values become.

import Languages
import Syntax
import Testing
import Transition

@Suite struct EntityTests {
  @Test(arguments: Entities.all.indices) func readsEveryField(_ index: Int) throws {
    let schema = Entities.all[index]
    let found = try read(try #require(FullRecords.yaml[schema.collection]), schema)
    #expect(found.lines == [])
    let record = try found.first()
    #expect(Set(record.fieldNames) == Set(schema.fields.map(\.name)))
    for (spec, located) in record.writtenFields { expectNestedFields(spec, located.value) }
  }

  private func expectNestedFields(_ spec: FieldSpec, _ value: Value) {
    switch value {
    case .record(let inner):
      #expect(Set(inner.fieldNames) == Set(inner.schema.fields.map(\.name)), "\(spec.name)")
      for (spec, located) in inner.writtenFields { expectNestedFields(spec, located.value) }
    case .list(let elements):
      #expect(!elements.isEmpty)
      for element in elements { expectNestedFields(spec, element.value) }
    default: break
    }
  }

  @Test func typesTheValues() throws {
    let kpi = try read(try #require(FullRecords.yaml["kpis"]), KPI.schema).first()
    #expect(kpi.id == "service-level")
    #expect(kpi[KPI.baseline] == FixedDecimal("78.25"))
    #expect(kpi[KPI.measuredDaily] == true)
    let range = try #require(kpi[KPI.target].flatMap { Record.from($0.value) })
    #expect(range[TargetRange.max] == FixedDecimal(95))
    let measurement = try #require(kpi[KPI.measurements]?.first)
    #expect(measurement[Measurement.period] == Period("2026-W10"))
    #expect(measurement[Measurement.n] == FixedDecimal(1200))
    let project = try read(try #require(FullRecords.yaml["project"]), Project.schema).first()
    #expect(project[Project.goLive]?.entries.map(\.key) == ["SE", "DE"])
    #expect(project[Project.version] == "1.10")
    #expect(project[Project.incoming] == ["svarsund"], "one element may stand without brackets")
    let phase = try read(try #require(FullRecords.yaml["phases"]), Phase.schema).first()
    #expect(phase[Phase.entryCriteria]?.count == 2)
  }

  @Test func keepsKeysOfTheWriter() throws {
    let risk = try read(try #require(FullRecords.yaml["risks"]), Risk.schema).first()
    #expect(risk.extras.map(\.key) == ["x-colour"])
    #expect(risk.extras.map(\.text) == ["green"])
  }

  @Test func readsABareTextInTheProjectsLanguage() throws {
    let record = try read("- { id: lead, title: Ledare, party: client }", Role.schema).first()
    let title = try #require(record[Role.title])
    #expect(title.entries == [.init(language: try #require(swedish), text: "Ledare")])
    let german = try #require(LanguageTag("de"))
    #expect(title.resolve(for: german, fallbacks: [german]) == nil)
    #expect(title.resolve(for: german, fallbacks: [try #require(swedish)])?.language == swedish)
  }

  @Test func treatsAnEmptyKeyAsAbsent() throws {
    let found = try read("- { id: lead, title: Ledare, party: , backup: ~ }", Role.schema)
    #expect(found.lines == [])
    #expect(try found.first().fieldNames == ["id", "title"])
  }

  @Test func readsAnEmptyFileAsNoRecords() throws {
    let found = try read("# nothing yet\n[]\n", Role.schema)
    #expect(found.records.isEmpty && found.lines == [])
  }
}
