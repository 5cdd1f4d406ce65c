// The data files of one project → `TransitionProject`, checked by the rules.

import Languages
import Site
import Syntax
import Transition

/// A data file of a project: `projects/<id>/<collection>.yaml`, or the same as a table, `.csv`; `project.xlsx` with a sheet
/// for each collection; or
/// `projects/<id>/<collection>/<record>.yaml` where each record has a file of its own. The questions of the decision
/// guide may stand beside the projects, for all of them.
struct DataFile: Sendable {
  /// Nil for what all projects share.
  let project: String?
  let schema: EntitySchema
  let entry: SourceTree.Entry

  /// What `tables/<name>.csv` has instead of an entity.
  static let ownColumns = EntitySchema(nested: "table", [])

  /// What `project.xlsx` has instead of an entity.
  static let manyCollections = EntitySchema(nested: "workbook", [])

  var isWorkbook: Bool { schema === Self.manyCollections }

  /// The name of a table that is no collection.
  var tableName: String? {
    guard schema === Self.ownColumns else { return nil }
    return entry.path.split(separator: "/").last.map { String($0.dropLast(".csv".count)) }
  }

  var isTable: Bool { entry.path.utf8.reversed().starts(with: ".csv".utf8.reversed()) }

  init?(_ entry: SourceTree.Entry, _ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    guard name.count == 2 else { return nil }
    if parts.count == 4, parts[0] == "projects", parts[2] == "tables", name[1] == "csv", isIdentifier(String(name[0])) {
      (project, schema, self.entry) = (parts[1], Self.ownColumns, entry)
      return
    }
    if parts.count == 3, parts[0] == "projects", parts[2] == "project.xlsx" {
      (project, schema, self.entry) = (parts[1], Self.manyCollections, entry)
      return
    }
    let collection = parts.count == 4 ? parts[2] : String(name[0])
    guard let schema = Entities.named(collection: collection), schema.isFolder == (parts.count == 4) else { return nil }
    if parts.count == 1, schema === DecisionQuestion.schema || schema === Topic.schema, name[1] != "csv" {
      project = nil
    } else if parts.count > 2, parts[0] == "projects" {
      project = parts[1]
    } else {
      return nil
    }
    self.schema = schema
    self.entry = entry
  }

  /// A table in the folder of tables that no page could name.
  static func isMisnamedTable(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 4 && parts[0] == "projects" && parts[2] == "tables"
  }

  static func misnamedTable(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-name", at: Place(path: path), "the name of this table cannot stand in ::table{of=…}", rule: identifierRule,
      help: "rename the file")
  }

  static func unknown(_ path: String) -> Diagnostic {
    let names = Entities.all.map(\.location)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Diagnostic(
      "unused-file", .warning, at: Place(path: path), "nothing reads \(path)",
      rule: "data is content/site.yaml, content/glossary.yaml and content/projects/<id>/<collection>.yaml",
      help: suggestion(for: name, among: names).map { "did you mean \($0)?" }
        ?? "collections: \(names.joined(separator: ", "))")
  }
}

enum ProjectReader {
  /// Reads the files of one project; `shared` are records that all projects have, `titles` what columns may be called.
  static func read(
    _ id: String, _ files: [DataFile], _ configuration: SiteConfiguration, titles: FieldTitles, shared: [Record] = []
  ) -> (project: TransitionProject, diagnostics: [Diagnostic], tables: [CSVTable]) {
    var diagnostics: [Diagnostic] = []
    var nodes: [(DataFile, SourceFile, YAMLNode)] = []
    for file in files where !file.isTable && !file.isWorkbook {
      if let (source, node) = parse(file, &diagnostics) { nodes.append((file, source, node)) }
    }
    let books = files.filter(\.isWorkbook).compactMap { workbook($0, &diagnostics) }
    let language =
      sourceLanguage(nodes) ?? books.lazy.compactMap(\.sourceLanguage).first ?? configuration.sourceLanguage
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
    var tables = TableFiles(sourceLanguage: language, languages: configuration.languages, titles: titles)
    for file in files where file.isTable { records += tables.records(file) }
    for found in books.flatMap({ tables.records($0) }) {
      guard found.schema === Project.schema else {
        records.append(found)
        continue
      }
      if let earlier = record { diagnostics.append(twice(found, earlier)) }
      record = record ?? found
    }
    let own = Set(records.map(\.schema.collection))
    let common = shared.filter { !own.contains($0.schema.collection) }
    var project = TransitionProject(id: id, record: record, records: records + common)
    project.tables = tables.others
    if !isIdentifier(id), let file = files.first { diagnostics.append(badName(id, file)) }
    if record == nil, !files.contains(where: { $0.schema === Project.schema }),
      books.count == files.count(where: \.isWorkbook)
    {
      diagnostics.append(noProject(id, files))
    } else if let written = record?[Project.id], written != id {
      diagnostics.append(otherID(written, id, record))
    }
    return (project, diagnostics + tables.diagnostics, tables.tables)
  }

  /// Reads what all projects share.
  static func shared(_ files: [DataFile], _ configuration: SiteConfiguration) -> ([Record], [Diagnostic]) {
    var records: [Record] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      guard let (source, node) = parse(file, &diagnostics) else { continue }
      var reader = RecordReader(source, sourceLanguage: configuration.sourceLanguage)
      records += reader.records(node, file.schema)
      diagnostics += reader.diagnostics
    }
    return (records, diagnostics)
  }

  /// A file as YAML; nil where it cannot be read at all. Of keys written twice and the like the rest is still read.
  private static func parse(_ file: DataFile, _ diagnostics: inout [Diagnostic]) -> (SourceFile, YAMLNode)? {
    let (source, problems) = SourceFile.checked(path: file.entry.path, bytes: file.entry.bytes ?? [])
    diagnostics += problems
    guard !problems.hasErrors else { return nil }
    let (node, syntax) = YAMLReader.read(source)
    diagnostics += syntax
    guard let node, !syntax.contains(where: { $0.id == "yaml-syntax" }) else { return nil }
    return (source, node)
  }

  /// The workbook; nil where it cannot be read at all.
  private static func workbook(_ file: DataFile, _ diagnostics: inout [Diagnostic]) -> Workbook? {
    do {
      let book = try Workbook.read(file.entry.bytes ?? [], path: file.entry.path)
      diagnostics += book.diagnostics
      return book.diagnostics.isEmpty ? book : nil
    } catch let missing as MissingProgram {
      diagnostics.append(
        Diagnostic(
          "missing-program", at: Place(path: file.entry.path),
          "there is no \(missing.name) on the PATH: \(missing.reason)",
          rule: "a workbook is read by the program \(missing.name)", help: missing.help))
    } catch {
      diagnostics.append(
        Diagnostic(
          "excel", at: Place(path: file.entry.path), "the workbook cannot be read: \(String(describing: error))",
          rule: "a workbook is read in the folder for temporary files", help: "make room there, or set TMPDIR"))
    }
    return nil
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
