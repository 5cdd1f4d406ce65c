// What one component shows of a project, outside of any page: as text, as a table for spreadsheets, as HTML.

import Languages
import Markup
import Rendering
import Site
import Syntax
package import Transition

/// What is asked for.
package struct ComponentRequest: Sendable {
  package enum Format: String, CaseIterable, Sendable { case text, csv, html }

  package let component: String
  /// `name=value`, as in a directive.
  package var arguments: [String] = []
  /// Nil for the only project.
  package var project: String?
  /// The code of a language of the site; nil for its source language.
  package var language: String?
  package var format = Format.text

  package init(component: String) { self.component = component }
}

package struct ComponentView: Sendable {
  package let bytes: [UInt8]
  package let asOf: AsOf
  package let edition: String

  /// Draws it as the readers of one edition see it: the one that is asked for, else the last of `site.yaml`.
  /// Throws findings when the site has errors, or when something is in it that these readers may not see.
  package init(_ request: ComponentRequest, _ pipeline: Pipeline) throws {
    var pipeline = pipeline
    let component = try Self.component(request.component)
    let checked = try pipeline.check()
    guard let parsed = checked.parsed, let asOf = checked.asOf, let edition = checked.editions.last,
      !checked.hasFailed(strict: false)
    else { throw Findings(diagnostics: checked.diagnostics) }
    self.asOf = asOf
    self.edition = edition.edition.name
    let project = component.isOfAllProjects ? .none : try Self.project(request, edition.site)
    let language = try Self.language(request, edition.site)
    let context = ComponentContext(
      project: project, format: edition.site.format(project, language: language),
      arguments: try Self.arguments(request, component), readers: edition.edition.readers.audience,
      projects: edition.site.projects, surroundings: SiteView(edition.site, language: language))
    bytes = Self.draw(component, context, request.format)
    let verifier = EditionVerifier.all(
      [(edition.edition, edition.selected)], parsed, asOf: asOf, jobs: pipeline.request.jobs)[0]
    let leaks = verifier.diagnostics(verifier.leaks(in: bytes, (request.component, true)))
    guard leaks.isEmpty else { throw Findings(diagnostics: pipeline.reported(leaks, parsed, asOf: asOf)) }
  }

  private static func component(_ name: String) throws -> any PageComponent.Type {
    guard let component = Components.named(name) else {
      throw RequestError(
        message: "there is no component \"\(name)\": \(didYouMean(name, among: Components.all.map { $0.name }))")
    }
    return component
  }

  private static func project(_ request: ComponentRequest, _ site: Site) throws -> TransitionProject {
    let ids = site.projects.map(\.id)
    guard let name = request.project ?? (ids.count == 1 ? ids.first : nil) else {
      throw RequestError(
        message: "say of which project: --project with one of \(ids.joined(separator: ", "))")
    }
    guard let project = site.projects.first(where: { $0.id == name }) else {
      throw RequestError.noProject(name, among: ids)
    }
    return project
  }

  private static func language(_ request: ComponentRequest, _ site: Site) throws -> Int {
    let codes = site.languages.map(\.tag.code)
    let code = request.language ?? site.configuration.sourceLanguage.code
    guard let index = codes.firstIndex(of: code) else {
      throw RequestError(message: "the site has no language \"\(code)\": \(didYouMean(code, among: codes))")
    }
    return index
  }

  private static func arguments(
    _ request: ComponentRequest, _ component: any PageComponent.Type
  ) throws -> [String: String] {
    var arguments: [String: String] = [:]
    for text in request.arguments {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let parameter = component.allParameters.first(where: { $0.name == parts[0] }) else {
        let names = component.allParameters.map(\.name)
        throw RequestError(
          message:
            "\(component.name) takes no \"\(text)\": write name=value, \(didYouMean(parts.first ?? text, among: names))"
        )
      }
      guard parameter.accepts(parts[1]) else {
        throw RequestError(message: "\(text) does not fit: \(parameter.name) is \(parameter.form)")
      }
      arguments[parts[0]] = parts[1]
    }
    return arguments
  }

  private static func draw(
    _ component: any PageComponent.Type, _ context: ComponentContext, _ format: ComponentRequest.Format
  ) -> [UInt8] {
    switch format {
    case .text:
      Array(
        component.finished(context).map(FigureText.write).filter { !$0.isEmpty }.joined(separator: "\n").utf8)
    case .csv: component.finished(context).flatMap { FigureCSV.write($0, context.language) }
    case .html:
      {
        var html = Markup()
        component.append(context, figures: { component.finished(context) }, to: &html)
        return html.serialized().bytes
      }()
    }
  }
}
