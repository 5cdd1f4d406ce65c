// The main job: scan, parse, then for each edition select, assemble, plan, check; render and deliver when all is well.

import Glibc
import Languages
package import Rendering
package import Site
package import Syntax
package import Transition

/// What is asked for: a site, some of its editions, a day, a folder.
package struct BuildRequest: Sendable {
  package var site: String
  /// Names of editions; empty for all.
  package var editions: [String] = []
  package var asOf: AsOf?
  package var output: String?
  package var isStrict = false
  package var jobs = 1

  package init(site: String) { self.site = site }
}

/// One edition, checked and ready to be rendered.
package struct CheckedEdition: Sendable {
  package let edition: Edition
  package let site: Site
  package let plan: Plan
}

/// What checking found: stages 1 to 6, for every edition asked for.
package struct CheckedSite: Sendable {
  package var editions: [CheckedEdition] = []
  package var diagnostics: [Diagnostic] = []
  package var conservation: [Conservation] = []
  package var asOf: AsOf?
  package var pageCount = 0
  package var theme: Theme?
  package var configuredEditions: [Edition] = []

  package func hasFailed(strict: Bool) -> Bool {
    diagnostics.contains { $0.severity == .error || strict && $0.severity == .warning }
  }
}

/// A mistake in the request itself: exit code 64.
package struct RequestError: Error, Sendable {
  package let message: String
}

package struct Pipeline {
  package let request: BuildRequest
  package var timings = Timings()
  private let clock: AsOfClock

  package init(_ request: BuildRequest, clock: AsOfClock) {
    self.request = request
    self.clock = clock
  }

  /// Stages 1 to 6. Nothing is written.
  package mutating func check() throws -> CheckedSite {
    let request = request
    let tree = try timings.measure("scan") { () throws(FileError) in try Scanner.scan(request.site, jobs: request.jobs)
    }
    let (parsed, problems) = timings.measure("parse") { ContentParser.parse(tree, jobs: request.jobs) }
    var result = CheckedSite()
    result.diagnostics = problems
    guard let parsed else {
      result.diagnostics = result.diagnostics.sortedForReport()
      return result
    }
    let configuration = parsed.content.configuration
    let asOf = try clock.asOf(configuration)
    result.asOf = asOf
    result.theme = parsed.theme
    result.pageCount = parsed.content.pages.count
    result.configuredEditions = configuration.editions
    result.diagnostics += timings.measure("rules") {
      parsed.located(ProjectChecks.check(parsed.content, asOf: asOf, jobs: request.jobs))
    }
    for edition in try editions(of: configuration) {
      let (checked, findings) = check(edition, parsed, asOf)
      result.editions.append(checked)
      result.diagnostics += findings
      result.conservation.append(Conservation(edition, parsed, tree, checked.site, asOf: asOf))
    }
    result.diagnostics = reported(result.diagnostics, parsed, configuration)
    return result
  }

  private func editions(of configuration: SiteConfiguration) throws -> [Edition] {
    guard !request.editions.isEmpty else { return configuration.editions }
    var seen: Set<String> = []
    return try request.editions.filter { seen.insert($0).inserted }.map { name in
      guard let edition = configuration.editions.first(where: { $0.name == name }) else {
        throw RequestError(
          message: "there is no edition \"\(name)\": \(didYouMean(name, among: configuration.editions.map(\.name)))")
      }
      return edition
    }
  }

  private mutating func check(_ edition: Edition, _ parsed: ParsedSite, _ asOf: AsOf) -> (CheckedEdition, [Diagnostic])
  {
    let selected = timings.measure("select") { parsed.content.selected(for: edition.readers, asOf: asOf) }
    let (site, linkProblems) = timings.measure("assemble") {
      Assembler.assemble(selected, edition: edition, asOf: asOf, languages: parsed.languages, names: parsed.names)
    }
    let (plan, planProblems) = timings.measure("plan") { Plan.make(site, names: parsed.names) }
    let checkProblems = timings.measure("check") { SiteChecks.check(site) }
    return (CheckedEdition(edition: edition, site: site, plan: plan), linkProblems + planProblems + checkProblems)
  }

  /// In order, with the site's own severities, and without quoting what the readers of this run may not see.
  private func reported(_ diagnostics: [Diagnostic], _ parsed: ParsedSite, _ configuration: SiteConfiguration)
    -> [Diagnostic]
  {
    let widest =
      request.editions.isEmpty
      ? Audience.restricted
      : configuration.editions.filter { request.editions.contains($0.name) }.map(\.readers.audience).max()
        ?? .restricted
    var audiences: [String: Audience] = [:]
    for page in parsed.content.pages {
      audiences[page.file.path] = page.directiveAudiences.reduce(page.audience) { max($0, $1) }
    }
    return SeverityRules(configuration).apply(diagnostics).sortedForReport().map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.quotesSource = (audiences[diagnostic.place.path] ?? .restricted) <= widest
      return diagnostic
    }
  }

  // MARK: Render and deliver

  /// Stages 7 and 8: renders every edition into staging, then publishes all of them. Returns the number of files.
  package mutating func publish(_ checked: CheckedSite) throws -> Int {
    guard let theme = checked.theme else { return 0 }
    let request = request
    let output = request.output ?? request.site + "/public"
    try OutputFolder(path: output).check(site: request.site, editions: checked.configuredEditions)
    let publisher = try Publisher(output)
    do {
      let progress = Progress(total: checked.editions.reduce(0) { $0 + $1.plan.outputs.count })
      defer { progress.finish() }
      var count = 0
      for edition in checked.editions {
        count += try timings.measure("render") { try Self.render(edition, theme, publisher, progress, request) }
      }
      try timings.measure("deliver") { try publisher.publish() }
      return count
    } catch {
      publisher.abandon()
      throw error
    }
  }

  private static func render(
    _ edition: CheckedEdition, _ theme: Theme, _ publisher: Publisher, _ progress: Progress, _ request: BuildRequest
  ) throws -> Int {
    let staging = try publisher.stage(edition.edition)
    let renderer = Renderer(site: edition.site, plan: edition.plan, theme: theme)
    let outputs = edition.plan.outputs
    let site = request.site
    let failures = parallelMap(outputs.count, jobs: request.jobs, chunk: 16) { range -> [FileError] in
      var failures: [FileError] = []
      for index in range {
        do throws(FileError) {
          try staging.write(outputs[index].path, try bytes(of: outputs[index], renderer, site))
        } catch {
          failures.append(error)
          break
        }
      }
      progress.advance(range.count)
      return failures
    }
    if let first = failures.first { throw first }
    let marker = OwnerMarker(edition.edition, paths: outputs.map(\.path))
    try staging.write(OwnerMarker.name, marker.bytes)
    return outputs.count
  }

  private static func bytes(of output: Output, _ renderer: Renderer, _ site: String) throws(FileError) -> [UInt8] {
    if let drawn = renderer.draw(output) { return drawn }
    guard case .file(let path) = output.content else { return [] }
    return try AttachedFile.published(site + "/content/" + path, "content/" + path)
  }
}
