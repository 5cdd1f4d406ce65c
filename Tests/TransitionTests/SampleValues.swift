// A value that fits, and one that does not, for every kind of field.

import Transition

enum SampleValues {
  /// How a value that fits is written.
  static func sound(_ kind: FieldKind) -> String {
    switch kind {
    case .identifier, .reference, .referenceOrText, .page: "sound"
    case .party: "svarsund"
    case .text, .localized, .markdown: "sound"
    case .day: "2026-02-02"
    case .period, .month: "2026-02"
    case .quarter: "2026-Q1"
    case .moment: "2026-02-02T08:00"
    case .offset: "T-72h"
    case .duration: "PT4H"
    case .number, .integer: "2"
    case .money: "\"12.50\""
    case .boolean: "true"
    case .choice(let names): names[0]
    case .language: "sv"
    case .country: "SE"
    case .currency: "EUR"
    case .timeZone: "Europe/Stockholm"
    case .audience: "restricted"
    case .list(let element): "[\(sound(element))]"
    case .record(let schema): "{ \(schema.fields.map { "\($0.name): \(sound($0.kind))" }.joined(separator: ", ")) }"
    case .map(let element): "{ SE: \(sound(element)) }"
    case .either(_, let second): sound(second)
    case .anyOf(let kinds): sound(kinds[0])
    }
  }

  /// A value that does not fit, with a mark where the finding points; and the rule that says so.
  static func wrong(_ kind: FieldKind) -> (text: String, id: String) {
    switch kind {
    case .identifier, .reference, .page: ("‸\"Bad Id\"", "V04")
    case .text, .party: ("‸{ a: 1 }", "V04")
    case .localized, .referenceOrText: ("‸[a]", "V04")
    case .markdown: ("‸\"# Rubrik\"", "data-markdown")
    case .day: ("‸2027-02-30", "V04")
    case .period: ("‸2026-W60", "V04")
    case .month: ("‸2026-13", "V04")
    case .quarter: ("‸2026-03", "V04")
    case .moment: ("‸2026-03-02T25:00", "V04")
    case .offset: ("‸T-72", "V04")
    case .duration: ("‸4h", "V04")
    case .number: ("‸\"1,5\"", "V04")
    case .integer: ("‸1.5", "V04")
    case .money: ("‸\"1.234,50\"", "V04")
    case .boolean: ("‸yes", "V04")
    case .choice, .audience: ("‸zzzzzzzz", "V04")
    case .language: ("‸Swedish", "V04")
    case .country: ("‸se", "V04")
    case .currency: ("‸kr", "V04")
    case .timeZone: ("‸Mars/Base", "V04")
    case .list(let element): { ("[\($0.text)]", $0.id) }(wrong(element))
    case .record: ("‸text", "V04")
    case .map: ("‸text", "V04")
    case .either(_, let second): wrong(second)
    case .anyOf: ("‸\"nothing of it\"", "V04")
    }
  }

  /// A reference of this kind to what is not there, with a mark where the finding points.
  static func dangling(_ kind: FieldKind) -> String {
    switch kind {
    case .list(let element): "[\(dangling(element))]"
    case .map(let element): "{ SE: \(dangling(element)) }"
    case .either(_, let second): dangling(second)
    default: "‸nowhere"
    }
  }
}
