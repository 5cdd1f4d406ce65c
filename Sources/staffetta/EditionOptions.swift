// Options of the commands that work on editions of a site: which site, which editions, for which day.

import ArgumentParser
import Foundation
import Publishing

struct EditionOptions: ParsableArguments {
  @Option(name: .long, help: "The site's folder. Default: found upwards from the current folder.")
  var site: String?

  @Option(name: .long, help: "An edition of site.yaml; may be repeated. Default: all of them.")
  var edition: [String] = []

  @Option(
    name: .long, help: "The day the site speaks for: \(AsOfClock.form). Default: SOURCE_DATE_EPOCH, site.yaml, today.")
  var asOf: String?

  var request: BuildRequest {
    get throws {
      var request = BuildRequest(site: try SiteOptions.folder(site))
      request.editions = edition
      request.jobs = ProcessInfo.processInfo.activeProcessorCount
      return request
    }
  }

  var clock: AsOfClock { .ofEnvironment(asked: asOf) }
}
