// Options of the commands that work on one project: which, and of which site.

import ArgumentParser
import Foundation
import Publishing

struct ProjectOptions: ParsableArguments {
  @Option(name: .long, help: "The project's id. Default: the only project of the site.")
  var project: String?

  @Option(name: .long, help: "The site's folder. Default: found upwards from the current folder.")
  var site: String?

  func open() throws -> ProjectTables {
    try ProjectTables(
      site: try SiteOptions.folder(site), project: project, clock: .ofEnvironment(),
      jobs: ProcessInfo.processInfo.activeProcessorCount)
  }
}
