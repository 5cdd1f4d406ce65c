// Status reports of a project as files: for each edition and language a page, or drawings for slides.

import Foundation
import Rendering
import Site
import Syntax
package import Transition

/// What is asked for: a project, some languages, and what is drawn of it.
package struct StatusRequest: Sendable {
  package let project: String
  /// Codes of languages; empty for all of the site.
  package var languages: [String] = []
  /// The name of what is drawn as SVG; nil for the report.
  package var drawing: String?

  package init(project: String) { self.project = project }
}

/// Reports that are drawn and looked at, not yet written.
package struct StatusReports: Sendable {
  package struct File: Sendable {
    package let path: String
    let bytes: [UInt8]
  }

  package private(set) var files: [File] = []
  package let asOf: AsOf

  /// Draws what is asked for. Throws findings when the site has errors, or when something stands in a file that its
  /// readers may not see; nothing is written in any case.
  package init(_ request: StatusRequest, _ pipeline: Pipeline) throws {
    var pipeline = pipeline
    let checked = try pipeline.check()
    guard let parsed = checked.parsed, let asOf = checked.asOf, !checked.hasFailed(strict: false) else {
      throw Findings(diagnostics: checked.diagnostics)
    }
    self.asOf = asOf
    let source = try request.drawing.map { try Self.source($0) }
    try Self.check(request, parsed)
    let editions = try Self.editions(checked, of: request.project, asked: !pipeline.request.editions.isEmpty)
    let verifiers = EditionVerifier.all(
      editions.map { ($0.edition, $0.selected) }, parsed, asOf: asOf, jobs: pipeline.request.jobs)
    var leaks: [Diagnostic] = []
    for (edition, verifier) in zip(editions, verifiers) {
      let drawn = Self.draw(request, source, edition, parsed.theme)
      let isText = source == nil
      leaks += verifier.diagnostics(drawn.flatMap { verifier.leaks(in: $0.bytes, ($0.path, isText)) })
      files += drawn
    }
    guard leaks.isEmpty else { throw Findings(diagnostics: pipeline.reported(leaks, parsed, asOf: asOf)) }
    guard !files.isEmpty else { throw RequestError(message: Self.nothing(request)) }
  }

  // MARK: What is asked for

  private static func source(_ name: String) throws -> any DrawingSource.Type {
    guard let source = Drawings.all.first(where: { $0.name == name }) else {
      throw RequestError(
        message: "there is no drawing \"\(name)\": \(didYouMean(name, among: Drawings.all.map { $0.name }))")
    }
    return source
  }

  private static func check(_ request: StatusRequest, _ parsed: ParsedSite) throws {
    let ids = parsed.content.projects.map(\.id)
    guard ids.contains(request.project) else { throw RequestError.noProject(request.project, among: ids) }
    let codes = parsed.languages.map(\.tag.code)
    if let unknown = request.languages.first(where: { !codes.contains($0) }) {
      throw RequestError(message: "the site has no language \"\(unknown)\": \(didYouMean(unknown, among: codes))")
    }
  }

  /// Those whose readers see something of the project. Customers get no report: it is about the plan, not the service.
  private static func editions(_ checked: CheckedSite, of project: String, asked: Bool) throws -> [CheckedEdition] {
    let shown = checked.editions.filter { edition in
      edition.edition.readers.audience >= .partner
        && edition.site.projects.contains { $0.id == project && Self.showsPlan($0) }
    }
    let names = Set(shown.map(\.edition.name))
    if asked, let other = checked.editions.first(where: { !names.contains($0.edition.name) }) {
      let isPublic = other.edition.readers.audience == .public
      let name = other.edition.name
      if isPublic {
        throw RequestError(message: "\(name) is a public edition, and customers get no status report; name another")
      }
      throw RequestError(message: "readers of \(name) see nothing of \(project) on this day; name another edition")
    }
    guard !shown.isEmpty else {
      throw RequestError(message: "no edition shows the plan of \(project); a public edition gets no status report")
    }
    return shown
  }

  /// Whether there is more of it than what customers may know.
  private static func showsPlan(_ project: TransitionProject) -> Bool {
    project.record?[Project.name] != nil || [Phase.schema, Wave.schema].contains { !project[$0].isEmpty }
  }

  private static func nothing(_ request: StatusRequest) -> Message {
    "nothing of \(request.project) can be shown yet: it needs days of go-live, phases, milestones or measured values"
  }

  // MARK: Drawing

  private static func draw(
    _ request: StatusRequest, _ source: (any DrawingSource.Type)?, _ edition: CheckedEdition, _ theme: Theme
  ) -> [File] {
    let site = edition.site
    guard let project = site.projects.first(where: { $0.id == request.project }) else { return [] }
    let languages = site.languages.filter { request.languages.isEmpty || request.languages.contains($0.tag.code) }
    return languages.flatMap { language -> [File] in
      let format = ValueFormat(
        language: language, asOf: site.asOf, project: project, siteSource: site.configuration.sourceLanguage)
      let context = ComponentContext(
        project: project, format: format, arguments: [:], readers: edition.edition.readers.audience)
      let name = "\(project.id).\(edition.edition.name)"
      let code = language.tag.code
      guard let source else {
        let page = ReportPage.draw(context, edition: edition.edition, theme: theme)
        return page.map { [File(path: "\(name).\(code).html", bytes: $0)] } ?? []
      }
      return source.drawings(context).map { File(path: "\(name).\($0.name).\(code).svg", bytes: $0.file) }
    }
  }

  // MARK: Writing

  /// Writes all of them into a folder. Only files that an earlier run made are replaced.
  package func write(to folder: String) throws {
    for file in files {
      let path = folder + "/" + file.path
      if NewFiles.isForeign(path, marks: [ReportPage.mark, Drawing.mark]) {
        throw RequestError(
          message: "\(path) was not made by this command and stays; name another folder: --output FOLDER")
      }
    }
    for file in files { try NewFiles.write(file.bytes, to: folder + "/" + file.path, replaces: true) }
  }
}
