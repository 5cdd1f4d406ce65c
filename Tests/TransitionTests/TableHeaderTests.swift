// Tries the header of a table: names and titles in every language, and columns that are unknown, doubtful or double.

import Languages
import Syntax
import Testing
import Transition

@Suite struct TableHeaderTests {
  @Test(arguments: [
    "id;title;owner;due", "Id;Titel;Zuständig;Fällig am", "ID;Rubrik;Ansvarig;Klart senast",
    "id;Titolo;RESPONSABILE;scadenza", "id;TITLE;Owner;fällig  AM", "id;titel.sv;owner;Due",
    "id;Title;Owner;Fa\u{308}llig am",
  ])
  func everyLanguage(_ header: String) throws {
    let found = try readTable(header + "\nr1;Sen leverans;lead;2026-03-02\n", Risk.schema)
    #expect(found.diagnostics.isEmpty, "\(found.diagnostics.map(\.message))")
    let record = try found.first()
    #expect(record[Risk.owner] == "lead" && record[Risk.due]?.iso == "2026-03-02")
    #expect(record[Risk.title]?.entries.map(\.language.code) == ["sv"])
  }

  @Test func spacedNamesAreEnglishTitles() throws {
    let found = try readTable(
      "Id;Title;Owner;Review by;contingency kind;Residual.P;residual.i\nr1;a;lead;2026-03-02;rollback;2;3\n",
      Risk.schema)
    #expect(found.diagnostics.isEmpty)
    let record = try found.first()
    #expect(record[CommonFields.reviewBy]?.iso == "2026-03-02" && record[Risk.contingencyKind] == "rollback")
    #expect(record[Risk.residual]?[Residual.p] == FixedDecimal(2))
  }

  @Test func anEntitysOwnTitleGoesFirst() throws {
    let found = try readTable("id;title;owner;Evento\nr1;a;lead;Alluvione\n", Risk.schema)
    #expect(try found.first()[Risk.event]?.entries.first?.text == "Alluvione")
  }

  @Test func languagesOfAText() throws {
    let found = try readTable(
      "id;title;title.de;Titolo.it;owner;note.pt-BR\nr1;Sen;Spät;Tardi;lead;a\nr2;;Nur;;lead;\n", Risk.schema)
    #expect(found.diagnostics.isEmpty)
    #expect(
      try found.first()[Risk.title]?.entries.map { "\($0.language) \($0.text)" } == ["sv Sen", "de Spät", "it Tardi"])
    #expect(found.records.last?[Risk.title]?.entries.map(\.text) == ["Nur"])
  }

  @Test(arguments: [
    ("id;title;owner;‸duee\nr1;a;lead;b\n", "V03", "(row of the header, column duee)", "did you mean \"due\"?"),
    ("id;title;owner;‸Fällig an\nr1;a;lead;b\n", "V03", "column Fällig an)", "did you mean \"Fällig am\"?"),
    ("id;title;owner;‸title.xx.yy\nr1;a;lead;b\n", "V03", "column title.xx.yy)", nil),
    ("id;title;owner;‸owner.sv\nr1;a;lead;b\n", "V03", "column owner.sv)", nil),
    ("id;title;owner;‸residual\nr1;a;lead;2\n", "V03", "column residual)", nil),
    ("id;title;‸Titel;owner\nr1;a;b;lead\n", "csv-header", "column Titel)", "delete one of them"),
    ("id;title.sv;‸Rubrik.sv;owner\nr1;a;b;lead\n", "csv-header", "column Rubrik.sv)", "delete one of them"),
  ])
  func mistakes(_ text: String, _ id: String, _ ending: String, _ help: String?) throws {
    let found = try readTable(text, Risk.schema)
    #expect(found.lines == found.marks.map { "\(id) \($0)" }, "\(found.diagnostics.map(\.message))")
    #expect(found.diagnostics.first?.message.hasSuffix(ending) == true, "\(found.diagnostics.map(\.message))")
    if let help { #expect(found.diagnostics.first?.help == help) }
  }

  @Test func aTitleOfTwoFieldsMeansNeither() throws {
    var data = LanguageData(tag: .english, name: "")
    data.fields = ["cause": "Why", "effect": "Why"]
    let file = SourceFile(path: "a.csv", text: "id;Why\n")
    let table = try #require(CSVReader.read(file).table)
    let header = try #require(TableHeader(Risk.schema, titles: FieldTitles([data])))
    let (_, findings) = header.read(table)
    #expect(findings.map(\.id) == ["csv-header"])
    #expect(findings.first?.message.contains("cause, effect") == true)
  }

  @Test func unknownColumnsAreKeptWhenAsked() throws {
    let found = try readTable(
      "id;title;owner;Cost centre;x-own;Färg (ny)\nr1;a;lead;4711;b;grün\n", Risk.schema, keepsUnknown: true)
    #expect(found.diagnostics.isEmpty)
    #expect(
      try found.first().extras.map { "\($0.key) \($0.text)" } == ["x-cost-centre 4711", "x-own b", "x-färg-ny grün"])
  }

  @Test func twoColumnsAreNeverKeptAsOne() throws {
    let found = try readTable(
      "id;title;owner;x-note-2;‸Note (2);‸Note 2\nr1;a;lead;b;c;d\n", Risk.schema, keepsUnknown: true)
    #expect(found.lines == found.marks.map { "csv-header \($0)" })
  }

  @Test func aMissingColumnIsSaidOnce() throws {
    let found = try readTable("‸id;due;owner\nr1;2026-03-02;lead\nr2;;\nr3;;lead\n", Risk.schema)
    #expect(found.lines == ["V04 1:1", "V04 3:1"], "\(found.diagnostics.map(\.message))")
    #expect(
      found.diagnostics.map(\.message) == [
        "the table has no column \"title\", which every risk needs (row of the header, column id)",
        "risk without \"owner\" (row 3)",
      ])
    #expect(try readTable("id;due\n", Risk.schema).diagnostics.isEmpty)
  }

  @Test func nestedCollectionsAreNoTables() {
    #expect(TableHeader(KPI.schema, titles: FieldTitles()) == nil)
    let problem = Diagnostic.noTable(KPI.schema, Place(path: "kpis.csv"))
    #expect(problem.message == "kpis cannot be a table: it has measurements" && problem.help == "write kpis.yaml")
  }
}
