// `staffetta export`: a collection of a project becomes a table that spreadsheets open.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a collection as a CSV table, or a whole project as an Excel workbook (export excel).",
    subcommands: [ExportTable.self, ExportExcel.self], defaultSubcommand: ExportTable.self)
}

struct ExportTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Writes a collection as a CSV table, all of its records, whoever may see them.",
    discussion: """
      The table is UTF-8 with a byte order mark, separated by semicolons, with decimal commas: Excel opens it as it is in
      Italian, Swedish and German. Texts that a spreadsheet would run (= + - @ …) begin with an apostrophe; import takes
      it off again. Importing the table gives the same records.

      Examples:
        staffetta export risks --project nordhem-casa --output risks.csv
        staffetta export milestones --separator comma | head
      """)

  @OptionGroup var options: TableOptions

  @Option(name: .long, help: "The file to write. Default: standard output.")
  var output: String?

  @Flag(name: .long, help: "Replace the file if there is one.")
  var force = false

  @Flag(name: .long, help: "Without the byte order mark.")
  var noMark = false

  func run() throws {
    try withExitCodes {
      let schema = try ProjectTables.collection(options.collection)
      let (bytes, findings) = try options.project.open().export(
        schema, separator: (options.separator ?? .semicolon).byte, decimals: (options.decimals ?? .comma).form,
        hasMark: !noMark)
      StandardError.write(Terminal.text(findings, .ofEnvironment()))
      if let output {
        try AtomicFile.write(bytes, to: output, replaces: force)
      } else {
        try StandardOutput.write(bytes)
      }
    }
  }
}
