// An Excel workbook → the tables of its sheets. The program xlsx2csv reads the format; every sheet stays in one file.

import Languages
import Site
import Syntax
import Transition

/// A workbook as it was read: one text with a table per sheet.
struct Workbook: Sendable {
  let path: String
  /// The sheets that have a header, with what is wrong in each.
  let sheets: [(table: CSVTable, problems: [Diagnostic])]
  /// Why it cannot be read at all.
  let diagnostics: [Diagnostic]

  private static let program = ExternalProgram(
    name: "xlsx2csv", package: "xlsx2csv", reason: "it reads Excel workbooks, and there is one")
  private static let largest = 64 << 20
  /// What no text of a workbook can hold, since XML 1.0 has no such sign: it begins the line before each sheet.
  private static let border = UInt8(1)

  /// Reads the bytes of a workbook. Days come with a mark, numbers as they are stored.
  static func read(_ bytes: [UInt8], path: String) throws -> Workbook {
    let days = SheetDays.mark + "%Y-%m-%dT%H:%M:%S.%f"
    let text = try program.convert(bytes, named: "in.xlsx", largest: largest) { source, _ in
      [
        "-a", "-p", "x\(border)", "-f", days, "-t", SheetDays.mark + "T%H:%M:%S", source, "--ignore-formats", "float",
      ]
    }
    guard let text, String(validating: text, as: UTF8.self) != nil else {
      return Workbook(path: path, sheets: [], diagnostics: [unreadable(path)])
    }
    let file = SourceFile(path: path, bytes: text)
    let sheets = parts(text).compactMap { part in
      let (table, problems) = CSVReader.read(file, sheet: part)
      return table.map { (table: $0, problems: problems) }
    }
    return Workbook(path: path, sheets: sheets, diagnostics: [])
  }

  /// What the sheet of the project says that bare texts are written in.
  var sourceLanguage: LanguageTag? {
    for (table, _) in sheets where table.sheet?.name == Project.schema.collection {
      guard let column = table.columns.first(where: { $0.name == "sourceLanguage" }) else { continue }
      return table.rows.first?.cells.first { $0.column == column.index }.flatMap { LanguageTag(table.text($0)) }
    }
    return nil
  }

  /// `␁ 1 - risks`, and the lines up to the next of that kind.
  private static func parts(_ text: [UInt8]) -> [CSVSheet] {
    let starts = text.indices.filter { text[$0] == border }
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : text.count
      guard let line = text[start..<end].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let head = text[start..<line]
      guard let dash = ByteSearch.first(" - ", in: text, from: start), dash < line else { return nil }
      return CSVSheet(name: String(decoding: head[(dash + 3)...], as: UTF8.self), range: line + 1..<end)
    }
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "excel", at: Place(path: path), "this is no workbook that can be read",
      rule: "a workbook is an .xlsx file without a password",
      help: "open it in the spreadsheet program, and save it as .xlsx without a password")
  }
}
