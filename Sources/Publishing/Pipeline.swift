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

  /// Where the editions go.
  package var outputFolder: String { output ?? site + "/public" }
}

/// One edition, checked and ready to be rendered.
package struct CheckedEdition: Sendable {
  package let edition: Edition
  package let site: Site
  package let plan: Plan
  /// What its readers may see of the content.
  package let selected: ParsedContent
}

/// What checking found: stages 1 to 6, for every edition asked for.
package struct CheckedSite: Sendable {
  package var editions: [CheckedEdition] = []
  package var diagnostics: [Diagnostic] = []
  package var conservation: [Conservation] = []
  package var asOf: AsOf?
  package var pageCount = 0
  /// The whole content; nil when it could not be read.
  package var parsed: ParsedSite?
  package var configuredEditions: [Edition] = []

  package func hasFailed(strict: Bool) -> Bool {
    diagnostics.contains { $0.severity == .error || strict && $0.severity == .warning }
  }
}

/// What publishing came to: a number of files; or, when something that is withheld stood in them, nothing at all.
package struct Publication: Sendable {
  package var count = 0
  package var leaks: [Diagnostic] = []
}

/// A mistake in the request itself: exit code 64.
package struct RequestError: Error, Sendable {
  package let message: Message

  static func noProject(_ name: String, among ids: [String]) -> RequestError {
    RequestError(message: "there is no project \"\(name)\": \(didYouMean(name, among: ids))")
  }
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
    return try check(tree)
  }

  /// Stages 2 to 6.
  package mutating func check(_ tree: SourceTree) throws -> CheckedSite {
    let request = request
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
    result.parsed = parsed
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
    result.diagnostics = reported(result.diagnostics, parsed, asOf: asOf)
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
      let content = ProjectPages.added(to: selected, edition, parsed.languages, parsed.names)
      return Assembler.assemble(content, edition: edition, asOf: asOf, languages: parsed.languages, names: parsed.names)
    }
    let (plan, planProblems) = timings.measure("plan") { Plan.make(site, names: parsed.names) }
    let checkProblems = timings.measure("check") { SiteChecks.check(site) }
    return (
      CheckedEdition(edition: edition, site: site, plan: plan, selected: selected),
      linkProblems + planProblems + checkProblems
    )
  }

  /// In order, with the site's own severities, and without quoting what the readers of this run may not see.
  func reported(_ diagnostics: [Diagnostic], _ parsed: ParsedSite, asOf: AsOf) -> [Diagnostic] {
    let configuration = parsed.content.configuration
    let ordered = SeverityRules(configuration).apply(diagnostics).sortedForReport()
    let readers = configuration.editions.filter { request.editions.contains($0.name) }.map(\.readers)
    // A run for all editions, or for those who may see everything, is read by those who may.
    guard !request.editions.isEmpty, !readers.contains(where: { $0.audience == .restricted }) else { return ordered }
    let pages = Dictionary(parsed.content.pages.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    return ordered.map { diagnostic in
      var diagnostic = diagnostic
      let page = pages[diagnostic.place.path]
      diagnostic.quotesSource =
        page.map { page in
          Self.isOpen(diagnostic.place, on: page)
            && readers.contains { parsed.content.showsWhole(page, to: $0, asOf) }
        } ?? false
      return diagnostic
    }
  }

  /// Whether what stands at a place is for all who read the page: neither in its front matter, much of which is not
  /// published, nor on a line with a comment.
  private static func isOpen(_ place: Place, on page: ParsedPage) -> Bool {
    let source = page.document.source
    guard Int(place.span.start) >= FrontMatter.split(source).0.body else { return false }
    let line = source.line(around: Int(place.span.start))
    return ByteSearch.first("<!--", in: line) == nil && ByteSearch.first("-->", in: line) == nil
  }

  // MARK: Render and deliver

  /// Stages 7 and 8: renders every edition into staging, looks at the bytes once more, then publishes all of them.
  package mutating func publish(_ checked: CheckedSite) throws -> Publication {
    guard let parsed = checked.parsed, let asOf = checked.asOf else { return Publication() }
    let (output, jobs) = (request.outputFolder, request.jobs)
    try OutputFolder(path: output).check(site: request.site, editions: checked.configuredEditions)
    let publisher = try Publisher(output)
    do {
      let progress = Progress(total: checked.editions.reduce(0) { $0 + $1.plan.outputs.count })
      defer { progress.finish() }
      var publication = Publication()
      let verifiers = timings.measure("verify") {
        EditionVerifier.all(checked.editions.map { ($0.edition, $0.selected) }, parsed, asOf: asOf, jobs: jobs)
      }
      for (edition, verifier) in zip(checked.editions, verifiers) {
        let rendered = try render(edition, verifier, parsed.theme, publisher, progress)
        publication.count += rendered.count
        publication.leaks += rendered.leaks
      }
      publication.leaks = reported(publication.leaks, parsed, asOf: asOf)
      if publication.leaks.isEmpty {
        try timings.measure("deliver") { try publisher.publish() }
      } else {
        publisher.abandon()
      }
      return publication
    } catch {
      publisher.abandon()
      throw error
    }
  }

  private mutating func render(
    _ edition: CheckedEdition, _ verifier: EditionVerifier, _ theme: Theme, _ publisher: Publisher,
    _ progress: Progress
  ) throws -> RenderedEdition {
    let staging = try publisher.stage(edition.edition)
    let rendering = EditionRendering(
      edition: edition, theme: theme, verifier: verifier, staging: staging, site: request.site,
      jobs: request.jobs)
    let rendered = try timings.measure("render") { try rendering.run(progress) }
    timings.move(rendered.verified / max(1, request.jobs), from: "render", to: "verify")
    return rendered
  }
}
