// `staffetta build`: checks the site and publishes its editions.

import ArgumentParser
import Glibc
import Languages
import Publishing
import Site
import Syntax
import Transition

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the site: one folder for each edition, replaced as a whole.",
    discussion: """
      Every problem of the site is reported in one run. With an error nothing is written, and what was published before
      stays as it is. The last lines say where every file of content/ went, edition by edition.

      Examples:
        staffetta build
        staffetta build --edition customers --as-of 2026-03-02 --output /srv/www
      """)

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: "Where the editions go. Default: public, in the site's folder.")
  var output: String?

  func run() throws {
    let wording = options.language.wording
    try withExitCodes(wording) {
      var request = try options.request
      request.output = output.map(SiteOptions.withoutSlash)
      var pipeline = Pipeline(request, clock: options.clock)
      let checked = try pipeline.check()
      StandardError.write(Terminal.text(checked.diagnostics, wording))
      guard !checked.hasFailed(strict: options.strict) else {
        StandardError.write("\(Terminal.summary(checked.diagnostics, wording)): \(wording("nothing was published"))\n")
        throw ExitCode(1)
      }
      let publication = try pipeline.publish(checked)
      guard publication.leaks.isEmpty else {
        StandardError.write(Terminal.text(publication.leaks, wording))
        StandardError.write("\(Terminal.summary(publication.leaks, wording)): \(wording("nothing was published"))\n")
        throw ExitCode(1)
      }
      report(checked, publication.count, request, pipeline.timings)
      // The system takes the memory back in one piece; taking a large site apart takes a tenth of the build.
      withExtendedLifetime((checked, pipeline)) { Glibc.exit(0) }
    }
  }

  private func report(_ checked: CheckedSite, _ count: Int, _ request: BuildRequest, _ timings: Timings) {
    for line in options.lines(of: timings, checked) { print(line) }
    let day = checked.asOf?.day.iso ?? ""
    let editions = checked.editions.map(\.edition.name).joined(separator: ", ")
    print("as of \(day): \(count) files in \(request.outputFolder) (\(editions))")
    for line in checked.conservation { print(line.line) }
  }
}
