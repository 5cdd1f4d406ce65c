// A project of a site, opened to read a table into it or to write one out of it.

import Languages
import Rendering
import Site
package import Syntax
package import Transition

/// Findings that end a command: printed as a check prints them, exit code 1.
package struct Findings: Error, Sendable {
  package let diagnostics: [Diagnostic]
}

package struct ProjectTables {
  package let site: String
  package let project: TransitionProject
  let sourceLanguage: LanguageTag
  let titles: FieldTitles
  let words: StarterWords
  /// The day that rules judge by.
  let asOf: AsOf
  /// What is wrong with the site as it stands.
  let diagnostics: [Diagnostic]

  /// Opens a project; without a name the only one of the site.
  package init(site: String, project name: String?, clock: AsOfClock, jobs: Int) throws {
    let (parsed, diagnostics) = ContentParser.parse(try Scanner.scan(site, jobs: jobs), jobs: jobs)
    try self.init(parsed, diagnostics, site: site, project: name, clock: clock)
  }

  init(
    _ parsed: ParsedSite?, _ diagnostics: [Diagnostic], site: String, project name: String?, clock: AsOfClock
  ) throws {
    guard let parsed else { throw Findings(diagnostics: diagnostics.sortedForReport()) }
    let projects = parsed.content.projects
    let ids = projects.map(\.id)
    guard let project = name.map({ name in projects.first { $0.id == name } }) ?? projects.first,
      name != nil || projects.count == 1
    else {
      throw name.map { RequestError.noProject($0, among: ids) }
        ?? RequestError(message: "which project? --project \(ids.isEmpty ? "ID" : ids.joined(separator: ", "))")
    }
    self.site = site
    self.project = project
    self.diagnostics = diagnostics
    sourceLanguage = project.sourceLanguage ?? parsed.content.configuration.sourceLanguage
    asOf = try clock.asOf(parsed.content.configuration)
    titles = LanguageLoader.titles(parsed.languages)
    words = StarterWords(parsed.languages)
  }

  /// An entity by the name of its collection; also where it is written in another case.
  package static func entity(_ name: String) throws -> EntitySchema {
    guard let schema = Entities.all.first(where: { $0.collection.lowercased() == name.lowercased() }) else {
      let names = Entities.all.filter { !$0.isOne }.map(\.collection)
      throw RequestError(message: "there is no collection \"\(name)\": \(didYouMean(name, among: names))")
    }
    return schema
  }

  /// A collection that can be a table.
  package static func collection(_ name: String) throws -> EntitySchema {
    let schema = try entity(name)
    guard schema.flatColumns != nil else {
      let problem = Diagnostic.noTable(schema, Place(path: name))
      throw RequestError(message: "\(problem.message); \(problem.help ?? "")")
    }
    return schema
  }

  /// Below the site's folder.
  func path(of schema: EntitySchema, _ ending: String = "yaml") -> String {
    "content/projects/\(project.id)/\(schema.collection).\(ending)"
  }

  /// A collection as the bytes of a table: all of its records, whoever may see them; and what the table lacks of them.
  package func export(_ schema: EntitySchema, separator: UInt8, decimals: CSVForms.Decimals, hasMark: Bool) throws
    -> (bytes: [UInt8], findings: [Diagnostic])
  {
    let sources = ["yaml", "yml", "csv"].map { path(of: schema, $0) }
    let errors = diagnostics.filter { $0.severity == .error && sources.contains($0.place.path) }
    // A record that was not understood would be missing from the table, or lack fields.
    guard errors.isEmpty else { throw Findings(diagnostics: errors.sortedForReport()) }
    var writer = CSVWriter(separator: separator, decimals: decimals, hasMark: hasMark)
    guard
      let table = RecordTable(
        project[schema], of: schema, sourceLanguage: sourceLanguage, decimals: writer.decimals)
    else { return ([], []) }
    writer.row(table.header.map { .text($0) })
    for row in table.rows { writer.row(row) }
    return (writer.bytes, beyondTables(schema))
  }

  /// Keys of the writer's that hold a list or a mapping: records keep the text of such a key, and these have none.
  func beyondTables(_ schema: EntitySchema) -> [Diagnostic] {
    project[schema].flatMap { record in
      record.extras.filter(\.text.isEmpty).map { extra in
        Diagnostic(
          "csv-collection", .warning, at: record.place,
          "\(extra.key) of \(record.id) holds no text that a table could hold",
          rule: "a cell holds one text", help: "keep the collection in YAML, or say it in a field")
      }
    }
  }
}
