// `SourceTree` → `ParsedContent`: every file alone and in parallel; then the records of each project.

import Languages
import Rendering
import Site
package import Syntax
import Transition

package struct ContentParser {
  let tree: SourceTree
  let jobs: Int
  private var diagnostics: [Diagnostic] = []
  private var unused: [String] = []
  private var dataCount = 0
  private var tables: [CSVTable] = []
  private var failed: [String] = []

  package static func parse(_ tree: SourceTree, jobs: Int) -> (ParsedSite?, [Diagnostic]) {
    var parser = ContentParser(tree: tree, jobs: jobs)
    let site = parser.parse()
    return (site, tree.diagnostics + parser.diagnostics)
  }

  private init(tree: SourceTree, jobs: Int) {
    self.tree = tree
    self.jobs = jobs
  }

  private mutating func parse() -> ParsedSite? {
    guard let configuration = configuration() else { return nil }
    var templates: [String: SourceFile] = [:]
    var pages: [(SourceTree.Entry, PageIdentity)] = []
    var data: [DataFile] = []
    var files: [ContentFile] = []
    for entry in tree.entries where entry.path != SiteConfiguration.path {
      if entry.path.utf8.starts(with: "templates/".utf8) {
        template(entry, &templates)
      } else {
        classify(entry, configuration, &pages, &data, &files)
      }
    }
    let (theme, themeProblems) = Theme.load(templates)
    diagnostics += themeProblems
    let (languages, languageProblems) = LanguageLoader.load(configuration, templates)
    diagnostics += languageProblems
    let content = ParsedContent(
      configuration: configuration, pages: parsePages(pages, configuration),
      projects: parseProjects(data, configuration, languages), glossary: glossary(configuration), files: files)
    diagnostics += TranslationChecks.check(content.pages) + ProjectNames.check(content)
    guard let theme, languages.count == configuration.languages.count else { return nil }
    let names = NameIndex(content, unread: failed)
    return ParsedSite(
      content: content, names: names, theme: theme, languages: languages,
      commonTexts: ParsedSite.commonTexts(tree, languages), dataCount: dataCount, unused: unused,
      errorCount: failed.count + tree.refused.count, tables: tables)
  }

  private mutating func configuration() -> SiteConfiguration? {
    guard let entry = tree.entries.first(where: { $0.path == SiteConfiguration.path }), let bytes = entry.bytes else {
      if !tree.refused.contains(SiteConfiguration.path) { diagnostics.append(Self.noConfiguration()) }
      return nil
    }
    let (file, problems) = SourceFile.checked(path: entry.path, bytes: bytes)
    diagnostics += problems
    guard !problems.hasErrors else { return nil }
    let (configuration, findings) = SiteConfiguration.read(file)
    diagnostics += UnreadMarks.check(data: file) + findings
    dataCount += 1
    return configuration
  }

  private mutating func template(_ entry: SourceTree.Entry, _ templates: inout [String: SourceFile]) {
    guard let bytes = entry.bytes else { return }
    let (file, problems) = SourceFile.checked(path: entry.path, bytes: bytes)
    diagnostics += problems
    if !problems.hasErrors { templates[String(entry.path.dropFirst("templates/".utf8.count))] = file }
  }

  private mutating func classify(
    _ entry: SourceTree.Entry, _ configuration: SiteConfiguration,
    _ pages: inout [(SourceTree.Entry, PageIdentity)], _ data: inout [DataFile], _ files: inout [ContentFile]
  ) {
    let path = String(entry.path.dropFirst("content/".utf8.count))
    switch path.split(separator: ".").last {
    case "md": page(entry, path, configuration, &pages)
    case "yaml", "yml":
      diagnostics += UnreadMarks.check(data: entry)
      dataFile(entry, path, &data)
    case "xlsx" where SourceTree.isWorkbook(entry.path): dataFile(entry, path, &data)
    case "csv":
      diagnostics += UnreadMarks.check(data: entry)
      table(entry, path, &data, &files)
    default: file(entry, path, &files)
    }
  }

  private mutating func page(
    _ entry: SourceTree.Entry, _ path: String, _ configuration: SiteConfiguration,
    _ pages: inout [(SourceTree.Entry, PageIdentity)]
  ) {
    do {
      let identity = try PageIdentity(path: path)
      if configuration.languages.contains(identity.language) {
        pages.append((entry, identity))
        return
      }
      diagnostics.append(Self.foreignLanguage(entry.path, identity.language, configuration))
    } catch {
      diagnostics.append(Self.badPageName(entry.path, error, configuration))
    }
    failed.append(path)
  }

  private mutating func file(_ entry: SourceTree.Entry, _ path: String, _ files: inout [ContentFile]) {
    let (file, problem) = ContentFile.read(path, size: entry.size, head: entry.bytes, finding: entry.finding)
    files.append(file)
    if let problem { diagnostics.append(problem) }
  }

  private mutating func glossary(_ configuration: SiteConfiguration) -> Glossary {
    guard let entry = tree.entries.first(where: { $0.path == "content/" + Glossary.path }) else { return Glossary() }
    let (file, problems) = SourceFile.checked(path: entry.path, bytes: entry.bytes ?? [])
    diagnostics += problems
    guard !problems.hasErrors else { return Glossary() }
    let (glossary, found) = Glossary.read(file, sourceLanguage: configuration.sourceLanguage)
    diagnostics += found
    return glossary
  }

  private mutating func dataFile(_ entry: SourceTree.Entry, _ path: String, _ data: inout [DataFile]) {
    if path == Glossary.path {
      dataCount += 1
      return
    }
    guard let file = DataFile(entry, path) else {
      diagnostics.append(DataFile.unknown(entry.path))
      unused.append(path)
      return
    }
    dataCount += 1
    data.append(file)
  }

  /// A table that is named like a collection is data; any other is a file for readers to fetch.
  private mutating func table(
    _ entry: SourceTree.Entry, _ path: String, _ data: inout [DataFile], _ files: inout [ContentFile]
  ) {
    guard let file = DataFile(entry, path) else {
      if DataFile.isMisnamedTable(path) { diagnostics.append(DataFile.misnamedTable(entry.path)) }
      return self.file(entry, path, &files)
    }
    dataCount += 1
    data.append(file)
  }

  private mutating func parsePages(
    _ pages: [(entry: SourceTree.Entry, identity: PageIdentity)], _ configuration: SiteConfiguration
  ) -> [ParsedPage] {
    let reader = PageReader(configuration)
    let results = parallelMap(pages.count, jobs: jobs) { range in
      range.map { index in Self.parsePage(pages[index].entry, pages[index].identity, reader) }
    }
    var parsed: [ParsedPage] = []
    parsed.reserveCapacity(results.count)
    for (index, (page, problems)) in results.enumerated() {
      diagnostics += problems
      if let page { parsed.append(page) } else { failed.append(pages[index].identity.key) }
    }
    return parsed
  }

  private static func parsePage(_ entry: SourceTree.Entry, _ identity: PageIdentity, _ reader: PageReader) -> (
    ParsedPage?, [Diagnostic]
  ) {
    let (file, problems) = SourceFile.checked(path: entry.path, bytes: entry.bytes ?? [])
    guard !problems.hasErrors else { return (nil, problems) }
    let (page, findings) = reader.read(file, identity)
    return (page, problems + findings)
  }

  private mutating func parseProjects(
    _ data: [DataFile], _ configuration: SiteConfiguration, _ languages: [Language]
  ) -> [TransitionProject] {
    let titles =
      data.contains(where: { $0.isTable || $0.isWorkbook }) ? LanguageLoader.titles(languages) : FieldTitles()
    let (shared, problems) = ProjectReader.shared(data.filter { $0.project == nil }, configuration)
    diagnostics += problems
    var byProject: [(id: String, files: [DataFile])] = []
    for file in data {
      guard let id = file.project else { continue }
      if byProject.last?.id == id {
        byProject[byProject.count - 1].files.append(file)
      } else {
        byProject.append((id, [file]))
      }
    }
    let projects = byProject.sorted { $0.id < $1.id }
    let results = parallelMap(projects.count, jobs: jobs, chunk: 4) { range in
      range.map { index in
        ProjectReader.read(projects[index].id, projects[index].files, configuration, titles: titles, shared: shared)
      }
    }
    for result in results {
      diagnostics += result.diagnostics
      tables += result.tables
    }
    var starters = StarterLoader(configuration, languages)
    return results.map { starters.proposing($0.project) }
  }
}

extension ContentParser {
  private static func noConfiguration() -> Diagnostic {
    Diagnostic(
      "site-configuration", at: Place(path: SiteConfiguration.path), "there is no content/site.yaml",
      rule: "site.yaml names the site, its languages and its editions",
      help: "write it, or name another folder: --site DIR")
  }

  private static func foreignLanguage(_ path: String, _ language: LanguageTag, _ site: SiteConfiguration) -> Diagnostic
  {
    let codes = site.languages.map(\.code)
    return Diagnostic(
      "file-name", at: Place(path: path), "the page is in \"\(language)\", which is not a language of the site",
      rule: "languages of the site: \(codes.joined(separator: ", "))",
      help: suggestion(for: language.code, among: codes).map { "did you mean .\($0).md?" }
        ?? "rename the file, or add the language to site.yaml")
  }

  private static func badPageName(_ path: String, _ problem: PageIdentity.Problem, _ site: SiteConfiguration)
    -> Diagnostic
  {
    let rule: Message = "a page's file is <key>.<language>.md; key and folders are made of a-z, 0-9 and -"
    switch problem {
    case .noLanguage:
      return Diagnostic(
        "file-name", at: Place(path: path), "the file's name does not say its language", rule: rule,
        help: "rename it to end in .\(site.sourceLanguage).md")
    case .badName(let name):
      return Diagnostic(
        "file-name", at: Place(path: path), "\"\(name)\" cannot be part of an address", rule: rule,
        help: "rename it; capitals, spaces and accents belong in the title")
    }
  }
}
