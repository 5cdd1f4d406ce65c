// Ids for the rows of a table that have none: from their title, unique, and the same in every run.

import Languages
import Site
import Syntax
import Transition

enum ImportedIDs {
  /// The rows with an id each, and which of them have got one.
  static func assign(_ nodes: [YAMLNode], _ records: [Record], _ language: LanguageTag, taken: Set<String> = []) -> (
    [YAMLNode], Set<Int>
  ) {
    var used = Set(records.map(\.id)).union(taken)
    var assigned: Set<Int> = []
    var lastNumber: [String: Int] = [:]
    let result = zip(nodes, records).enumerated().map { index, pair -> YAMLNode in
      let (node, record) = pair
      // An id that is written but wrong is an error of its own.
      guard record.id.isEmpty, node["id"] == nil else { return node }
      let slug = title(record, language).map(Anchors.slug)
      // A title without a letter that an id can have gives the slug of no heading at all.
      let base = slug == nil || slug == Anchors.slug("") ? Anchors.slug(record.schema.name) + "-\(index + 1)" : slug
      let id = unique(base ?? "", &used, &lastNumber)
      assigned.insert(index)
      let entry = YAMLNode.Entry(key: "id", keySpan: node.span, value: YAMLNode(.scalar(id, plain: false), node.span))
      return YAMLNode(.mapping([entry] + (node.entries ?? [])), node.span)
    }
    return (result, assigned)
  }

  /// What a reader would call the record: the first text that it has, in the source language.
  static func title(_ record: Record, _ language: LanguageTag) -> String? {
    for (spec, located) in record.writtenFields.sorted(by: { order($0.spec, record) < order($1.spec, record) }) {
      switch (spec.kind, located.value) {
      case (.localized, .localized(let text)), (.markdown, .markdown(let text)),
        (.referenceOrText, .localized(let text)):
        if let found = text.resolve(for: language, fallbacks: text.languages)?.text { return found }
      case (.text, .text(let text)): return text
      default: continue
      }
    }
    return nil
  }

  private static func order(_ spec: FieldSpec, _ record: Record) -> Int { record.schema.index(of: spec.name) ?? .max }

  /// The id, or the first number behind it that nobody has; a table may hold the same title in every row.
  private static func unique(_ base: String, _ used: inout Set<String>, _ lastNumber: inout [String: Int]) -> String {
    var candidate = base
    var number = lastNumber[base] ?? 1
    while !used.insert(candidate).inserted {
      number += 1
      let ending = "-\(number)"
      candidate = String(base.prefix(64 - ending.utf8.count)) + ending
    }
    lastNumber[base] = number
    return candidate
  }
}
