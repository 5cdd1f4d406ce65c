// A site that something new is written into: what is there, read once.

import Languages
import Site
import Syntax
import Transition

package struct OpenSite {
  package let folder: String
  /// The project that was named; nil for the only one.
  let projectName: String?
  let tree: SourceTree
  let parsed: ParsedSite
  private let diagnostics: [Diagnostic]
  private let clock: AsOfClock
  private let jobs: Int

  package init(_ folder: String, project: String?, clock: AsOfClock, jobs: Int) throws {
    let tree = try Scanner.scan(folder, jobs: jobs)
    let (parsed, diagnostics) = ContentParser.parse(tree, jobs: jobs)
    // Pages and records may have errors; without a configuration nobody knows the languages.
    guard let parsed else { throw Findings(diagnostics: diagnostics.sortedForReport()) }
    (self.folder, projectName, self.tree, self.parsed) = (folder, project, tree, parsed)
    (self.diagnostics, self.clock, self.jobs) = (diagnostics, clock, jobs)
  }

  var configuration: SiteConfiguration { parsed.content.configuration }
  var languages: [String] { configuration.languages.map(\.code) }
  var source: String { configuration.sourceLanguage.code }
  var today: Day { get throws { try clock.today } }

  /// The project that records go to.
  func project() throws -> ProjectTables {
    try ProjectTables(parsed, diagnostics, site: folder, project: projectName, clock: clock)
  }

  func entry(_ path: String) -> SourceTree.Entry? { tree.entries.first { $0.path == path } }

  /// What the site's files would say with one of them written anew: errors that they do not have now.
  func newErrors(with path: String, _ bytes: [UInt8], in project: ProjectTables) -> [Diagnostic] {
    var changed = tree
    changed.entries.removeAll { $0.path == path }
    changed.entries.append(SourceTree.Entry(path: path, bytes: bytes, size: bytes.count))
    changed.entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let (after, found) = ContentParser.parse(changed, jobs: jobs)
    let known = Set(errors(diagnostics, parsed, project).map(Self.signature))
    return errors(found, after, project).filter { !known.contains(Self.signature($0)) }
  }

  private func errors(_ found: [Diagnostic], _ site: ParsedSite?, _ project: ProjectTables) -> [Diagnostic] {
    let same = site?.content.projects.first { $0.id == project.project.id }
    return (found + (same.map { Rules.check($0, asOf: project.asOf) } ?? [])).filter { $0.severity == .error }
  }

  private static func signature(_ finding: Diagnostic) -> String { finding.id + finding.place.path + finding.message }
}

extension OpenSite {
  /// The line by which editors find the schema of a data file, where the site has schemas.
  func modeline(of collection: String, at path: String) -> String {
    let schema = ".schemas/\(collection).json"
    guard NewFiles.isThere(schema, in: folder) else { return "" }
    let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
    return SchemaFiles.modeline(up + schema) + "\n"
  }
}
