// `staffetta import`: a table of a spreadsheet becomes a collection of a project.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads a CSV table into a collection, or an Excel workbook into a project (import excel).",
    subcommands: [ImportTable.self, ImportExcel.self], defaultSubcommand: ImportTable.self)
}

struct ImportTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Reads a CSV table into a collection: <collection>.yaml, sorted by id.",
    discussion: """
      Separator (; , tab) and encoding (UTF-8, UTF-16, Windows-1252) are found. Columns are named like fields or by their
      titles in English, Italian, Swedish or German; title.sv holds one language, residual.p a part of a mapping, and
      lists are written a | b. 2026-11-18 and 18.11.2026 are certain; 18/11/2026 and 1.234,50 must be declared: with the
      options below, by [dd/mm/yyyy] behind a column's name, or by a first line # dates: dd/mm/yyyy; decimals: comma

      Every mistake is reported with its row and column, and then nothing is written.

      Examples:
        staffetta import risks risks.csv --project nordhem-casa --dry-run
        staffetta import risks risks.csv --dates dd/mm/yyyy --decimals comma --force
      """)

  @OptionGroup var options: TableOptions

  @Argument(help: "A CSV file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "What 18/11/2026 means: dd/mm/yyyy or mm/dd/yyyy.")
  var dates: Dates?

  @Flag(name: .long, help: "Print what would be written, row by row; write nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Replace the collection's file if there is one.")
  var force = false

  @Flag(name: .long, help: "Keep columns that no field has, as x-… of each record.")
  var keepUnknown = false

  enum Dates: String, ExpressibleByArgument, CaseIterable {
    case dayFirst = "dd/mm/yyyy"
    case monthFirst = "mm/dd/yyyy"

    var form: CSVForms.SlashDays { self == .dayFirst ? .dayFirst : .monthFirst }
  }

  func run() throws {
    try withExitCodes {
      let schema = try ProjectTables.collection(options.collection)
      let tables = try options.project.open()
      let forms = CSVForms(slashDays: dates?.form, decimals: options.decimals?.form)
      let plan = try tables.plan(
        try input(), named: file == "-" ? "standard input" : file, schema,
        CSVDialect(separator: options.separator?.byte, forms: forms), keepsUnknown: keepUnknown)
      StandardError.write(Terminal.text(plan.findings, .ofEnvironment()))
      if plan.findings.hasErrors {
        StandardError.write(
          "\(Terminal.summary(plan.findings, .ofEnvironment())): staffetta check will say these of the site, too\n")
      }
      try tables.checkSources(schema, replaces: force || dryRun)
      if dryRun {
        for line in plan.lines { print(line) }
      } else {
        try AtomicFile.write(Array(plan.yaml.utf8), to: tables.site + "/" + plan.path, replaces: force)
      }
      print((dryRun ? "would write " : "") + plan.summary)
    }
  }

  private func input() throws -> [UInt8] {
    file == "-" ? Array(FileHandle.standardInput.readDataToEndOfFile()) : try Self.bytes(of: file)
  }

  /// The bytes of a file that somebody names.
  static func bytes(of file: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw FileError("read", file, "no such file, or no right to read it")
    }
    guard data.count <= SourceFile.maximumTableSize else {
      throw FileError("read", file, "it has more than \(SourceFile.maximumTableSize) bytes")
    }
    return Array(data)
  }
}
