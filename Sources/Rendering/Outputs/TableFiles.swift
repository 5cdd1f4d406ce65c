// The tables that components show, as CSV files: one for each component, project, language and set of arguments.

import Languages
package import Site
import Syntax
package import Transition

/// `data/<project>/<component>-<arguments>.<language>.csv`, the same file for all pages that show the same; without the
/// project's id for readers who see no project.
struct TableFiles: Sendable {
  private struct Table: Sendable {
    let bound: Plan.BoundComponent
    let language: Int
    let part: Int
  }

  /// What a component shows, whichever page it stands on.
  struct Key: Hashable {
    let component: String
    let project: Int
    let language: Int
    let arguments: [String: String]
    let readers: Audience?

    init(_ bound: Plan.BoundComponent, language: Int) {
      (component, project, arguments) = (bound.component.name, bound.project, bound.arguments)
      (self.language, readers) = (language, bound.readers)
    }
  }

  private var tables: [Table] = []
  private var paths: [Key: [String]] = [:]
  /// By the page on which a table stands first: drawn beside it, what the two show is computed once.
  private var outputs: [Int: [Output]] = [:]

  init(_ site: Site, _ components: [Int: [Plan.BoundComponent?]]) {
    var taken: Set<String> = []
    for index in components.keys.sorted() {
      for bound in components[index] ?? [] {
        guard let bound, !bound.component.tables.isEmpty else { continue }
        outputs[index, default: []] += add(bound, language: site.textLanguage(ofPage: index), site, &taken)
      }
    }
  }

  /// The outputs of its tables, unless another page has them.
  private mutating func add(
    _ bound: Plan.BoundComponent, language: Int, _ site: Site, _ taken: inout Set<String>
  ) -> [Output] {
    let key = Key(bound, language: language)
    guard paths[key] == nil else { return [] }
    // An id may be a name that only those who see the project know.
    let project =
      bound.project >= 0 && Project.schema.audience <= site.edition.readers.audience
      ? site.projects[bound.project] : nil
    let folder = "data/" + (project.map { $0.id + "/" } ?? "")
    let code = site.languages[language].tag.code
    let own = bound.component.tables.enumerated().map { part, name in
      let stem = folder + Self.stem([bound.component.name, name], bound.arguments, without: ["caption", "project"])
      let number = (1...).first { taken.insert($0 == 1 ? "\(stem).\(code)" : "\(stem)-\($0).\(code)").inserted } ?? 1
      let path = number == 1 ? "\(stem).\(code).csv" : "\(stem)-\(number).\(code).csv"
      tables.append(Table(bound: bound, language: language, part: part))
      return Output(path: path, mediaType: "text/csv", content: .table(tables.count - 1))
    }
    paths[key] = own.map(\.path)
    return own
  }

  /// The outputs with those of tables behind the pages on which they stand.
  func beside(_ pages: [Output]) -> [Output] {
    pages.flatMap { output -> [Output] in
      guard case .page(let index) = output.content, let tables = outputs[index] else { return [output] }
      return [output] + tables
    }
  }

  private static let longest = 60

  /// The component's name and its arguments, as far as a name of a file should go.
  private static func stem(_ names: [String], _ arguments: [String: String], without: Set<String>) -> String {
    let shown = arguments.sorted { $0.key < $1.key }.filter { !without.contains($0.key) }
    let words = names.filter { !$0.isEmpty } + shown.flatMap { $0.key == "of" ? [$0.value] : [$0.key, $0.value] }
    return String(Anchors.slug(words.joined(separator: " ")).prefix(longest))
  }

  /// What ids within a component begin with: the same on every page, other ones for each component of a page.
  static func place(of key: Key, occurrence: Int) -> String {
    stem([key.component], key.arguments, without: ["caption"]) + (occurrence > 0 ? "-\(occurrence + 1)" : "")
  }

  /// The paths of a component's tables, for links to them.
  func paths(of key: Key) -> [String] { paths[key] ?? [] }

  /// The bytes of a table.
  func draw(_ number: Int, _ site: Site, _ cache: FigureCache) -> [UInt8] {
    let table = tables[number]
    let key = FigureCache.Key(table: Key(table.bound, language: table.language), occurrence: 0)
    let context = ComponentContext(site, table.bound, key)
    let figures = cache.figures(key) { table.bound.component.finished(context) }
    return table.part < figures.count ? FigureCSV.write(figures[table.part], context.language) : []
  }
}

extension Site {
  /// The language of a page's text: a fallback speaks its own.
  func textLanguage(ofPage index: Int) -> Int {
    let page = pages[index]
    let shown = page.source.identity.language
    return page.isFallback ? languages.firstIndex { $0.tag == shown } ?? page.language : page.language
  }

  /// Its projects, as far as all readers of a place may see them.
  package func projects(for readers: Audience) -> [TransitionProject] {
    guard readers < edition.readers.audience else { return projects }
    return projects.map { $0.selected(for: Readership(readers), asOf: asOf) }
  }

  package func format(_ project: TransitionProject, language: Int) -> ValueFormat {
    ValueFormat(
      language: languages[language], asOf: asOf, project: project, siteSource: configuration.sourceLanguage)
  }
}

extension ComponentContext {
  /// A component as it stands on pages of a site.
  init(_ site: Site, _ bound: Plan.BoundComponent, _ key: FigureCache.Key, home: String = "", tables: [WebAddress] = [])
  {
    let project = bound.project >= 0 ? site.projects[bound.project] : .none
    let readers = bound.readers ?? site.edition.readers.audience
    self.init(
      project: project, format: site.format(project, language: key.table.language), arguments: bound.arguments,
      readers: readers, projects: site.projects(for: readers),
      surroundings: SiteView(site, language: key.table.language, home: home), tables: tables,
      place: TableFiles.place(of: key.table, occurrence: key.occurrence))
  }
}
