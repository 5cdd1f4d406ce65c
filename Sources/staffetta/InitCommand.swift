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
        staffetta init transition --ci gitlab
        staffetta init nordhem --example
      """)

  @Argument(help: "The folder of the new site.")
  var folder: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Languages, the one its texts are written in first: \(NewSite.languages.joined(separator: ", ")). "
        + "Default: it,sv,de."))
  var languages: String?

  @Flag(name: .long, help: "The six lines alone: no roles and scope, no schemas and settings for editors.")
  var minimal = false

  @Flag(name: .long, help: "The example project Nordhem Casa as a whole site.")
  var example = false

  @Option(name: .long, help: "What checks, previews and publishes it on a forge: gitlab or github.")
  var ci: NewPipeline?

  func validate() throws {
    if example, languages != nil { throw ValidationError("--example is in Italian, Swedish and German as it is") }
  }

  func run() throws {
    try withExitCodes {
      let folder = SiteOptions.withoutSlash(folder)
      let paths = try example ? writeExample(folder) : writeSite(folder)
      if !minimal { _ = try SchemaFiles.write(to: folder + "/.schemas", modelinesOf: folder) }
      try StandardOutput.write(paths.map { "\(folder)/\($0)\n" }.joined())
      StandardError.write(next(folder))
    }
  }

  private func writeSite(_ folder: String) throws -> [String] {
    let codes = (languages ?? "it,sv,de").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let site = try NewSite(codes, today: try AsOfClock.ofEnvironment().today, isMinimal: minimal, pipeline: ci)
    try NewFiles.write(site.files, to: folder)
    return site.files.map(\.path)
  }

  private func writeExample(_ folder: String) throws -> [String] {
    try ExampleSite.write(to: folder, pipeline: ci, isMinimal: minimal)
  }

  private func next(_ folder: String) -> String {
    let first = example ? "" : " write your six lines in \(folder)/content/projects/transition/project.yaml, then"
    return """
      next:\(first)
        staffetta build --site \(folder)
      and open \(folder)/public/team/index.html

      """
  }
}

extension NewPipeline: ExpressibleByArgument {}
