// `staffetta show`: what a component shows, in the terminal or for another program.

import ArgumentParser
import Publishing
import Syntax

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Writes what a component shows of a project: as text, as a CSV table, or as HTML.",
    discussion: """
      The same that ::component{argument=value} shows on a page, for the readers of one edition on a day, on standard
      output. A component that has several tables writes them one after the other.

      Examples:
        staffetta show risk-register min-score=12 --project nordhem-casa --language de
        staffetta show milestone-list --project nordhem-casa --edition team --format csv > milestones.csv
      """)

  @Argument(help: "The component, as in ::risk-register.")
  var component: String

  @Argument(help: "Its arguments, each as name=value.")
  var arguments: [String] = []

  @Option(name: .long, help: "The project's id. Default: the only one.")
  var project: String?

  @Option(name: .long, help: "The site's folder. Default: found upwards from the current folder.")
  var site: String?

  @Option(name: .long, help: "The edition of site.yaml whose readers see it. Default: its last.")
  var edition: String?

  @Option(
    name: .long, help: "The day the site speaks for: \(AsOfClock.form). Default: SOURCE_DATE_EPOCH, site.yaml, today.")
  var asOf: String?

  @Option(name: .long, help: "A language of the site. Default: its source language.")
  var language: String?

  @Option(name: .long, help: "text, csv or html.")
  var format = ComponentRequest.Format.text

  func run() throws {
    try withExitCodes {
      var request = ComponentRequest(component: component)
      (request.arguments, request.project, request.language) = (arguments, project, language)
      request.format = format
      var build = BuildRequest(site: try SiteOptions.folder(site))
      build.editions = edition.map { [$0] } ?? []
      let view = try ComponentView(request, Pipeline(build, clock: .ofEnvironment(asked: asOf)))
      try StandardOutput.write(view.bytes)
      StandardError.write("as of \(view.asOf.day.iso), for \(view.edition)\n")
    }
  }
}

extension ComponentRequest.Format: ExpressibleByArgument {}
