// One YAML node → one typed value: every kind of field in one switch, every mistake with its place.

import Foundation
import Languages
import Syntax

extension RecordReader {
  mutating func value(_ node: YAMLNode, _ kind: FieldKind) -> Value? {
    switch kind {
    case .localized, .markdown: return localized(node, isMarkdown: isMarkdown(kind))
    case .list(let element): return list(node, element)
    case .record(let schema): return record(node, schema).map { .record($0) }
    case .map(let element): return map(node, element)
    case .either(let first, let second):
      return value(node, node.text == nil ? second : first)
    case .referenceOrText:
      guard let text = node.text, isIdentifier(text) else { return localized(node, isMarkdown: false) }
      return .reference(text)
    default:
      guard let text = node.text else {
        report(.wrongType(kind, node, in: file))
        return nil
      }
      guard let value = scalar(text, kind) else {
        report(.wrongValue(kind, text, node, in: file))
        return nil
      }
      return value
    }
  }

  private func isMarkdown(_ kind: FieldKind) -> Bool { if case .markdown = kind { true } else { false } }

  private mutating func list(_ node: YAMLNode, _ kind: FieldKind) -> Value? {
    // One element may stand without brackets: `languages: sv`.
    let elements = node.elements ?? [node]
    return .list(elements.compactMap { element in value(element, kind).map { .init(value: $0, span: element.span) } })
  }

  private mutating func map(_ node: YAMLNode, _ kind: FieldKind) -> Value? {
    guard let entries = node.entries else {
      report(.wrongType(.map(kind), node, in: file))
      return nil
    }
    var values: [(key: String, value: Value.Located)] = []
    for entry in entries {
      if let value = value(entry.value, kind) {
        values.append((entry.key, .init(value: value, span: entry.value.span)))
      }
    }
    return .map(values)
  }

  private mutating func localized(_ node: YAMLNode, isMarkdown: Bool) -> Value? {
    var texts: [LocalizedText.Entry] = []
    if let text = node.text {
      texts = [.init(language: sourceLanguage, text: text)]
    } else if let entries = node.entries {
      for entry in entries {
        guard let language = LanguageTag(entry.key) else {
          report(.notALanguage(entry, in: file))
          continue
        }
        guard let text = entry.value.text else {
          if !entry.value.isEmpty { report(.wrongType(.text, entry.value, in: file)) }
          continue
        }
        texts.append(.init(language: language, text: text))
      }
    } else {
      report(.wrongType(.localized, node, in: file))
      return nil
    }
    if isMarkdown { for entry in texts { checkMarkdown(entry.text, node) } }
    let text = LocalizedText(texts)
    return isMarkdown ? .markdown(text) : .localized(text)
  }

  /// Markdown in data is paragraphs, lists, emphasis and links.
  private mutating func checkMarkdown(_ text: String, _ node: YAMLNode) {
    guard !DataMarkdown.isPlain(text) else { return }
    for problem in DataMarkdown.problems(in: text) { report(.markdown(problem, node, in: file)) }
  }

  private func scalar(_ text: String, _ kind: FieldKind) -> Value? {
    switch kind {
    case .identifier: isIdentifier(text) ? .text(text) : nil
    case .text: .text(text)
    case .day: Day(iso: text).map { .day($0) }
    case .period: Period(text).map { .period($0) }
    case .month: period(text, .month)
    case .quarter: period(text, .quarter)
    case .moment: Moment(text).map { .moment($0) }
    case .offset: GoLiveOffset(text) != nil ? .text(text) : nil
    case .duration: ISODuration.isWellFormed(text) ? .text(text) : nil
    case .money: number(text, -10_000_000_000_000...10_000_000_000_000)
    case .number(let bounds): number(text, bounds)
    case .integer(let bounds): FixedDecimal(text)?.fractionDigits == 0 ? number(text, bounds) : nil
    case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .choice(let names): names.contains(text) ? .text(text) : nil
    case .reference: isIdentifier(text) ? .reference(text) : nil
    case .party: text.utf8.isEmpty ? nil : .reference(text)
    case .page:
      text.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { isIdentifier(String(Substring($0))) }
        ? .text(text) : nil
    case .anyOf(let kinds): kinds.lazy.compactMap { kind in scalar(text, kind) }.first
    case .language: LanguageTag(text) != nil ? .text(text) : nil
    case .country: isCapitals(text, 2) ? .text(text) : nil
    case .currency: Currency(text) != nil ? .text(text) : nil
    case .timeZone: TimeZone(identifier: text) != nil ? .text(text) : nil
    case .audience: Audience(rawValue: text) != nil ? .text(text) : nil
    case .localized, .markdown, .list, .record, .map, .either, .referenceOrText: nil
    }
  }

  private func period(_ text: String, _ kind: Period.Kind) -> Value? {
    Period(text).flatMap { $0.kind == kind ? .period($0) : nil }
  }

  private func number(_ text: String, _ bounds: ClosedRange<Int>?) -> Value? {
    guard let number = FixedDecimal(text) else { return nil }
    if let bounds, number < FixedDecimal(bounds.lowerBound) || FixedDecimal(bounds.upperBound) < number { return nil }
    return .number(number)
  }

  private func isCapitals(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
