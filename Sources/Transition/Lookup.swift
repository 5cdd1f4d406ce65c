// Finds the value that a reference such as `milestones.m11.planned` means, in one project.

/// What a path led to.
package enum Lookup: Sendable {
  /// A value, the field it is the value of, and the record of the collection that has it.
  case found(Value, FieldSpec, Record)
  /// The path is right but the field has no value.
  case empty(Record, field: String)
  /// A step of the path that names nothing, and what it could have named.
  case unknown(step: String, candidates: [String])
}

extension TransitionProject {
  /// Collections a reference may begin with.
  package static let referenceRoots = Entities.all.map(\.collection)

  /// Follows a path: `project.field`, `collection.id.field`, then further fields or keys.
  package func lookup(_ path: [Substring]) -> Lookup {
    guard let root = path.first else { return .unknown(step: "", candidates: Self.referenceRoots) }
    if root == "project" {
      guard let record else { return .unknown(step: "project", candidates: []) }
      return follow(path.dropFirst(), in: record, of: record)
    }
    guard let schema = Entities.named(collection: String(root)) else {
      return .unknown(step: String(root), candidates: Self.referenceRoots)
    }
    if schema.isSingle {
      guard let record = self[schema].first else { return .unknown(step: String(root), candidates: []) }
      return follow(path.dropFirst(), in: record, of: record)
    }
    guard let id = path.dropFirst().first else {
      return .unknown(step: String(root), candidates: self[schema].map { "\(root).\($0.id)" })
    }
    guard let record = find(String(id), in: schema) else {
      return .unknown(step: String(id), candidates: self[schema].map(\.id))
    }
    return follow(path.dropFirst(2), in: record, of: record)
  }

  private func follow(_ path: ArraySlice<Substring>, in record: Record, of root: Record) -> Lookup {
    guard let name = path.first.map(String.init) else {
      return .unknown(step: record.id, candidates: record.schema.fields.map { "\(record.id).\($0.name)" })
    }
    if let extra = record.extras.first(where: { $0.key == name }) {
      let spec = FieldSpec(
        name, .text, audience: .internal, "A key of the writer's.")
      return .found(.text(extra.text), spec, root)
    }
    if let derived = DerivedFields.named(name, of: record.schema) {
      return derived.value(record, self).map { .found($0, derived.spec, root) } ?? .empty(root, field: name)
    }
    guard let index = record.schema.index(of: name) else {
      let names =
        record.schema.fields.map(\.name) + DerivedFields.all.filter { $0.schema === record.schema }.map(\.spec.name)
      return .unknown(step: name, candidates: names)
    }
    let spec = record.schema.fields[index]
    guard let located = record.located(name) else { return .empty(root, field: name) }
    return descend(path.dropFirst(), located.value, spec, root)
  }

  private func descend(_ path: ArraySlice<Substring>, _ value: Value, _ spec: FieldSpec, _ root: Record)
    -> Lookup
  {
    guard let step = path.first else { return .found(value, spec, root) }
    switch value {
    case .record(let inner): return follow(path, in: inner, of: root)
    case .map(let entries):
      guard let entry = entries.first(where: { $0.key == step }) else {
        return .unknown(step: String(step), candidates: entries.map(\.key))
      }
      return descend(path.dropFirst(), entry.value.value, spec, root)
    default: return .unknown(step: String(step), candidates: [])
    }
  }
}
