// A new record as the lines of a data file: its values, then a comment for each field that somebody has to look at.

import Syntax
import Transition

struct RecordText {
  private let schema: EntitySchema
  private let node: YAMLNode
  /// Required fields that got a value nobody has confirmed.
  private let chosen: [String]

  init(_ schema: EntitySchema, _ node: YAMLNode, chosen: [String]) {
    (self.schema, self.node, self.chosen) = (schema, node, chosen)
  }

  /// How its first line begins, where it is the only one of its file.
  var start: String { (node.entries?.first?.key ?? "") + ":" }

  /// Fields without which the record says little.
  private var missing: [FieldSpec] {
    schema.fields.filter { $0.need == .expected && node[$0.name] == nil }
  }

  func lines(indent: Int) -> String {
    let values = schema.isSingle ? YAMLWriter.record(node) : YAMLWriter.records([node])
    let inner = schema.isSingle ? "" : "  "
    let comments =
      chosen.compactMap { schema.field($0) }.map { "# \($0.name) is only a beginning. \(Self.meaning($0))" }
      + missing.map { "# \($0.name): \(Self.meaning($0))" }
    let all = values.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    let margin = String(repeating: " ", count: indent)
    return (all + comments.map { inner + $0 }).map { margin + $0 + "\n" }.joined()
  }

  /// What a field is for, and how it is written where that is not any text.
  private static func meaning(_ field: FieldSpec) -> String {
    field.kind.isFreeText ? field.summary : "\(field.summary) (\(field.kind.form))"
  }

  func next(_ path: String, line: Int) -> String {
    let name = node["id"]?.text.map { "\(schema.name) \($0)" } ?? schema.name
    let parts = [
      chosen.isEmpty ? nil : "look at \(chosen.joined(separator: ", "))",
      missing.isEmpty ? nil : "add \(missing.map(\.name).joined(separator: ", "))",
      node[CommonFields.proposed.spec.name] == nil ? nil : "delete proposed: true when it is agreed",
    ].compactMap(\.self)
    return "\(path):\(line): \(name)" + (parts.isEmpty ? "" : ": " + parts.joined(separator: "; "))
  }
}
