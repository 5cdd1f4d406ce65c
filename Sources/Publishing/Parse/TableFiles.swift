// The tables of one project → records, read by the same reader as YAML; row and column are said with every finding.

import Languages
import Site
import Syntax
import Transition

struct TableFiles {
  let sourceLanguage: LanguageTag
  /// What a column's name may end with.
  let languages: [LanguageTag]
  let titles: FieldTitles
  /// The tables that are no collections.
  private(set) var others: [DataTable] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var tables: [CSVTable] = []

  init(sourceLanguage: LanguageTag, languages: [LanguageTag], titles: FieldTitles) {
    self.sourceLanguage = sourceLanguage
    self.languages = languages
    self.titles = titles
  }

  /// The records of `<collection>.csv`; none of a table of its own, which is kept beside.
  mutating func records(_ file: DataFile) -> [Record] {
    guard let table = read(file.entry) else { return [] }
    if let name = file.tableName {
      let (other, findings) = DataTable.read(table, name: name, languages: languages, sourceLanguage: sourceLanguage)
      diagnostics += findings
      others.append(other)
      return []
    }
    guard let header = TableHeader(file.schema, titles: titles) else {
      diagnostics.append(.noTable(file.schema, Place(path: file.entry.path)))
      return []
    }
    let sheet = RecordSheet.read(table, header, sourceLanguage: sourceLanguage)
    diagnostics += sheet.diagnostics.map(table.located)
    return sheet.records
  }

  /// The records of all sheets.
  mutating func records(_ book: Workbook) -> [Record] {
    let found = WorkbookRecords(book, titles: titles, sourceLanguage: sourceLanguage)
    diagnostics += found.tables.located(found.diagnostics)
    tables += found.tables
    return found.collections.flatMap(\.sheet.records)
  }

  private mutating func read(_ entry: SourceTree.Entry) -> CSVTable? {
    let (file, problems) = SourceFile.decodedTable(path: entry.path, bytes: entry.bytes ?? [])
    diagnostics += problems
    guard !problems.hasErrors else { return nil }
    let (table, findings) = CSVReader.read(file)
    diagnostics += findings
    // A row that is broken says nothing certain about the fields behind the break.
    guard let table, !findings.contains(where: { $0.id == "csv-syntax" }) else { return nil }
    tables.append(table)
    return table
  }
}
