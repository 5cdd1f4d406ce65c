// Tries which collections are tables, and that every record of them comes back from one.

import Languages
import Syntax
import TestRandom
import Testing
import Transition

@Suite struct FlatCollectionTests {
  @Test func theseAreNoTables() {
    let others = Entities.all.filter { $0.flatColumns == nil && !$0.isOne }.map(\.collection)
    #expect(
      others == [
        "providers", "channels", "processes", "kpis", "slas", "qualityFrameworks", "readiness", "decisionGuide",
        "tenders", "costItems", "handoverPacks",
      ])
    #expect(Entities.all.filter(\.isOne).allSatisfy { $0.flatColumns == nil })
    #expect(KPI.schema.fieldsBeyondTables.map(\.name) == ["measurements"])
  }

  @Test(arguments: Entities.all.map(\.collection).filter { Entities.named(collection: $0)?.flatColumns != nil })
  func fullRecordsComeBack(_ collection: String) throws {
    let schema = try #require(Entities.named(collection: collection))
    let records = try read(FullRecords.yaml[collection] ?? "", schema).records
    #expect(records.count == 1)
    for separator in CSVDialect.separators {
      #expect(try throughTable(records, schema, separator: separator).map(\.content) == records.map(\.content))
    }
  }

  @Test func everyFormOfAValueComesBack() throws {
    let legal = try read(
      """
      - { id: a, regime: other, country: SE, due: 2026-03-02, question: "Får vi?", note: { de: "Ja", sv: "Jo" } }
      - { id: b, regime: other, country: IT, due: { milestone: m1, offsetDays: -14 }, question: { it: "Si può?" } }
      """, LegalItem.schema
    ).records
    #expect(try throughTable(legal, LegalItem.schema).map(\.content) == legal.map(\.content))
    let raci = try read(
      """
      - { id: a, item: pr01, R: [lead], A: lead }
      - { id: b, item: "Hela flytten", R: [lead, sponsor], A: lead }
      - { id: c, item: { sv: "Prov", de: "Test" }, A: lead, x-Farbe: "=1+1" }
      """, RACI.schema
    ).records
    #expect(try throughTable(raci, RACI.schema).map(\.content) == raci.map(\.content))
  }

  @Test func numbersThatCouldBeGroupsSayHowTheyAreWritten() throws {
    let forecasts = try read(
      """
      - { id: a, month: 2026-03, channel: c, volume: 1200, aht: 1.234, occupancy: 82.5 }
      - { id: b, month: 2026-04, channel: c, volume: 1300, aht: 412.5, occupancy: 80 }
      """, Forecast.schema
    ).records
    let table = try recordTable(forecasts, Forecast.schema)
    #expect(table.header.contains("aht [comma]") && table.header.contains("occupancy"))
    for separator in CSVDialect.separators {
      let back = try throughTable(forecasts, Forecast.schema, separator: separator)
      #expect(back.map(\.content) == forecasts.map(\.content))
    }
  }

  @Test func columnsThatNobodyUsesAreLeftOut() throws {
    let records = try read("- { id: r, title: { sv: a, de: b }, owner: lead }", Risk.schema).records
    let table = try recordTable(records, Risk.schema)
    #expect(table.header.prefix(4) == ["id", "title.sv", "title.de", "category"])
    #expect(!table.header.contains("cause") && !table.header.contains("residual.p"))
  }

  @Test func anEmptyCollectionIsATemplate() throws {
    let table = try recordTable([], Risk.schema)
    #expect(table.header.starts(with: ["id", "title", "category", "probability", "impact"]) && table.rows.isEmpty)
  }

  /// Another seed may be put here to look further.
  static let seed: UInt64 = 20_261_122

  @Test func randomTextsComeBack() throws {
    var generator = SeededGenerator(seed: Self.seed)
    let tokens = [
      "a", "å", "=", "-", "+", "@", "'", "\\\\", "|", " | ", ";", ",", "\\t", "\\n", "\\\"", "{{ x }}", "null", "1,5",
      "#",
      "e\u{301}", "👩‍👩‍👧", "～", "＝",
    ]
    func text() -> String {
      let middle = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        tokens.randomElement(using: &generator) ?? ""
      }
      return "\""
        + (tokens.filter { $0 != " | " && $0 != "\\t" && $0 != "\\n" }.randomElement(using: &generator) ?? "a")
        + middle.joined() + "x\""
    }
    for _ in 0..<300 {
      let yaml =
        "- { id: r, title: { sv: \(text()), de: \(text()) }, owner: o, cause: \(text()), tags: [\(text()), \(text())],"
        + " source: \(text()), x-a: \(text()) }\n"
      let records = try read(yaml, Risk.schema).records
      let back = try throughTable(records, Risk.schema).map(\.content)
      if back != records.map(\.content) { Issue.record("seed \(Self.seed): \(yaml) became \(back)") }
    }
  }
}
