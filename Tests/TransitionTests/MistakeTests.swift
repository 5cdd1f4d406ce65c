// Records with a mistake in every field of every entity: each is found once, at its exact line and column.

import Languages
import Syntax
import Testing
import Transition

@Suite struct MistakeTests {
  /// Every field of every entity that can be written wrongly.
  static let fields: [(entity: Int, field: String)] = Entities.all.indices.flatMap { index in
    Entities.all[index].fields.map { (index, $0.name) }
  }

  /// A value that does not fit, with a mark where the finding points; and the rule that says so.
  private func wrong(_ kind: FieldKind) -> (text: String, id: String) {
    switch kind {
    case .identifier, .reference: ("‸\"Bad Id\"", "V04")
    case .text: ("‸{ a: 1 }", "V04")
    case .localized: ("‸[a]", "V04")
    case .markdown: ("‸\"# Rubrik\"", "data-markdown")
    case .day: ("‸2027-02-30", "V04")
    case .period: ("‸2026-W60", "V04")
    case .number: ("‸\"1,5\"", "V04")
    case .integer: ("‸1.5", "V04")
    case .boolean: ("‸yes", "V04")
    case .choice, .audience: ("‸zzzzzzzz", "V04")
    case .language: ("‸Swedish", "V04")
    case .country: ("‸se", "V04")
    case .currency: ("‸kr", "V04")
    case .timeZone: ("‸Mars/Base", "V04")
    case .list(let element):
      { ("[\($0.text)]", $0.id) }(wrong(element))
    case .record: ("‸[[x]]", "V04")
    case .map: ("‸text", "V04")
    case .either(let first, _): wrong(first)
    }
  }

  @Test(arguments: fields) func findsAValueThatDoesNotFit(_ field: (entity: Int, field: String)) throws {
    let schema = Entities.all[field.entity]
    let spec = try #require(schema.fields.first { $0.name == field.field })
    let (text, id) = wrong(spec.kind)
    let others = schema.fields.filter { $0.need == .required && $0.name != spec.name }
    let lines = others.map { "\($0.name): \(sound($0))" } + ["\(spec.name):   \(text)"]
    let found = try read(written(lines, schema), schema)
    #expect(found.lines == found.marks.map { "\(id) \($0)" }, "\(schema.name).\(spec.name)")
    #expect(!found.marks.isEmpty)
  }

  @Test(arguments: Entities.all.indices) func findsAMissingField(_ index: Int) throws {
    let schema = Entities.all[index]
    for missing in schema.fields where missing.need == .required {
      let others = schema.fields.filter { $0.need == .required && $0.name != missing.name }
      let lines = others.map { "\($0.name): \(sound($0))" } + ["tags: [a]"]
      let found = try read(written(lines, schema, mark: "‸"), schema)
      #expect(found.lines == found.marks.map { "V04 \($0)" }, "\(schema.name).\(missing.name)")
      #expect(found.diagnostics.first?.message == "\(schema.name) without \"\(missing.name)\"")
    }
  }

  @Test(arguments: Entities.all.indices) func findsAnUnknownKey(_ index: Int) throws {
    let schema = Entities.all[index]
    let required = schema.fields.filter { $0.need == .required }.map { "\($0.name): \(sound($0))" }
    let found = try read(written(required + ["‸embargoUntill: 2026-01-01"], schema), schema)
    #expect(found.lines == found.marks.map { "V03 \($0)" })
    #expect(found.diagnostics.first?.help == "did you mean \"embargoUntil\"?")
    #expect(found.diagnostics.first?.message == "\"embargoUntill\" is not a field of \(schema.name)")
  }

  @Test(arguments: Entities.all.indices) func findsWhatIsNoRecord(_ index: Int) throws {
    let schema = Entities.all[index]
    let found = try read(schema.isSingle ? "‸[a]\n" : "- ‸text\n", schema)
    #expect(found.lines == found.marks.map { "V04 \($0)" })
    #expect(found.records.isEmpty)
    if !schema.isSingle {
      let mapping = try read("‸id: lead\n", schema)
      #expect(mapping.lines == mapping.marks.map { "V04 \($0)" })
    }
  }

  private func written(_ lines: [String], _ schema: EntitySchema, mark: String = "") -> String {
    schema.isSingle
      ? mark + lines.joined(separator: "\n") + "\n" : "- " + mark + lines.joined(separator: "\n  ") + "\n"
  }

  /// A value that fits a required field.
  private func sound(_ spec: FieldSpec) -> String {
    switch spec.kind {
    case .choice(let names): names[0]
    case .either: "80"
    default: "sound"
    }
  }
}
