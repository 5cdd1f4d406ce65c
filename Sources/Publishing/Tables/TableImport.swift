// A table from elsewhere → a collection's YAML file: what would be written, and how it differs from what is there.

import Site
package import Syntax
package import Transition

package struct TableImport {
  package enum Change: String { case new, changed, same }

  package struct Row {
    package let number: Int
    package let id: String
    package let isIDAssigned: Bool
    package let title: String
    package let change: Change
  }

  /// Below the site's folder.
  package let path: String
  package let yaml: String
  package let rows: [Row]
  /// Ids that the collection has now and the table does not.
  package let removed: [String]
  /// Notes and warnings about the table, and what the rules across records say.
  package let findings: [Diagnostic]
}

extension ProjectTables {
  /// Plans an import. Throws the table's errors, all of them.
  package func plan(
    _ bytes: [UInt8], named name: String, _ schema: EntitySchema, _ dialect: CSVDialect,
    keepsUnknown: Bool
  ) throws -> TableImport {
    let (table, header, found) = try read(bytes, name, schema, dialect, keepsUnknown)
    let sheet = RecordSheet.read(table, header, sourceLanguage: sourceLanguage)
    var findings = found + sheet.diagnostics.map(table.located)
    let (nodes, assigned) = ImportedIDs.assign(sheet.nodes, sheet.records, sourceLanguage)
    let records = RecordSheet.records(nodes, table, schema, sourceLanguage: sourceLanguage)
    findings += DuplicateID.check(records).map { Rules.diagnostic($0, of: DuplicateID.self, isAgreed: true) }
      .map(table.located)
    guard !findings.hasErrors else { throw Findings(diagnostics: findings.sortedForReport()) }
    findings += rules(records, schema).filter { $0.place.file === table.file && $0.id != DuplicateID.id }
      .map(table.located)
    // What the file has now and the table cannot bring back.
    findings += beyondTables(schema)
    let comparison = RecordComparison(project[schema], records, schema, sourceLanguage)
    let rows = records.indices.map { index in
      TableImport.Row(
        number: table.rows[index].number, id: records[index].id, isIDAssigned: assigned.contains(index),
        title: ImportedIDs.title(records[index], sourceLanguage) ?? "", change: comparison.change(records[index]))
    }
    return TableImport(
      path: path(of: schema), yaml: try yaml(nodes, records, schema, from: name), rows: rows,
      removed: comparison.removed, findings: findings.sortedForReport())
  }

  /// The file as it would be written: by id, the fields in the order of their declaration.
  private func yaml(_ nodes: [YAMLNode], _ records: [Record], _ schema: EntitySchema, from name: String) throws
    -> String
  {
    let order = nodes.indices.sorted { records[$0].id < records[$1].id }
    let heading = "# Imported from \(Self.plain(name)), sorted by id.\n"
    let yaml = heading + YAMLWriter.records(order.map { Self.ordered(nodes[$0], schema) })
    let limit = SourceFile.maximumSize(of: path(of: schema))
    // YAML takes more room than a table: what no build would read is not written.
    guard yaml.utf8.count <= limit else {
      throw RequestError(
        message: """
          \(path(of: schema)) would have \(yaml.utf8.count) bytes, and data has at most \(limit); \
          put the table itself there, as \(path(of: schema, "csv"))
          """)
    }
    return yaml
  }

  private func read(
    _ bytes: [UInt8], _ name: String, _ schema: EntitySchema, _ dialect: CSVDialect, _ keepsUnknown: Bool
  ) throws -> (CSVTable, TableHeader, [Diagnostic]) {
    let (file, problems) = SourceFile.decodedTable(path: name, bytes: bytes)
    guard !problems.hasErrors else { throw Findings(diagnostics: problems) }
    let (table, findings) = CSVReader.read(file, dialect: dialect)
    let all = problems + findings
    guard let table, let header = TableHeader(schema, titles: titles, keepsUnknown: keepsUnknown) else {
      throw Findings(diagnostics: all.sortedForReport())
    }
    return (table, header, all)
  }

  /// What the rules say of the project with the new records in the place of the old ones.
  private func rules(_ records: [Record], _ schema: EntitySchema) -> [Diagnostic] {
    let others = project.allRecords.filter { $0.schema !== schema && $0.schema !== Project.schema }
    let changed = TransitionProject(id: project.id, record: project.record, records: others + records)
    return Waivers.apply(Rules.check(changed, asOf: asOf), changed, asOf: asOf)
  }

  /// The fields in the order of their declaration, whatever the order of the columns was.
  static func ordered(_ node: YAMLNode, _ schema: EntitySchema) -> YAMLNode {
    let entries = (node.entries ?? []).enumerated().sorted { a, b in
      let (first, second) = (schema.index(of: a.element.key), schema.index(of: b.element.key))
      return (first ?? .max, a.offset) < (second ?? .max, b.offset)
    }
    return YAMLNode(.mapping(entries.map(\.element)), node.span)
  }

  /// A file's name without what would end the comment it stands in.
  private static func plain(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return String(String.UnicodeScalarView(last.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
