// `staffetta schema`: JSON Schemas of the data files, for editors that complete and check while one types.

import ArgumentParser
import Foundation
import Publishing
import Site
import Syntax
import Transition

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Writes a JSON Schema for every kind of data file, for editors.",
    discussion: """
      Editors with the YAML language server (VS Code, Neovim, Emacs, JetBrains) complete and check a data file that says
      in its first line where its schema is. With --modelines that line is put into the data files of a site that have
      none; nothing else in them changes.

      Examples:
        staffetta schema --out .schemas
        staffetta schema --out .schemas --modelines
      """)

  @Option(name: .long, help: "The folder to write to.")
  var out: String

  @Option(name: .long, help: "The site's folder. Default: found upwards from the current folder.")
  var site: String?

  @Flag(name: .long, help: "Put the line that names the schema into data files that have none.")
  var modelines = false

  func run() throws {
    try withExitCodes {
      let files = SchemaFiles.all
      for (name, text) in files { try SchemaFiles.write(text, to: out + "/" + name) }
      print("wrote \(files.count) schemas to \(out)")
      guard modelines else { return print("first line of a data file: " + SchemaFiles.modeline("\(out)/risks.json")) }
      let changed = try SchemaFiles.addModelines(site: try SiteOptions.folder(site), schemas: out)
      print("named the schema in \(changed) data files")
    }
  }
}
