// What a selection has taken out is named by nothing that it has left.

import Languages

extension TransitionProject {
  /// Without references to records that the selection has taken out: an id tells that there is something, and what
  /// somebody called it.
  func withoutDanglingReferences(_ whole: TransitionProject) -> TransitionProject {
    let (records, wholeRecords) = (allRecords, whole.allRecords)
    guard records.count < wholeRecords.count else { return self }
    var copy = self
    let (left, all) = (RecordIndex(records), RecordIndex(wholeRecords))
    func isShown(_ value: Value, _ kind: FieldKind) -> Bool {
      guard case .reference(let id) = value, let targets = kind.targets else { return true }
      return left.find(id, in: targets) != nil || all.find(id, in: targets) == nil
    }
    copy.record = record.map { $0.keeping(\.holdsReferences, isShown) }
    copy.collections = collections.map { $0.map { $0.keeping(\.holdsReferences, isShown) } }
    return copy
  }
}

extension TransitionProject {
  /// Without the names of pages for which it holds; nil for none.
  package func withoutPages(where isHidden: ((String) -> Bool)?) -> TransitionProject {
    guard let isHidden else { return self }
    func isShown(_ value: Value, _ kind: FieldKind) -> Bool {
      guard kind.isPage, let name = String.from(value) else { return true }
      return !isHidden(name)
    }
    var copy = self
    copy.record = record.map { $0.keeping(\.holdsPages, isShown) }
    copy.collections = collections.map { $0.map { $0.keeping(\.holdsPages, isShown) } }
    return copy
  }
}

extension Record {
  /// The record without references to what is not in the index.
  func withoutUnknown(_ index: RecordIndex) -> Record {
    keeping(\.holdsReferences) { value, kind in
      guard case .reference(let id) = value, let targets = kind.targets else { return true }
      return index.find(id, in: targets) != nil
    }
  }

  /// The record without the values that do not pass, down to the mappings inside it; itself where all do.
  fileprivate func keeping(_ holds: (EntitySchema) -> [Bool], _ passes: (Value, FieldKind) -> Bool) -> Record {
    var isWhole = true
    RecordWalk.visit(self, where: holds) { schema, position, located in
      if isWhole { isWhole = passes(located.value, schema.fields[position].kind) }
    }
    return isWhole ? self : filtered(extras: true) { spec, located in located.keeping(spec.kind, holds, passes) }
  }
}

extension Value.Located {
  fileprivate func keeping(
    _ kind: FieldKind, _ holds: (EntitySchema) -> [Bool], _ passes: (Value, FieldKind) -> Bool
  ) -> Value.Located? {
    switch value {
    case .record(let record): Value.Located(value: .record(record.keeping(holds, passes)), span: span)
    case .list(let elements):
      Value.Located(value: .list(elements.compactMap { $0.keeping(kind, holds, passes) }), span: span)
    case .map(let entries):
      Value.Located(
        value: .map(entries.compactMap { entry in entry.value.keeping(kind, holds, passes).map { (entry.key, $0) } }),
        span: span)
    default: passes(value, kind) ? self : nil
    }
  }
}
