// A record of a project to begin with: what it must have is filled in, what it should have stands there as comments.

import Syntax
import Transition

enum NewRecord {
  static func make(_ schema: EntitySchema, _ title: String, in site: OpenSite) throws -> NewThing {
    let tables = try site.project()
    let (path, bytes) = try place(of: schema, tables, site)
    if schema.isSingle, bytes != nil {
      throw RequestError(message: "\(path) is there already and holds one \(schema.name); nothing was written")
    }
    var filler = RecordFiller(schema, tables, site.configuration)
    let node = try filler.record(called: title)
    let text = RecordText(schema, node, chosen: filler.chosen)
    guard let bytes else {
      let new = site.modeline(of: schema.collection, at: path) + text.lines(indent: 0)
      try check(path, Array(new.utf8), site, tables)
      let next = [text.next(path, line: NewTexts.line(schema.isSingle ? text.start : "- ", in: new))]
      return NewThing(files: [NewFile(path: path, text: new)], next: next + noLongerProposed(schema, tables))
    }
    let (whole, line) = try RecordAppend.appended(text, to: bytes, path)
    try check(path, whole, site, tables)
    let next = [text.next(path, line: line)]
    return NewThing(edits: [.init(path: path, bytes: whole)], next: next + noLongerProposed(schema, tables))
  }

  /// The file that the records of a kind stand in, with its bytes where it is there; refused where that is a table.
  private static func place(of schema: EntitySchema, _ tables: ProjectTables, _ site: OpenSite) throws -> (
    path: String, bytes: [UInt8]?
  ) {
    for ending in ["yaml", "yml"] {
      let path = tables.path(of: schema, ending)
      if let entry = site.entry(path) { return (path, entry.bytes ?? []) }
    }
    let stem = tables.path(of: schema, "")
    let sources = tables.project[schema].map(\.file.path) + site.tree.entries.map(\.path).filter { $0.hasPrefix(stem) }
    guard let source = sources.first else { return (tables.path(of: schema), nil) }
    // Records that all projects share stand in a file beside the projects.
    if source.hasSuffix(".yaml") || source.hasSuffix(".yml") { return (source, site.entry(source)?.bytes ?? []) }
    throw RequestError(
      message: """
        the \(schema.collection) of \(tables.project.id) are a table, \(source): add a row there; \
        nothing was written
        """)
  }

  /// What is written passes `check` as well as the site did before.
  private static func check(_ path: String, _ bytes: [UInt8], _ site: OpenSite, _ tables: ProjectTables) throws {
    let errors = site.newErrors(with: path, bytes, in: tables)
    if !errors.isEmpty { throw Findings(diagnostics: errors.sortedForReport()) }
  }

  /// Says that the first record of a project's own ends what is proposed of the kind.
  static func noLongerProposed(_ schema: EntitySchema, _ tables: ProjectTables) -> [String] {
    let count = tables.project.proposals.count { $0.schema === schema }
    guard count > 0, tables.project[schema].isEmpty else { return [] }
    return [
      "note: \(count) \(schema.collection) were proposed, and none is proposed beside one of your own; to keep them, "
        + "delete the new file, run staffetta adopt \(schema.collection), then this again"
    ]
  }
}

/// Puts a record behind those that a data file has; not a byte before it changes.
enum RecordAppend {
  static func appended(_ text: RecordText, to bytes: [UInt8], _ path: String) throws -> (bytes: [UInt8], line: Int) {
    let (file, _) = SourceFile.checked(path: path, bytes: bytes)
    var whole = bytes
    let newline: [UInt8] = bytes.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
    if let last = bytes.last, last != 0x0A { whole += newline }
    let line = whole.count { $0 == 0x0A } + 1
    for row in text.lines(indent: try indent(file)).utf8.split(separator: 0x0A) { whole += Array(row) + newline }
    return (whole, line)
  }

  /// How far from the margin the hyphens of the list stand.
  private static func indent(_ file: SourceFile) throws -> Int {
    guard let node = YAMLReader.read(file).node, !node.isEmpty else { return 0 }
    let line = node.elements?.first.map { file.line(around: $0.span.range.lowerBound) } ?? []
    let margin = line.prefix { $0 == 0x20 }.count
    guard line.dropFirst(margin).first == UInt8(ascii: "-") else {
      throw RequestError(
        message: """
          \(file.path) is not a list with a line - for each record; write it so, then again; \
          nothing was written
          """)
    }
    return margin
  }
}
