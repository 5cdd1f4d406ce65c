// A site to begin with: its configuration, a home page, and a project of six lines with its plan on a page.

package import Languages
import Site
import Syntax
import Transition

package struct NewSite: Sendable {
  package let files: [NewFile]

  /// Codes of the languages that a site can begin with.
  package static var languages: [String] { NewProject.homes.keys.sorted() }

  /// A site in some languages, the first of which its texts are written in; `today` is when it begins. A minimal one
  /// has its six lines alone; any other one what they need to pass a strict check, and settings for editors.
  package init(_ languages: [String], today: Day, isMinimal: Bool, pipeline: NewPipeline?) throws {
    if let unknown = languages.first(where: { NewProject.homes[$0] == nil }) {
      throw RequestError(
        message: """
          a site cannot begin in "\(unknown)": \(didYouMean(unknown, among: Self.languages)); \
          begin in one of these, then: staffetta new language \(unknown)
          """)
    }
    guard let source = languages.first, Set(languages).count == languages.count,
      let home = NewProject.homes[source]
    else {
      throw RequestError(message: "--languages names at least one language, each once: --languages it,sv,de")
    }
    let site = ["languages": languages.joined(separator: ", "), "source": source, "timezone": home.timezone]
    // What a pipeline publishes is the edition for customers.
    let editions = isMinimal && pipeline == nil ? "" : NewTexts.filled("customers.yaml")
    let more = isMinimal ? "" : NewTexts.filled("project-more.yaml", ["timezone": home.timezone])
    let base =
      [
        NewFile(path: SiteConfiguration.path, text: NewTexts.filled("site.yaml", site) + editions),
        NewFile(path: ".gitignore", text: "public/\n.staffetta*\n"),
      ] + NewTexts.pages("home", "content/index", languages, source: source)
      + NewProject.files(
        Self.project, called: Self.names[source] ?? Self.project, languages, source: source, today, more: more)
    let full = isMinimal ? [] : try Self.records(base) + NewEditorSettings.files(languages)
    files = base + full + (pipeline.map { [$0.file] } ?? [])
  }

  private static let project = "transition"

  private static let names = [
    "it": "Cambio di fornitore", "sv": "Byte av leverantör", "de": "Wechsel des Dienstleisters",
  ]

  /// Who is who, what stays, which data come back, and what may wait. Phases, milestones and risks stay proposals, which
  /// move with the days of go-live.
  private static let collections = [
    "starter/roles.yaml", "new/scope.yaml", "new/dataAssets.yaml", "new/waivers.yaml",
  ]

  private static func records(_ base: [NewFile]) throws -> [NewFile] {
    let entries = base.filter { $0.path.hasPrefix("content/") }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { SourceTree.Entry(path: $0.path, bytes: Array($0.text.utf8), size: $0.text.utf8.count) }
    let (parsed, diagnostics) = ContentParser.parse(SourceTree(entries: entries), jobs: 1)
    guard let parsed, let project = parsed.content.projects.first else { throw Findings(diagnostics: diagnostics) }
    let sources = Dictionary(uniqueKeysWithValues: collections.map { ($0, NewTexts.carried($0)) })
    let starter = Starter(
      Dictionary(
        uniqueKeysWithValues: sources.map { path, text in
          (String(path.split(separator: "/").last ?? ""), SourceFile(path: "templates/" + path, text: text))
        }))
    return Proposals.all(for: project, starter, StarterWords(parsed.languages)).map { proposal in
      let name = proposal.schema.collection
      let text = collections.first { $0.hasSuffix("/\(name).yaml") }.flatMap { sources[$0] } ?? ""
      let records =
        proposal.schema.isSingle
        ? proposal.nodes.map(YAMLWriter.record).joined() : YAMLWriter.records(proposal.nodes)
      return NewFile(path: "content/projects/\(project.id)/\(name).yaml", text: heading(text) + records)
    }
  }

  /// The comments at the top of a carried text.
  private static func heading(_ text: String) -> String {
    text.split(separator: "\n").prefix { $0.hasPrefix("#") }.map { $0 + "\n" }.joined()
  }
}
