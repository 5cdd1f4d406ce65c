// `staffetta report`: the status of a project on one printable page, or drawings of it for slides.

import ArgumentParser
import Publishing
import Syntax

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a project's status report: one A4 page for each edition and language.",
    discussion: """
      Traffic lights with their reasons, timeline, next go/no-go with its criteria, next milestones, key figures, top
      risks, decisions that are asked for, and money where readers may see it: each edition shows what its readers may
      know on the day. A report is one HTML file that asks for nothing else, made to be printed or mailed. With --svg a
      drawing is written instead, to put on a slide: timeline, or scorecard (a card for every key figure).

      Files are called <project>.<edition>.<language>.html and <project>.<edition>.<drawing>.<language>.svg. Those of an
      earlier run are replaced; other files never. A public edition gets no report.

      Examples:
        staffetta report nordhem-casa
        staffetta report nordhem-casa --edition team --language de --as-of 2026-03-16
        staffetta report nordhem-casa --edition team --svg timeline --output slides
      """)

  @Argument(help: "The project's id.")
  var project: String

  @OptionGroup var editions: EditionOptions

  @Option(name: .long, help: "A language of the site; may be repeated. Default: all of them.")
  var language: [String] = []

  @Option(name: .long, help: "The folder to write to. Default: reports, in the current folder.")
  var output = "reports"

  @Option(name: .long, help: "Write a drawing instead: timeline or scorecard.")
  var svg: String?

  func run() throws {
    try withExitCodes {
      var request = StatusRequest(project: project)
      request.languages = language
      request.drawing = svg
      let reports = try StatusReports(request, Pipeline(try editions.request, clock: editions.clock))
      let folder = SiteOptions.withoutSlash(output)
      try reports.write(to: folder)
      for file in reports.files { try StandardOutput.write("\(folder)/\(file.path)\n") }
      StandardError.write("as of \(reports.asOf.day.iso): \(reports.files.count) files in \(folder)\n")
    }
  }
}
