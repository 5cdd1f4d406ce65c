// What an import changes: records by id, compared cell by cell as a table would show them.

import Languages
import Syntax
import Transition

struct RecordComparison {
  /// The cells of the records that are there now, by id.
  private let before: [String: [CSVWriter.Cell]]
  private let after: [String: [CSVWriter.Cell]]

  init(_ old: [Record], _ new: [Record], _ schema: EntitySchema, _ language: LanguageTag) {
    // One table of all, so that the columns are the same.
    let table = RecordTable(old + new, of: schema, sourceLanguage: language, decimals: .point)
    let rows = table?.rows ?? []
    func byID(_ records: [Record], _ rows: ArraySlice<[CSVWriter.Cell]>) -> [String: [CSVWriter.Cell]] {
      Dictionary(zip(records.map(\.id), rows), uniquingKeysWith: { first, _ in first })
    }
    before = byID(old, rows.prefix(old.count))
    after = byID(new, rows.dropFirst(old.count))
  }

  func change(_ record: Record) -> TableImport.Change {
    guard let cells = before[record.id] else { return .new }
    return cells == after[record.id] ? .same : .changed
  }

  var removed: [String] { before.keys.filter { after[$0] == nil }.sorted() }
}
