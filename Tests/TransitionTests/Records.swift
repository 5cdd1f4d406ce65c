// Reads records and projects from YAML written inside a test.

import Languages
import Syntax
import TestSites
import Transition

let swedish = LanguageTag("sv")

struct NotThere: Error {}

/// What reading gave: the records, the findings as `V04 3:5`, and the marks of the text as `3:5`.
struct ReadRecords {
  let records: [Record]
  let diagnostics: [Diagnostic]
  let marks: [String]

  var lines: [String] { diagnostics.map { "\($0.id) \(position($0))" } }

  func first() throws -> Record {
    guard let record = records.first else { throw NotThere() }
    return record
  }
}

func position(_ diagnostic: Diagnostic) -> String {
  guard let file = diagnostic.place.file else { return "-" }
  let (line, column) = file.position(of: Int(diagnostic.place.span.start))
  return "\(line):\(column)"
}

func read(_ marked: String, _ schema: EntitySchema) throws -> ReadRecords {
  let text = MarkedText(marked)
  let file = SourceFile(path: "content/projects/p/\(schema.collection).yaml", text: text.text)
  let (node, problems) = YAMLReader.read(file)
  guard let node, let language = swedish else { throw NotThere() }
  var reader = RecordReader(file, sourceLanguage: language)
  let records = reader.records(node, schema)
  return ReadRecords(records: records, diagnostics: problems + reader.diagnostics, marks: text.marks)
}

/// A project of files by collection, with what the rules say about it.
func project(_ files: [String: String]) throws -> TransitionProject {
  var record: Record?
  var records: [Record] = []
  for schema in Entities.all {
    guard let text = files[schema.collection] else { continue }
    let found = try read(text, schema)
    guard !found.diagnostics.hasErrors else { throw Unsound(lines: found.diagnostics.map(\.message) + found.lines) }
    if schema === Project.schema { record = found.records.first } else { records += found.records }
  }
  return TransitionProject(id: "p", record: record, records: records)
}

struct Unsound: Error { let lines: [String] }

func asOf(_ iso: String) throws -> AsOf {
  guard let day = Day(iso: iso) else { throw NotThere() }
  return AsOf(day)
}

extension TransitionProject {
  /// The ids of a collection.
  func ids(_ schema: EntitySchema) -> [String] { self[schema].map(\.id) }

  func record(_ id: String, _ schema: EntitySchema) throws -> Record {
    guard let record = find(id, in: schema) else { throw NotThere() }
    return record
  }
}

extension Record {
  var fieldNames: [String] { writtenFields.map(\.spec.name) }
}
