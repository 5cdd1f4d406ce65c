// The first sheet of a workbook: what the others are, and what may be done with them.

import Syntax

enum WorkbookGuide {
  static func rows(_ sheets: [WorkbookSheet], project: String, _ wording: Wording) -> [[String]] {
    let lines: [[Message]] = [
      ["The project \(project) as a workbook"],
      ["To change something", "Type over it. Days are days of the calendar, decimals are typed as your Excel does."],
      ["To add a record", "Use the next empty row, and leave the id empty: it is made when the workbook is imported."],
      [
        "To remove a record",
        "Empty all cells of its row but the id; or lift the protection of the sheet (it has no password) and delete the row.",
      ],
      ["Grey cells", "Ids and computed values: they are not typed."],
      [
        "Columns",
        "A title in English, Italian, Swedish or German, or the name of the field; title.sv is the Swedish text. Columns of your own begin with x-.",
      ],
      [
        "Sheets",
        "One for each collection. To begin another, add a sheet with its name. Sheets of your own begin with x-.",
      ],
      [
        "To read it back",
        "staffetta import excel FILE --project \(project) shows every difference and asks before it writes. Or put the workbook into the project's folder as project.xlsx: then it is a source like the data files.",
      ],
    ]
    let counts = sheets.map { ["", "\($0.name): \($0.rows.count)"] }
    return lines.map { $0.map { wording($0) } } + [[""]] + counts
  }
}
