// `staffetta init`: a site to begin with.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a site to begin with: a project of six lines, and a page that shows its plan.",
    discussion: """
      The plan is proposed from the days of go-live: phases, milestones, a checklist, a RACI, risks, messages. Editors that
      know the YAML language server complete and check the data files. Nothing that is there already is replaced.

      Examples:
        staffetta init transition
        staffetta init transition --languages de,it --minimal
      """)

  @Argument(help: "The folder of the new site.")
  var folder: String

  @Option(
    name: .long,
    help: "Languages, the one its texts are written in first: \(NewSite.languages.joined(separator: ", ")).")
  var languages = "it,sv,de"

  @Flag(name: .long, help: "Without the schemas for editors.")
  var minimal = false

  func run() throws {
    try withExitCodes {
      let folder = SiteOptions.withoutSlash(folder)
      let codes = languages.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      let site = try NewSite(codes, today: try AsOfClock.ofEnvironment().today)
      try NewFiles.write(site.files, to: folder)
      if !minimal { _ = try SchemaFiles.write(to: folder + "/.schemas", modelinesOf: folder) }
      for file in site.files { print("\(folder)/\(file.path)") }
      StandardError.write(
        """
        next: write your six lines in \(folder)/content/projects/transition/project.yaml, then
          staffetta build --site \(folder)
        and open \(folder)/public/team/index.html

        """)
    }
  }
}
