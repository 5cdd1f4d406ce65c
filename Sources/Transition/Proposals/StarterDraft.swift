// One record of a starter for a project of any age: what it would name and the project does not have is left out.

import Languages
package import Syntax

extension Starter {
  /// The first record of its first file under another id; nil where the project has no day of go-live to count from.
  package func draft(called id: String, for project: TransitionProject, _ words: StarterWords) -> YAMLNode? {
    guard let file = files.first, let first = file.nodes.first, let days = ProposedDays(project) else { return nil }
    let wave = first[StarterRecord.each]?.text == "wave" ? days.waves.first : nil
    let filled = StarterRecord(project, days, words, wave: wave).filled(first, file.schema)
    let known = Self.known(filled, file.schema, RecordIndex(project.everyRecord))
    let entries = (known.entries ?? []).filter { $0.key != "id" }
    let name = YAMLNode.Entry(key: "id", keySpan: known.span, value: YAMLNode(.scalar(id, plain: true), known.span))
    return YAMLNode(.mapping([name] + entries), known.span)
  }

  private static func known(_ node: YAMLNode, _ schema: EntitySchema, _ index: RecordIndex) -> YAMLNode {
    let entries = (node.entries ?? []).compactMap { entry -> YAMLNode.Entry? in
      guard let kind = schema.field(entry.key)?.kind else { return entry }
      return known(entry.value, kind, index).map {
        YAMLNode.Entry(key: entry.key, keySpan: entry.keySpan, value: $0)
      }
    }
    return YAMLNode(.mapping(entries), node.span)
  }

  private static func known(_ node: YAMLNode, _ kind: FieldKind, _ index: RecordIndex) -> YAMLNode? {
    if let elements = node.elements {
      let left = elements.compactMap { known($0, kind, index) }
      return left.isEmpty ? nil : YAMLNode(.sequence(left), node.span)
    }
    if let schema = kind.nested, node.entries != nil { return known(node, schema, index) }
    guard let targets = kind.targets, let id = node.text else { return withoutLastLineEnd(node) }
    return index.find(id, in: targets) == nil ? nil : node
  }

  /// The texts in a node without a line end behind them: people write them as a block of lines.
  private static func withoutLastLineEnd(_ node: YAMLNode) -> YAMLNode {
    switch node.value {
    case .scalar(let text, let plain) where text.hasSuffix("\n"):
      YAMLNode(.scalar(String(text.dropLast()), plain: plain), node.span)
    case .mapping(let entries):
      YAMLNode(
        .mapping(
          entries.map {
            YAMLNode.Entry(key: $0.key, keySpan: $0.keySpan, value: withoutLastLineEnd($0.value))
          }), node.span)
    default: node
    }
  }
}
