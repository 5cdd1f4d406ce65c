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

  func validate() throws {
    if out.isEmpty || out.contains(where: \.isWhitespace) {
      throw ValidationError("--out names a folder without spaces in its name, such as .schemas")
    }
  }

  func run() throws {
    try withExitCodes {
      let written = try SchemaFiles.write(to: out, modelinesOf: modelines ? try SiteOptions.folder(site) : nil)
      let lines =
        modelines
        ? "named the schema in \(written.modelines) data files"
        : "first line of a data file: " + SchemaFiles.modeline("\(out)/risks.json")
      try StandardOutput.write("wrote \(written.schemas) schemas to \(out)\n\(lines)\n")
    }
  }
}
