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

  @Test(arguments: fields) func findsAValueThatDoesNotFit(_ field: (entity: Int, field: String)) throws {
    let schema = Entities.all[field.entity]
    let spec = try #require(schema.fields.first { $0.name == field.field })
    let (text, id) = SampleValues.wrong(spec.kind)
    let others = schema.fields.filter { $0.need == .required && $0.name != spec.name }
    let lines = others.map { "\($0.name): \(SampleValues.sound($0.kind))" } + ["\(spec.name):   \(text)"]
    let found = try read(written(lines, schema), schema)
    #expect(found.lines == found.marks.map { "\(id) \($0)" }, "\(schema.name).\(spec.name)")
    #expect(!found.marks.isEmpty)
  }

  @Test(arguments: Entities.all.indices) func findsAMissingField(_ index: Int) throws {
    let schema = Entities.all[index]
    for missing in schema.fields where missing.need == .required {
      let others = schema.fields.filter { $0.need == .required && $0.name != missing.name }
      let lines = others.map { "\($0.name): \(SampleValues.sound($0.kind))" } + ["tags: [a]"]
      let found = try read(written(lines, schema, mark: "‸"), schema)
      #expect(found.lines == found.marks.map { "V04 \($0)" }, "\(schema.name).\(missing.name)")
      #expect(found.diagnostics.first?.message == "\(schema.name) without \"\(missing.name)\"")
    }
  }

  @Test(arguments: Entities.all.indices) func findsAnUnknownKey(_ index: Int) throws {
    let schema = Entities.all[index]
    let required = schema.fields.filter { $0.need == .required }.map { "\($0.name): \(SampleValues.sound($0.kind))" }
    let found = try read(written(required + ["‸embargoUntill: 2026-01-01"], schema), schema)
    #expect(found.lines == found.marks.map { "V03 \($0)" })
    #expect(found.diagnostics.first?.help == "did you mean \"embargoUntil\"?")
    #expect(found.diagnostics.first?.message == "\"embargoUntill\" is not a field of \(schema.name)")
  }

  @Test(arguments: Entities.all.indices) func findsWhatIsNoRecord(_ index: Int) throws {
    let schema = Entities.all[index]
    let found = try read(schema.isOne ? "‸[a]\n" : "- ‸text\n", schema)
    #expect(found.lines == found.marks.map { "V04 \($0)" })
    #expect(found.records.isEmpty)
    if !schema.isOne {
      let mapping = try read("‸id: lead\n", schema)
      #expect(mapping.lines == mapping.marks.map { "V04 \($0)" })
    }
  }

  private func written(_ lines: [String], _ schema: EntitySchema, mark: String = "") -> String {
    schema.isOne
      ? mark + lines.joined(separator: "\n") + "\n" : "- " + mark + lines.joined(separator: "\n  ") + "\n"
  }
}
