// The pages that a project has without a writer: where it stands, and one page for each kind of its records.

package import Languages
package import Site
import Syntax
import Transition

/// Writes the Markdown that a writer would have written, so that all else treats it like any page. A page that somebody
/// wrote stands in the place of the one with the same key:
///
///     projects/<id>              the overview: `::status`, and who is told what next
///     projects/<id>/data         what there is, and below it
///     projects/<id>/data/risks   one collection, with the components that show it
///
/// A collection that a written page below `projects/<id>` shows whole needs no other page: the list of what there is
/// leads to that one. Each edition's pages are for its readers, and show what its selection left; customers get none.
package struct ProjectPages {
  private let content: ParsedContent
  private let edition: Edition
  private let languages: [Language]
  private let names: NameIndex
  /// Pages by what stands on them, each to be put where it is shown.
  private var drafts: [String: ParsedPage] = [:]
  private var pages: [ParsedPage] = []

  package static func added(
    to content: ParsedContent, _ edition: Edition, _ languages: [Language], _ names: NameIndex
  ) -> ParsedContent {
    guard edition.readers.audience > .public else { return content }
    var writer = ProjectPages(content: content, edition: edition, languages: languages, names: names)
    writer.write()
    var content = content
    // The pages of a project are neighbours, and those of one key.
    content.pages = (content.pages + writer.pages).enumerated().sorted { a, b in
      let (first, second) = (a.element.identity.key, b.element.identity.key)
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
    return content
  }

  private init(content: ParsedContent, edition: Edition, languages: [Language], names: NameIndex) {
    (self.content, self.edition, self.languages, self.names) = (content, edition, languages, names)
  }

  private mutating func write() {
    let written = Set(content.pages.map(\.identity.key))
    let shown = shownOnPages()
    // A list of one project leads nowhere, and a provider is no reader of all projects.
    if content.projects.count > 1, edition.readers.audience >= .internal, !written.contains("projects") {
      add("projects/index", "portfolio", { _ in "::portfolio" }, title: { $0.text("projects") ?? "" })
    }
    for project in content.projects where project.record != nil {
      let folder = "projects/" + project.id
      if !written.contains(folder) { addOverview(of: project, folder) }
      let collections = Entities.all.filter { shows($0, of: project) }
      let elsewhere = collections.compactMap { schema in
        fitting(schema, project).lazy.compactMap { shown[project.id]?[$0.name] }.first.map { (schema, $0) }
      }
      let own = collections.filter { schema in !elsewhere.contains { $0.0 === schema } }
      guard !own.isEmpty else { continue }
      if !written.contains(folder + "/data") {
        add(
          folder + "/data/index", "data", { Self.links(elsewhere, $0) }, order: 1000,
          title: { $0.text("project-data") ?? "" })
      }
      for schema in own {
        let key = folder + "/data/" + Self.name(schema)
        guard !written.contains(key) else { continue }
        let body = body(schema, project)
        add(key, schema.collection, { _ in body }, title: { $0.title(ofCollection: schema.collection) })
      }
    }
  }

  /// To the written pages that show a collection.
  private static func links(_ pages: [(EntitySchema, String)], _ language: Language) -> String {
    pages.map { "- [[\($0.1)|\(language.title(ofCollection: $0.0.collection))]]" }.joined(separator: "\n")
  }

  /// Called by the name that these readers know.
  private mutating func addOverview(of project: TransitionProject, _ folder: String) {
    let knowsName = Project.schema.audience <= edition.readers.audience && project.record?[Project.name] != nil
    let hasLabel = project.record?[Project.publicName] != nil
    let title = knowsName ? "{{ project.name }}" : hasLabel ? "{{ project.publicName }}" : nil
    let hasMessages = shows(CommsItem.schema, of: project)
    let body = "::status" + (hasMessages ? "\n\n::communication-plan{view=next limit=5}" : "")
    add(
      folder + "/index", "overview \(title ?? "")", { _ in body },
      title: { title ?? $0.text("status-report") ?? "" })
  }

  private func shows(_ schema: EntitySchema, of project: TransitionProject) -> Bool {
    // Topics are the playbook's, and the concordance shows them.
    !schema.isOne && schema !== Topic.schema && !project[schema].isEmpty
      && ComponentBinder.mayShow(schema, to: edition.readers.audience)
  }

  /// By project: the components that stand without any argument on written pages in its folder, each with the page as
  /// links name it.
  private func shownOnPages() -> [String: [String: String]] {
    var shown: [String: [String: String]] = [:]
    for page in content.pages where !page.document.directives.isEmpty {
      guard let project = page.projectID else { continue }
      let key = page.identity.key
      guard key == "projects/" + project || key.hasPrefix("projects/" + project + "/") else { continue }
      for directive in page.document.directives
      where directive.form == .leaf && directive.arguments.isEmpty && directive.scope < 0 {
        let name = page.identity.isIndex ? key + "/index" : key
        if shown[project]?[directive.name] == nil { shown[project, default: [:]][directive.name] = name }
      }
    }
    return shown
  }

  /// The components that show a collection as it is.
  private func fitting(_ schema: EntitySchema, _ project: TransitionProject) -> [any PageComponent.Type] {
    let data = ComponentData(names: names, project: project.id, readers: edition.readers.audience)
    return Components.all.filter { component in
      component.entity === schema && !component.tables.isEmpty && component.binding([:], data).problems.isEmpty
    }
  }

  /// These components, else a plain table.
  private func body(_ schema: EntitySchema, _ project: TransitionProject) -> String {
    let fitting = fitting(schema, project)
    guard !fitting.isEmpty else { return "::table{of=\(schema.collection)}" }
    return fitting.map { "::\($0.name)" }.joined(separator: "\n\n")
  }

  /// The collection's name as a part of an address: `cost-items`.
  private static func name(_ schema: EntitySchema) -> String {
    schema.collection.unicodeScalars.map { scalar in
      scalar.properties.isUppercase ? "-" + scalar.properties.lowercaseMapping : String(scalar)
    }.joined()
  }

  /// A page in every language. Pages of the same kind with the same text are parsed once.
  private mutating func add(
    _ path: String, _ kind: String, _ body: (Language) -> String, order: Int? = nil, title: (Language) -> String
  ) {
    for language in languages {
      let (code, body) = (language.tag.code, body(language))
      guard let identity = try? PageIdentity(path: "\(path).\(code).md") else { continue }
      let key = "\(code) \(kind) \(body)"
      if drafts[key] == nil { drafts[key] = draft(title(language), language, body, order, identity) }
      if let draft = drafts[key] { pages.append(draft.at(identity)) }
    }
  }

  private func draft(
    _ title: String, _ language: Language, _ body: String, _ order: Int?, _ identity: PageIdentity
  ) -> ParsedPage? {
    let source = content.configuration.sourceLanguage
    let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let lines =
      ["---", "title: \"\(quoted)\"", "audience: \(edition.readers.audience.rawValue)"]
      + (order.map { ["order: \($0)"] } ?? []) + (language.tag == source ? [] : ["source: \(source.code)"])
      + ["---", "", body, ""]
    let file = SourceFile(
      path: "content/\(identity.key).\(language.tag.code).md", bytes: Array(lines.joined(separator: "\n").utf8))
    return PageReader(content.configuration).read(file, identity).0
  }
}
