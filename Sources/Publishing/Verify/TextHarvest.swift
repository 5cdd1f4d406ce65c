// What records and pages say, value by value: the texts and amounts that a reader could recognise.

import Languages
import Site
import Syntax
import Transition

/// Where something is written, and who may read it there.
struct TextSource: Sendable {
  let file: SourceFile
  let span: SourceSpan
  let audience: Audience

  var place: Place { Place(file, span) }
}

/// What a person wrote.
struct SourceText: Sendable {
  let text: String
  let source: TextSource
}

/// The whole part of a number of at least five digits.
struct SourceAmount: Sendable {
  let value: UInt64
  let source: TextSource
}

/// Takes in the values of records: texts that a person wrote, and numbers. Ids, days and choices are no secrets by
/// themselves; they stand everywhere.
struct TextHarvest {
  private(set) var texts: [SourceText] = []
  private(set) var numbers: [SourceAmount] = []

  /// All that a record says, the records inside it included. `audience` is who may read the record at the widest.
  mutating func add(_ record: Record, audience: Audience = .public, withExtras: Bool = true) {
    let (schema, reads) = (record.schema, max(audience, record.audience))
    for entry in record.entries {
      let position = Int(entry.field)
      add(entry.located, schema, position, in: record.file, max(reads, schema.audiences[position]))
    }
    guard withExtras else { return }
    for extra in record.extras {
      let source = TextSource(file: record.file, span: record.span, audience: max(reads, .internal))
      texts.append(SourceText(text: extra.text, source: source))
    }
  }

  /// What one field of a record says.
  mutating func add(_ field: String, of record: Record) {
    guard let position = record.schema.index(of: field), let located = record.located(field) else { return }
    add(located, record.schema, position, in: record.file, record.schema.audiences[position])
  }

  private mutating func add(
    _ located: Value.Located, _ schema: EntitySchema, _ field: Int, in file: SourceFile, _ audience: Audience
  ) {
    var source: TextSource { TextSource(file: file, span: located.span, audience: audience) }
    switch located.value {
    case .text(let text): if schema.isFreeText[field] { texts.append(SourceText(text: text, source: source)) }
    case .localized(let text), .markdown(let text):
      for entry in text.entries { texts.append(SourceText(text: entry.text, source: source)) }
    case .number(let number): add(number, source)
    case .record(let inner): add(inner, audience: audience)
    case .list(let elements): for element in elements { add(element, schema, field, in: file, audience) }
    case .map(let entries): for entry in entries { add(entry.value, schema, field, in: file, audience) }
    case .day, .period, .moment, .boolean, .reference: return
    }
  }

  /// The whole part of an amount.
  private mutating func add(_ number: FixedDecimal, _ source: TextSource) {
    var whole = number.mantissa.magnitude
    for _ in 0..<number.fractionDigits { whole /= 10 }
    if whole >= AmountReader.smallest { numbers.append(SourceAmount(value: whole, source: source)) }
  }

  /// Amounts that a project’s records give rise to, of money or of anything; they stand at these.
  mutating func addDerived(of project: TransitionProject, onlyMoney: Bool = true) {
    for field in DerivedFields.all {
      let isMoney = if case .money = field.spec.kind { true } else { false }
      guard isMoney || !onlyMoney else { continue }
      let records = field.schema === Project.schema ? [project.record].compactMap(\.self) : project[field.schema]
      for record in records {
        if case .number(let number)? = field.value(record, project) {
          let audience = max(record.audience, field.spec.audience ?? .public)
          add(number, TextSource(file: record.file, span: record.span, audience: audience))
        }
      }
    }
  }

  /// A piece of a page that its readers may not see.
  mutating func add(_ text: String, at source: TextSource) { texts.append(SourceText(text: text, source: source)) }
}
