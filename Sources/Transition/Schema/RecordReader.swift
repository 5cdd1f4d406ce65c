// YAML → records, as the entities' declarations say: the reader is the schema.

package import Languages
package import Syntax

/// Reads the records of one file and collects what is wrong with them.
package struct RecordReader {
  package let file: SourceFile
  /// What a bare text is written in.
  package let sourceLanguage: LanguageTag
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ file: SourceFile, sourceLanguage: LanguageTag) {
    self.file = file
    self.sourceLanguage = sourceLanguage
  }

  /// Reads a list of records, or the one record of a single entity's file.
  package mutating func records(_ node: YAMLNode, _ schema: EntitySchema) -> [Record] {
    if schema.isOne { return record(node, schema).map { [$0] } ?? [] }
    guard let elements = node.elements else {
      if !node.isEmpty { report(.wrongShape(schema, node, in: file)) }
      return []
    }
    return elements.compactMap { record($0, schema) }
  }

  /// Reads one record.
  package mutating func record(_ node: YAMLNode, _ schema: EntitySchema) -> Record? {
    guard let entries = node.entries else {
      report(.notARecord(schema, node, in: file))
      return nil
    }
    var values: [Record.Entry] = []
    var extras: [(key: String, text: String)] = []
    var claims: [Record.Claim] = []
    var last = -1
    values.reserveCapacity(entries.count)
    for entry in entries {
      guard let index = schema.index(of: entry.key, after: last) else {
        if entry.key.utf8.starts(with: "x-".utf8) {
          extras.append((entry.key, entry.value.text ?? ""))
        } else if DerivedFields.named(entry.key, of: schema) != nil {
          claims.append(.init(name: entry.key, text: entry.value.text ?? "", span: entry.value.span))
        } else {
          report(.unknownKey(entry, schema, in: file))
        }
        continue
      }
      last = index
      guard !entry.value.isEmpty, let value = value(entry.value, schema.fields[index].kind) else { continue }
      values.append(.init(field: UInt8(index), located: .init(value: value, span: entry.value.span)))
    }
    checkRequired(entries, schema, node)
    return make(schema, node, values, extras, claims)
  }

  private mutating func checkRequired(_ entries: [YAMLNode.Entry], _ schema: EntitySchema, _ node: YAMLNode) {
    for field in schema.required {
      if !entries.contains(where: { $0.key == field.name && !$0.value.isEmpty }) {
        report(.missing(field, schema, node, in: file))
      }
    }
  }

  private mutating func make(
    _ schema: EntitySchema, _ node: YAMLNode, _ values: [Record.Entry], _ extras: [(key: String, text: String)],
    _ claims: [Record.Claim]
  ) -> Record {
    func find(_ position: Int?) -> Value.Located? {
      position.flatMap { position in values.first { $0.field == position }?.located }
    }
    let id = find(schema.positions.id).flatMap { String.from($0.value) } ?? ""
    return Record(
      schema: schema, file: file, span: node.span, id: id, entries: values, extras: extras,
      claims: claims, audience: audience(schema, find), latestFact: Facts.latest(schema, values))
  }

  /// A record may be narrowed freely; it is opened only by `publish: true` with a reason, and some never.
  private mutating func audience(_ schema: EntitySchema, _ find: (Int?) -> Value.Located?) -> Audience {
    var audience = schema.audience
    if let located = find(schema.positions.audience), let name = String.from(located.value),
      let wanted = Audience(rawValue: name)
    {
      if wanted < audience, !schema.declaresAudience { report(.wouldWiden(schema, located, in: file)) }
      audience = schema.declaresAudience ? wanted : max(audience, wanted)
    }
    if let located = find(schema.positions.publish), case .boolean(true) = located.value {
      if schema.isNeverPublic {
        report(.neverPublic(schema, located, in: file))
      } else if find(schema.positions.publishReason) == nil {
        report(.publishWithoutReason(located, in: file))
      } else {
        audience = .public
      }
    }
    return audience
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
