// `staffetta export excel` and `staffetta import excel`: a project as a workbook, and back with every difference shown.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct ExportExcel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "excel",
    abstract: "Writes a project as an Excel workbook: a sheet for each collection.",
    discussion: """
      Columns are titled in the language of the messages. Lists to choose from come from the data format and from the ids of
      other sheets; ids and computed values are locked, without a password. The first sheet explains the others.

      Example:
        staffetta export excel --project nordhem-casa --language it
      """)

  @OptionGroup var project: ProjectOptions

  @OptionGroup var language: LanguageOption

  @Option(name: .long, help: "The file to write. Default: <project>.xlsx.")
  var output: String?

  @Flag(name: .long, help: "Replace the file if there is one.")
  var force = false

  func run() throws {
    let wording = language.wording
    try withExitCodes(wording) {
      let tables = try project.open()
      let path = output ?? tables.project.id + ".xlsx"
      try tables.exportWorkbook(to: path, replaces: force, wording)
      print(path)
    }
  }
}

struct ImportExcel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "excel",
    abstract: "Shows what an Excel workbook would change in a project, asks, and writes it.",
    discussion: """
      Records are compared by their ids; a row without an id is a new record and gets one. Sheets that the workbook does not
      have are left alone. Only the lines that change are written; comments stay. Columns that no field has are kept as x-….

      Example:
        staffetta import excel nordhem-casa.xlsx --project nordhem-casa
      """)

  @Argument(help: "An .xlsx file.")
  var file: String

  @OptionGroup var project: ProjectOptions

  @OptionGroup var language: LanguageOption

  @Flag(name: .long, help: "Show the differences; write nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Write without asking.")
  var yes = false

  func run() throws {
    let wording = language.wording
    try withExitCodes(wording) {
      let tables = try project.open()
      let plan = try tables.compare(try ImportTable.bytes(of: file), named: file, wording)
      StandardError.write(Terminal.text(plan.findings, wording))
      try StandardOutput.write(plan.lines.map { $0 + "\n" }.joined())
      print(plan.isEmpty ? wording("no difference") : plan.summary)
      guard !plan.isEmpty, !dryRun else { return }
      guard yes || isWanted(wording) else { return print(wording("nothing was written")) }
      try tables.write(plan)
      for file in plan.files { print(file.path) }
    }
  }

  /// Asks; the end of the input is a no.
  private func isWanted(_ wording: Wording) -> Bool {
    StandardError.write(wording("Write these changes? [y/N]") + " ")
    return ["y", "yes", "s", "sì", "si", "j", "ja"].contains(readLine()?.lowercased() ?? "")
  }
}
