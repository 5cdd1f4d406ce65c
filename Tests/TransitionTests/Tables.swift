// Reads and writes tables inside a test, and says in one line what a record holds.

import Languages
import Syntax
import TestSites
import Transition

/// Titles of a few fields, as language files give them.
func titles() -> FieldTitles {
  let fields = [
    "sv": ["title": "Rubrik", "owner": "Ansvarig", "due": "Klart senast", "phase": "Fas", "measure": "Mått"],
    "de": ["title": "Titel", "owner": "Zuständig", "due": "Fällig am", "phase": "Phase", "effect": "Folge"],
    "it": ["title": "Titolo", "owner": "Responsabile", "due": "Scadenza", "risk.event": "Evento", "event": "Sagra"],
  ]
  return FieldTitles(
    fields.sorted { $0.key < $1.key }.compactMap { code, fields in
      LanguageTag(code).map { tag in
        var data = LanguageData(tag: tag, name: code)
        data.fields = fields
        return data
      }
    })
}

/// What reading a table gave; `‸` marks places.
func readTable(_ marked: String, _ schema: EntitySchema, keepsUnknown: Bool = false) throws -> ReadRecords {
  let text = MarkedText(marked)
  let file = SourceFile(path: "content/projects/p/\(schema.collection).csv", text: text.text)
  let (table, problems) = CSVReader.read(file)
  guard let table, let swedish, let header = TableHeader(schema, titles: titles(), keepsUnknown: keepsUnknown) else {
    throw NotThere()
  }
  let sheet = RecordSheet.read(table, header, sourceLanguage: swedish)
  return ReadRecords(
    records: sheet.records, diagnostics: (problems + sheet.diagnostics).map(table.located), marks: text.marks)
}

func recordTable(_ records: [Record], _ schema: EntitySchema, _ decimals: CSVForms.Decimals = .comma) throws
  -> RecordTable
{
  guard let swedish, let table = RecordTable(records, of: schema, sourceLanguage: swedish, decimals: decimals) else {
    throw NotThere()
  }
  return table
}

/// Records → table → records.
func throughTable(_ records: [Record], _ schema: EntitySchema, separator: UInt8 = UInt8(ascii: ";")) throws -> [Record]
{
  var writer = CSVWriter(separator: separator)
  let table = try recordTable(records, schema, writer.decimals)
  writer.row(table.header.map { .text($0) })
  for row in table.rows { writer.row(row) }
  let (file, problems) = SourceFile.decodedTable(path: "a.csv", bytes: writer.bytes)
  let read = try readTable(String(decoding: file.bytes, as: UTF8.self), schema)
  guard (problems + read.diagnostics).isEmpty else {
    throw Unsound(lines: (problems + read.diagnostics).map(\.message) + [String(decoding: file.bytes, as: UTF8.self)])
  }
  return read.records
}

extension Record {
  /// Everything that was written, without places, in the order of the fields.
  var content: String {
    let fields = writtenFields.map { "\($0.spec.name): \(Self.content($0.located.value))" }.sorted()
    let others = extras.map { "\($0.key): \($0.text)" } + claims.map { "\($0.name)= \($0.text)" }
    return "{" + (fields + others.sorted()).joined(separator: ", ") + "}"
  }

  private static func content(_ value: Value) -> String {
    switch value {
    case .text(let text): "text \(text)"
    case .localized(let text), .markdown(let text):
      "[" + text.entries.map { "\($0.language): \($0.text)" }.sorted().joined(separator: ", ") + "]"
    case .day(let day): day.iso
    case .period(let period): period.code
    case .moment(let moment): moment.description
    case .number(let number): "number \(number)"
    case .boolean(let flag): "\(flag)"
    case .reference(let id): "-> \(id)"
    case .list(let elements): "(" + elements.map { content($0.value) }.joined(separator: "; ") + ")"
    case .record(let record): record.content
    case .map(let entries): "<" + entries.map { "\($0.key): \(content($0.value.value))" }.joined(separator: ", ") + ">"
    }
  }
}
