// Values that no cell holds by itself: as YAML in one cell, and back.

import Languages
import Syntax

enum CellNode {
  /// The node that stands in a cell, its places those of the cell.
  static func read(_ text: String, _ field: FieldSpec, _ span: SourceSpan) throws(CSVValueProblem) -> YAMLNode {
    let (node, problems) = YAMLReader.read(SourceFile(path: "", text: text))
    guard let node, !problems.hasErrors else {
      throw CSVValueProblem(
        message: "\(field.name) cannot be read: \(problems.first?.message ?? "nothing stands there")",
        rule: "such a cell holds what would stand in a data file: \(field.kind.form)",
        help: "write it as [{ key: value, key: value }], or keep the field in YAML")
    }
    return moved(node, to: span)
  }

  private static func moved(_ node: YAMLNode, to span: SourceSpan) -> YAMLNode {
    switch node.value {
    case .scalar: YAMLNode(node.value, span)
    case .sequence(let elements): YAMLNode(.sequence(elements.map { moved($0, to: span) }), span)
    case .mapping(let entries):
      YAMLNode(.mapping(entries.map { .init(key: $0.key, keySpan: span, value: moved($0.value, to: span)) }), span)
    }
  }

  /// A value as a data file would write it.
  static func node(_ value: Value) -> YAMLNode {
    switch value {
    case .text(let text), .reference(let text): return .text(text)
    case .localized(let text), .markdown(let text):
      return .mapping(text.entries.map { ($0.language.code, .text($0.text)) })
    case .day(let day): return .text(day.iso)
    case .period(let period): return .text(period.code)
    case .moment(let moment): return .text(moment.description)
    case .number(let number): return .text(number.description)
    case .boolean(let flag): return .text(flag ? "true" : "false")
    case .list(let elements): return .list(elements.map { node($0.value) })
    case .map(let entries): return .mapping(entries.map { ($0.key, node($0.value.value)) })
    case .record(let record):
      return .mapping(
        record.writtenFields.map { ($0.spec.name, node($0.located.value)) }
          + record.extras.filter { !$0.text.isEmpty }.map { ($0.key, .text($0.text)) })
    }
  }
}
