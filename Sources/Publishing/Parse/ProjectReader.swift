// The data files of one project → `TransitionProject`, checked by the rules.

import Languages
import Site
import Syntax
import Transition

/// A data file of a project: `projects/<id>/<collection>.yaml`.
struct DataFile: Sendable {
  let project: String
  let schema: EntitySchema
  let entry: SourceTree.Entry

  init?(_ entry: SourceTree.Entry, _ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, parts[0] == "projects", name.count == 2,
      let schema = Entities.named(collection: String(name[0]))
    else { return nil }
    project = parts[1]
    self.schema = schema
    self.entry = entry
  }

  static func unknown(_ path: String) -> Diagnostic {
    let names = Entities.all.map { $0.collection + ".yaml" }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Diagnostic(
      "unused-file", .warning, at: Place(path: path), "nothing reads \(path)",
      rule: "data is content/site.yaml, content/glossary.yaml and content/projects/<id>/<collection>.yaml",
      help: suggestion(for: name, among: names).map { "did you mean \($0)?" }
        ?? "collections: \(names.joined(separator: ", "))")
  }
}

enum ProjectReader {
  static func read(_ id: String, _ files: [DataFile], _ configuration: SiteConfiguration) -> (
    TransitionProject, [Diagnostic]
  ) {
    var diagnostics: [Diagnostic] = []
    var nodes: [(DataFile, SourceFile, YAMLNode)] = []
    for file in files {
      let (source, problems) = SourceFile.checked(path: file.entry.path, bytes: file.entry.bytes ?? [])
      diagnostics += problems
      guard !problems.hasErrors else { continue }
      let (node, syntax) = YAMLReader.read(source)
      diagnostics += syntax
      if let node, !syntax.contains(where: { $0.id == "yaml-syntax" }) { nodes.append((file, source, node)) }
    }
    let language = sourceLanguage(nodes) ?? configuration.sourceLanguage
    var record: Record?
    var records: [Record] = []
    for (file, source, node) in nodes {
      var reader = RecordReader(source, sourceLanguage: language)
      let read = reader.records(node, file.schema)
      diagnostics += reader.diagnostics
      if file.schema === Project.schema {
        if let earlier = record, let later = read.first { diagnostics.append(twice(later, earlier)) }
        record = record ?? read.first
      } else {
        records += read
      }
    }
    let project = TransitionProject(id: id, record: record, records: records)
    if !isIdentifier(id), let file = files.first { diagnostics.append(badName(id, file)) }
    if record == nil, !files.contains(where: { $0.schema === Project.schema }) {
      diagnostics.append(noProject(id, files))
    } else if let written = record?[Project.id], written != id {
      diagnostics.append(otherID(written, id, record))
    }
    return (project, diagnostics + Rules.check(project))
  }

  /// What bare texts of the project are written in; read before its records are.
  private static func sourceLanguage(_ nodes: [(DataFile, SourceFile, YAMLNode)]) -> LanguageTag? {
    nodes.first { $0.0.schema === Project.schema }?.2["sourceLanguage"]?.text.flatMap { LanguageTag($0) }
  }

  private static func noProject(_ id: String, _ files: [DataFile]) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(path: files.first?.entry.path ?? id), "the project \"\(id)\" has no project.yaml",
      rule: "a project's folder holds project.yaml with its name and type",
      help: "write content/projects/\(id)/project.yaml")
  }

  /// `project.yaml` beside `project.yml`.
  private static func twice(_ later: Record, _ earlier: Record) -> Diagnostic {
    Diagnostic(
      "V02", at: later.place, "the project is written in two files", rule: "a project's folder holds one project.yaml",
      help: "move what holds into project.yaml and delete the other file",
      related: [.init("first written here", earlier.place)])
  }

  private static func badName(_ id: String, _ file: DataFile) -> Diagnostic {
    Diagnostic(
      "file-name", at: Place(path: file.entry.path), "\"\(id)\" cannot name a project", rule: identifierRule,
      help: "rename the folder; capitals, spaces and accents belong in the project's name")
  }

  private static func otherID(_ written: String, _ id: String, _ record: Record?) -> Diagnostic {
    Diagnostic(
      "V04", at: record?.place(of: "id") ?? Place(path: id), "the project \"\(written)\" lies in the folder \"\(id)\"",
      rule: "a project's id is the name of its folder", help: "write id: \(id), or rename the folder")
  }
}
