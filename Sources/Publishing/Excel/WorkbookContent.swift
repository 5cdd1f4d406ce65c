// What is to stand in a workbook: sheets, their columns, and their cells.

import Languages

/// A sheet of records, or of rows that belong to records.
struct WorkbookSheet: Sendable {
  let name: String
  let columns: [WorkbookColumn]
  let rows: [[WorkbookCell]]
}

struct WorkbookColumn: Sendable {
  enum Form: Sendable { case text, day, moment, number, integer }

  /// What may be chosen from a list.
  enum Choices: Sendable {
    case words([String])
    /// The ids in the first column of another sheet.
    case ids(ofSheet: String)
  }

  let header: String
  /// What the field is for, at the head of its column.
  let note: String
  let form: Form
  var choices: Choices?
  /// Ids of records and computed values are not typed.
  var isLocked = false
  var isComputed = false
}

enum WorkbookCell: Sendable, Equatable {
  case text(String)
  case number(Double)
  case day(Day)
  case moment(Day, minutes: Int)
  case empty

  /// How it is written: days and numbers may stand among texts.
  func form(in column: WorkbookColumn.Form) -> WorkbookColumn.Form {
    switch self {
    case .text: .text
    case .number: column == .integer ? .integer : .number
    case .day: .day
    case .moment: .moment
    case .empty: column
    }
  }

  /// How many letters it is wide.
  var width: Int {
    switch self {
    case .text(let text): text.split(separator: "\n").map(\.unicodeScalars.count).max() ?? 0
    case .number: 10
    case .day: 11
    case .moment: 17
    case .empty: 0
    }
  }
}
