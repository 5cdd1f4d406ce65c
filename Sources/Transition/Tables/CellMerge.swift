// Puts the cells of one field together: languages of a text, keys of a mapping, elements of lists side by side.

import Syntax

struct CellMerge {
  /// What a text is in whose column names no language.
  let sourceLanguage: String

  struct Part {
    let value: YAMLNode
    let keySpan: SourceSpan
    let shape: FlatColumn.Shape
    /// The language or the key.
    let suffix: String?
  }

  /// The field with one more cell; `steps` lead from the field to the cell's own. Nil when that place is taken.
  func node(_ existing: YAMLNode?, _ part: Part, _ steps: ArraySlice<String>) -> YAMLNode? {
    guard let step = steps.first else { return leaf(existing, part) }
    var entries: [YAMLNode.Entry] = []
    if let existing {
      guard let known = existing.entries else { return nil }
      entries = known
    }
    let index = entries.firstIndex { $0.key == step }
    guard let value = node(index.map { entries[$0].value }, part, steps.dropFirst()) else { return nil }
    let entry = YAMLNode.Entry(key: step, keySpan: part.keySpan, value: value)
    if let index { entries[index] = entry } else { entries.append(entry) }
    return YAMLNode(.mapping(entries), existing?.span ?? part.value.span)
  }

  private func leaf(_ existing: YAMLNode?, _ part: Part) -> YAMLNode? {
    if existing == nil, part.suffix == nil { return part.value }
    guard part.shape.isFamily else { return nil }
    if case .localizedList = part.shape { return list(existing, part) }
    var entries = existing?.entries ?? []
    if let existing, existing.entries == nil {
      entries = [.init(key: sourceLanguage, keySpan: part.keySpan, value: existing)]
    }
    let key = part.suffix ?? sourceLanguage
    guard !entries.contains(where: { $0.key == key }) else { return nil }
    entries.append(.init(key: key, keySpan: part.keySpan, value: part.value))
    return YAMLNode(.mapping(entries), existing?.span ?? part.value.span)
  }

  /// Lists of texts, one for each language → a list of texts per language.
  private func list(_ existing: YAMLNode?, _ part: Part) -> YAMLNode? {
    var elements = (existing?.elements ?? []).map { element in
      element.entries ?? [.init(key: sourceLanguage, keySpan: part.keySpan, value: element)]
    }
    let key = part.suffix ?? sourceLanguage
    for (index, text) in (part.value.elements ?? []).enumerated() {
      if index == elements.count { elements.append([]) }
      guard text.text?.isEmpty == false else { continue }
      guard !elements[index].contains(where: { $0.key == key }) else { return nil }
      elements[index].append(.init(key: key, keySpan: part.keySpan, value: text))
    }
    let span = existing?.span ?? part.value.span
    return YAMLNode(.sequence(elements.map { YAMLNode(.mapping($0), span) }), span)
  }
}
