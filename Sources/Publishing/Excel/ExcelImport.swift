// A workbook from somebody's desk → what would be different in a project, and the data files that say so.

import Languages
import Site
package import Syntax
import Transition

package struct ExcelImport: Sendable {
  /// A data file as it would be; nil for one that is taken away.
  package struct File: Sendable {
    package let path: String
    package let text: String?
  }

  /// The differences for people, record by record.
  package let lines: [String]
  package let files: [File]
  package let summary: String
  /// Notes and warnings about the workbook.
  package let findings: [Diagnostic]

  package var isEmpty: Bool { files.isEmpty }
}

extension ProjectTables {
  /// Compares a workbook with the project. Throws its errors, all of them.
  package func compare(_ bytes: [UInt8], named name: String, _ wording: Wording) throws -> ExcelImport {
    let book = try Workbook.read(bytes, path: name)
    let found = WorkbookRecords(book, titles: titles, sourceLanguage: sourceLanguage)
    let findings = found.tables.located(found.diagnostics).sortedForReport()
    guard !findings.hasErrors, !found.collections.isEmpty else { throw Findings(diagnostics: findings) }
    var files: [ExcelImport.File] = []
    var report = DifferenceReport(wording)
    for collection in found.collections {
      let (nodes, records) = try identified(collection, found.tables)
      let schema = collection.schema
      let own = project.ownRecords(schema)
      let difference = CollectionDifference(
        own, records, nodes, known: collection.sheet.fields, schema, sourceLanguage)
      guard !difference.isEmpty else { continue }
      report.add(difference)
      files += try self.files(difference, own)
    }
    return ExcelImport(lines: report.lines, files: files, summary: report.summary, findings: findings)
  }

  /// The records with an id each, checked for doubles.
  private func identified(_ collection: WorkbookRecords.Collection, _ tables: [CSVTable]) throws -> (
    [YAMLNode], [Record]
  ) {
    let sheet = collection.sheet
    guard !collection.schema.isSingle, let file = sheet.records.first?.file ?? tables.first?.file else {
      return (sheet.nodes, sheet.records)
    }
    let (nodes, _) = ImportedIDs.assign(
      sheet.nodes, sheet.records, sourceLanguage, taken: Set(project[collection.schema].map(\.id)))
    var reader = RecordReader(file, sourceLanguage: sourceLanguage)
    let records = nodes.compactMap { reader.record($0, collection.schema) }
    let twice = DuplicateID.check(records).map { Rules.diagnostic($0, of: DuplicateID.self, isAgreed: true) }
    guard twice.isEmpty else { throw Findings(diagnostics: tables.located(twice).sortedForReport()) }
    return (nodes, records)
  }

  /// The data files that change.
  private func files(_ difference: CollectionDifference, _ own: [Record]) throws -> [ExcelImport.File] {
    let schema = difference.schema
    try checkYAML(schema, own)
    if schema.isFolder { return try folderFiles(difference, own) }
    let path = own.first?.file.path ?? path(of: schema)
    guard let file = own.first?.file else {
      let nodes = difference.added.map(\.node).map { Self.ordered($0, schema) }
      return [
        .init(path: path, text: schema.isSingle ? nodes.map(YAMLWriter.record).joined() : YAMLWriter.records(nodes))
      ]
    }
    var edit = try DataFileEdit(file)
    for change in difference.changed { edit.change(change.id, change.names, to: change.node) }
    for id in difference.removed { edit.remove(id) }
    for record in difference.added { edit.add(Self.ordered(record.node, schema)) }
    return [.init(path: path, text: edit.text)]
  }

  /// Where each record has a file of its own.
  private func folderFiles(_ difference: CollectionDifference, _ own: [Record]) throws -> [ExcelImport.File] {
    let folder = "content/projects/\(project.id)/\(difference.schema.collection)/"
    let files = Dictionary(own.map { ($0.id, $0.file) }) { first, _ in first }
    var changed: [ExcelImport.File] = []
    for change in difference.changed {
      guard let file = files[change.id] else { continue }
      var edit = try DataFileEdit(file)
      edit.change(change.id, change.names, to: change.node)
      changed.append(.init(path: file.path, text: edit.text))
    }
    let added = difference.added.map { record in
      ExcelImport.File(
        path: folder + record.id + ".yaml", text: YAMLWriter.record(Self.ordered(record.node, difference.schema)))
    }
    return changed + added + difference.removed.compactMap { id in files[id].map { .init(path: $0.path, text: nil) } }
  }

  /// Only YAML is written: a table or another workbook in the project stays what its owner made.
  private func checkYAML(_ schema: EntitySchema, _ own: [Record]) throws {
    guard let other = own.first(where: { !$0.file.path.hasSuffix(".yaml") && !$0.file.path.hasSuffix(".yml") }) else {
      return
    }
    throw RequestError(
      message:
        "\(schema.collection) come from \(other.file.path); change that file, or move it out of the project first")
  }

  /// Writes the files of an import.
  package func write(_ plan: ExcelImport) throws {
    for file in plan.files {
      if let text = file.text {
        try NewFiles.write(text, to: site + "/" + file.path, replaces: true)
      } else {
        try NewFiles.remove(site + "/" + file.path)
      }
    }
  }
}

/// The differences as text.
private struct DifferenceReport {
  private let wording: Wording
  private(set) var lines: [String] = []
  private var counts = (added: 0, changed: 0, removed: 0)

  init(_ wording: Wording) { self.wording = wording }

  mutating func add(_ difference: CollectionDifference) {
    lines.append(wording.title(ofCollection: difference.schema.collection) ?? difference.schema.collection)
    for record in difference.added { lines.append("  + \(record.id)  \(Self.short(record.title))") }
    for change in difference.changed {
      lines.append("  ~ \(change.id.isEmpty ? difference.schema.name : change.id)")
      for field in change.fields {
        lines.append("      \(field.name): \(shown(field.old)) → \(shown(field.new))")
      }
    }
    for id in difference.removed { lines.append("  - \(id)") }
    counts.added += difference.added.count
    counts.changed += difference.changed.count
    counts.removed += difference.removed.count
  }

  var summary: String {
    wording("\(counts.added) added, \(counts.changed) changed, \(counts.removed) removed")
  }

  private func shown(_ text: String) -> String { text.isEmpty ? wording("(nothing)") : Self.short(text) }

  /// One line, and not more than fits beside another.
  private static func short(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ⏎ ").shortened(to: 120)
  }
}
