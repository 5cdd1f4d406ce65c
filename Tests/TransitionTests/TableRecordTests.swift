// Tries the values of a table: each form of a day and number, lists, mappings, and every mistake at its row and column.

import Languages
import Syntax
import Testing
import Transition

@Suite struct TableRecordTests {
  @Test(arguments: [
    ("Due", "2026-11-18"), ("Due", "18.11.2026"), ("Due [dd/mm/yyyy]", "18/11/2026"),
    ("Due [mm/dd/yyyy]", "11/18/2026"),
  ])
  func days(_ header: String, _ text: String) throws {
    let found = try readTable("id;title;owner;\(header)\nr1;a;lead;\(text)\n", Risk.schema)
    #expect(found.diagnostics.isEmpty)
    #expect(try found.first()[Risk.due]?.iso == "2026-11-18")
  }

  @Test func declaredOnceForTheFile() throws {
    let found = try readTable(
      "# dates: dd/mm/yyyy; decimals: comma\nid;title;party;from;allocation\nr;a;client;1/2/2026;62,5\n", Role.schema)
    #expect(found.diagnostics.isEmpty)
    #expect(try found.first()[Role.from]?.iso == "2026-02-01")
    #expect(try found.first()[Role.allocation]?.description == "62.5")
  }

  @Test func momentsAndTruth() throws {
    let steps = try readTable(
      "id;wave;no;at;action;owner;party;pointOfNoReturn;done\ns1;w1;1;T-72h;Ring;lead;client;WAHR;2.3.2026 8:05\n",
      RunbookStep.schema)
    #expect(steps.diagnostics.isEmpty, "\(steps.diagnostics.map(\.message))")
    #expect(try steps.first().content.contains("2026-03-02T08:05"))
    #expect(try steps.first().content.contains("pointOfNoReturn: true"))
  }

  @Test func listsAndMappings() throws {
    let found = try readTable(
      "id;name;markets;gate.criteria;gate.decision;dependsOn\nm1;a;SE | DE|IT;ready;go;m0\n", Milestone.schema)
    #expect(found.diagnostics.isEmpty)
    #expect(try found.first()[Milestone.markets] == ["SE", "DE", "IT"])
    #expect(try found.first()[Milestone.gate]?[Gate.criteria] == ["ready"])
    #expect(try found.first()[Milestone.dependsOn] == ["m0"])
  }

  @Test func listsOfTextsPerLanguage() throws {
    let found = try readTable(
      "id;name;exitCriteria.sv;exitCriteria.de\np;a;Ett | Två | Tre;Eins | | Drei\n", Phase.schema)
    #expect(found.diagnostics.isEmpty)
    let texts = try found.first()[Phase.exitCriteria]
    #expect(
      texts?.map { $0.entries.map(\.text).joined(separator: "/") } == ["Ett/Eins", "Två", "Tre/Drei"])
  }

  @Test func mappingsByAFreeKey() throws {
    let found = try readTable(
      "id;name;kind;requiredLevel.lead;requiredLevel.agent\nc;a;technical;4;2\n", Competence.schema)
    #expect(found.diagnostics.isEmpty, "\(found.diagnostics.map(\.message))")
    #expect(try found.first().content.contains("requiredLevel: <lead: number 4, agent: number 2>"))
  }

  @Test(arguments: [
    ("id;title;owner;due\nr1;a;lead;2026-03-02\nr2;b;lead;‸18/11/2026\n", "csv-value", "(row 3, column due)"),
    ("id;title;owner;due\nr1;a;lead;‸31.2.2026\n", "V04", "(row 2, column due)"),
    ("id;title;owner;due\nr1;a;lead;‸soon\n", "V04", "(row 2, column due)"),
    ("id;title;owner;due [mm/dd/yyyy]\nr1;a;lead;‸18/11/2026\n", "V04", "(row 2, column due)"),
    ("id;title;owner;impact\n\nr1;a;lead;‸3,5\n", "V04", "(row 3, column impact)"),
    ("id;title;owner;Impact\nr1;a;lead;‸1.000\n", "csv-value", "(row 2, column Impact)"),
    ("id;title;owner;status\nr1;a;lead;‸opn\n", "V04", "(row 2, column status)"),
    ("id;title;owner\n‸r1;a;\n", "V04", "(row 2)"),
    ("id;title;owner\nr1;a;lead\n‸r2;;lead\n", "V04", "(row 3)"),
    ("id;title;owner;residual.p\nr1;a;lead;‸2\n", "V04", "(row 2, column residual.p)"),
    ("id;title;owner;mitigation.sv\nr1;\"a\nb\";lead;‸# Rubrik\n", "data-markdown", "(row 2, column mitigation.sv)"),
  ])
  func mistakes(_ text: String, _ id: String, _ ending: String) throws {
    let found = try readTable(text, Risk.schema)
    #expect(found.lines == found.marks.map { "\(id) \($0)" }, "\(found.diagnostics.map(\.message))")
    #expect(found.diagnostics.first?.message.hasSuffix(ending) == true, "\(found.diagnostics.map(\.message))")
  }

  @Test func aValueAndAMappingExcludeEachOther() throws {
    let found = try readTable(
      "id;regime;country;question;due;due.milestone;due.offsetDays\nl;working-time;SE;q;2026-03-02;‸m1;‸-14\n",
      LegalItem.schema)
    #expect(found.lines == found.marks.map { "csv-value \($0)" })
    let twice = try readTable("id;title;title.sv;owner\nr1;a;‸b;lead\nr2;a;;lead\nr3;;b;lead\n", Risk.schema)
    #expect(twice.lines == twice.marks.map { "csv-value \($0)" })
  }

  @Test func derivedValuesAreClaims() throws {
    let found = try readTable("id;title;owner;score\nr1;a;lead;12\n", Risk.schema)
    #expect(found.diagnostics.isEmpty)
    #expect(try found.first().claims.map { "\($0.name) \($0.text)" } == ["score 12"])
  }
}
