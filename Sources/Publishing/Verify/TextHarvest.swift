// What records and pages say, value by value: the texts and amounts that a reader could recognise.

import Languages
import Site
import Syntax
import Transition

/// Takes in the values of records: texts that a person wrote, and numbers. Ids, days and choices are no secrets by
/// themselves; they stand everywhere.
struct TextHarvest {
  private(set) var texts: [(text: String, place: Place, audience: Audience)] = []
  private(set) var numbers: [(value: UInt64, place: Place, audience: Audience)] = []

  /// All that a record says, the records inside it included. `audience` is who may read the record at the widest.
  mutating func add(_ record: Record, audience: Audience = .public, withExtras: Bool = true) {
    let reads = max(audience, record.audience)
    for (spec, located) in record.writtenFields {
      add(located, spec.kind, in: record.file, max(reads, spec.audience ?? .public))
    }
    guard withExtras else { return }
    for extra in record.extras { texts.append((extra.text, record.place, max(reads, .internal))) }
  }

  private mutating func add(_ located: Value.Located, _ kind: FieldKind, in file: SourceFile, _ audience: Audience) {
    let place = Place(file, located.span)
    switch located.value {
    case .text(let text): if kind.isFreeText { texts.append((text, place, audience)) }
    case .localized(let text), .markdown(let text):
      for entry in text.entries { texts.append((entry.text, place, audience)) }
    case .number(let number): add(number, place, audience)
    case .record(let inner): add(inner, audience: audience)
    case .list(let elements): for element in elements { add(element, kind, in: file, audience) }
    case .map(let entries): for entry in entries { add(entry.value, kind, in: file, audience) }
    case .day, .period, .moment, .boolean, .reference: return
    }
  }

  /// The whole part of an amount.
  private mutating func add(_ number: FixedDecimal, _ place: Place, _ audience: Audience) {
    var whole = number.mantissa.magnitude
    for _ in 0..<number.fractionDigits { whole /= 10 }
    if whole >= AmountReader.smallest { numbers.append((whole, place, audience)) }
  }

  /// Amounts that a project's records give rise to; they stand at these.
  mutating func addDerived(of project: TransitionProject) {
    for field in DerivedFields.all {
      guard case .money = field.spec.kind else { continue }
      let records = field.schema === Project.schema ? [project.record].compactMap(\.self) : project[field.schema]
      for record in records {
        if case .number(let number)? = field.value(record, project) {
          add(number, record.place, max(record.audience, field.spec.audience ?? .public))
        }
      }
    }
  }

  /// A piece of a page that its readers may not see.
  mutating func add(_ text: String, at place: Place, _ audience: Audience) { texts.append((text, place, audience)) }
}
