// `staffetta new`: a page, a record, a notice, a project or a language to begin with.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a thing to begin with, in all languages of the site: a page, a record, a notice …",
    discussion: """
      KIND is page, section, faq, project, notice or language, or a kind of record: \(records).
      A record goes behind those that its project has; nothing that is there is changed or replaced. The files are
      printed, and on standard error what to fill in next, and where.

      Examples:
        staffetta new page steps/pricing
        staffetta new faq customers
        staffetta new notice new-number --project nordhem-casa
        staffetta new risk "Hiring is late"
        staffetta new language fr
      """)

  @Argument(help: "What to make.")
  var kind: String

  @Argument(help: "Its path below content, its id, its title, or the code of a language.")
  var name: String

  @OptionGroup var options: ProjectOptions

  private static var records: String {
    NewThings.recordKinds.sorted().joined(separator: ", ")
  }

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("NAME says what the \(kind) is called") }
  }

  func run() throws {
    try withExitCodes {
      let site = try OpenSite(
        try SiteOptions.folder(options.site), project: options.project, clock: .ofEnvironment(),
        jobs: ProcessInfo.processInfo.activeProcessorCount)
      let thing = try NewThings.make(kind, name, in: site)
      try thing.write(to: site.folder)
      for path in thing.paths { try StandardOutput.write("\(site.folder)/\(path)\n") }
      if !thing.next.isEmpty { StandardError.write("next:\n" + thing.next.map { "  \($0)\n" }.joined()) }
    }
  }
}
