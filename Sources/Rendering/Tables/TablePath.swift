// A column of `::table`: a field of a record, a derived value, a part of a mapping, or a key of the writer's.

import Site
import Transition

struct TablePath: Sendable {
  /// As it is written: `due`, `score`, `residual.p`, `goLive.SE`, `x-cost`.
  let name: String
  let steps: [String]
  let spec: FieldSpec
  /// Who may see it where all may see the record.
  let audience: Audience

  /// The column that a name means; nil for none.
  init?(_ name: String, in schema: EntitySchema) {
    let whole = schema.field(name) ?? DerivedFields.named(name, of: schema)?.spec
    if let spec = whole {
      self.init(name, [name], spec, spec.audience)
    } else if name.utf8.starts(with: "x-".utf8) {
      self.init(name, [name], FieldSpec(name, .text, audience: .internal, "A key of the writer's."), .internal)
    } else {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let outer = schema.field(parts[0]), let inner = Self.inner(parts[1], of: outer) else {
        return nil
      }
      self.init(name, parts, inner, max(outer.audience ?? .public, inner.audience ?? .public))
    }
  }

  private init(_ name: String, _ steps: [String], _ spec: FieldSpec, _ audience: Audience?) {
    (self.name, self.steps, self.spec, self.audience) = (name, steps, spec, audience ?? .public)
  }

  /// A field of the mapping that a field holds, or what stands at a key of it.
  private static func inner(_ name: String, of outer: FieldSpec) -> FieldSpec? {
    if case .map(let element) = outer.kind { return FieldSpec(outer.name, element, outer.summary) }
    guard outer.kind.isOneRecord else { return nil }
    return outer.kind.nested?.field(name)
  }

  /// What can be called in a message when a name is wrong.
  static func names(of schema: EntitySchema) -> [String] {
    schema.fields.filter { $0.kind.fitsCell }.map(\.name) + DerivedFields.all(of: schema).map(\.spec.name)
      + schema.fields.flatMap { field in
        field.kind.isOneRecord ? (field.kind.nested?.fields ?? []).map { "\(field.name).\($0.name)" } : []
      }
  }

  /// Whether a cell can show it: lists of mappings have no form of one line.
  var fitsCell: Bool { spec.kind.fitsCell }

  func value(of record: Record, in project: TransitionProject) -> Value? {
    if let located = record.located(steps[0]) { return descend(located.value) }
    if let extra = record.extras.first(where: { $0.key == name }) { return .text(extra.text) }
    return DerivedFields.named(name, of: record.schema)?.value(record, project)
  }

  private func descend(_ value: Value) -> Value? {
    guard steps.count > 1 else { return value }
    switch value {
    case .record(let inner): return inner.located(steps[1])?.value
    case .map(let entries): return entries.first { $0.key == steps[1] }?.value.value
    default: return nil
    }
  }
}

extension FieldKind {
  /// Whether the field holds one mapping, whose fields can be columns.
  fileprivate var isOneRecord: Bool {
    switch self {
    case .record: true
    case .either(_, let second): second.isOneRecord
    default: false
    }
  }

  fileprivate var fitsCell: Bool {
    switch self {
    case .record(let schema): schema === TargetRange.schema
    case .map: false
    case .list(let element): element.nested == nil && element.fitsCell
    case .either(let first, let second): first.fitsCell || second.fitsCell
    default: true
    }
  }

  /// Whether values stand at the right edge of a column, under each other.
  var isFigure: Bool {
    switch self {
    case .number, .integer, .money, .day, .month, .quarter, .period, .moment: true
    case .either(let first, _): first.isFigure
    default: false
    }
  }
}
