// `staffetta adopt`: what the tool proposes for a young project becomes the project's own.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Writes proposed records into a project's files: from then on they are its own.",
    discussion: """
      A project with days of go-live and little else is proposed phases, milestones, waves, tasks, risks, roles, a RACI,
      readiness lists, messages and draft notices. The team's editions show them as proposed. This command writes those
      of a collection, and of the collections that its records name; files that are there already are never replaced.

      Examples:
        staffetta adopt risks
        staffetta adopt milestones --project nordhem-casa --dry-run
      """)

  @Argument(help: "A collection: phases, milestones, waves, tasks, risks, roles, raci …")
  var collection: String

  @OptionGroup var options: ProjectOptions

  @Flag(name: .long, help: "Print what would be written; write nothing.")
  var dryRun = false

  func run() throws {
    try withExitCodes {
      let tables = try options.open()
      let adoption = try tables.adoption(of: try ProjectTables.entity(collection))
      if !dryRun { try NewFiles.write(adoption.files.map(\.file), to: tables.site) }
      for (file, count) in adoption.files.map({ ($0.file, $0.count) }) {
        let line = "\(file.path): \(count) \(count == 1 ? "record" : "records")\n"
        try StandardOutput.write(dryRun ? "# \(file.path)\n" + file.text : line)
      }
      if !adoption.others.isEmpty {
        StandardError.write("with \(adoption.others.joined(separator: ", ")), which these records name\n")
      }
    }
  }
}
