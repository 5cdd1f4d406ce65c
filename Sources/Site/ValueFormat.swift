// A value in the words of a page's language: dates, numbers with their unit, names of records, lists.

package import Languages
package import Transition

/// Text, and the language it is in when that is not the page's.
package struct MergedText: Sendable, Equatable {
  package let text: String
  package let language: LanguageTag?
  /// The text is Markdown of the data.
  package let isMarkdown: Bool

  package init(_ text: String, language: LanguageTag? = nil, isMarkdown: Bool = false) {
    self.text = text
    self.language = language
    self.isMarkdown = isMarkdown
  }
}

/// Writes values as text in one language.
package struct ValueFormat: Sendable {
  package let language: Language
  package let asOf: AsOf
  package let project: TransitionProject
  private let fallbacks: [LanguageTag]
  private let siteSource: LanguageTag

  package init(language: Language, asOf: AsOf, project: TransitionProject, siteSource: LanguageTag) {
    self.language = language
    self.asOf = asOf
    self.project = project
    self.siteSource = siteSource
    fallbacks = project.fallbacks(siteSource: siteSource)
  }

  /// The same for another project of the site.
  package func of(_ other: TransitionProject) -> ValueFormat {
    ValueFormat(language: language, asOf: asOf, project: other, siteSource: siteSource)
  }

  /// The formats a value may be given when this one does not fit it; nil when it does.
  static func problem(_ format: String?, _ value: Value, _ spec: FieldSpec) -> [String]? {
    switch value {
    case .day:
      let formats = DateFormat.allCases.map(\.rawValue)
      return format.map { formats.contains($0) } ?? true ? nil : formats
    case .map: return []
    case .list(let elements) where elements.contains(where: { problem(nil, $0.value, spec) != nil }): return []
    case .record(let record) where record.schema !== TargetRange.schema && record.schema !== OpeningHours.schema:
      return []
    default: return format == nil ? nil : []
    }
  }

  package func text(_ resolved: ResolvedReference, format: String?) -> MergedText {
    text(resolved.value, resolved.spec, of: resolved.record, format: format)
  }

  package func text(_ value: Value, _ spec: FieldSpec, of record: Record, format: String? = nil) -> MergedText {
    switch value {
    case .text(let text): MergedText(word(text, spec))
    case .localized(let text): localized(text)
    case .markdown(let text): localized(text, isMarkdown: true)
    case .day(let day): MergedText(date(day, format))
    case .period(let period): MergedText(language.text(period))
    case .moment(let moment): MergedText(time(moment))
    case .number(let number): MergedText(self.number(number, spec, of: record))
    case .boolean(let flag): MergedText(language.text(flag ? "yes" : "no") ?? "")
    case .reference(let id): name(of: id, spec)
    case .list(let elements): list(elements, spec, of: record)
    case .record(let inner): MergedText(composed(inner, of: record))
    case .map: MergedText("")
    }
  }

  /// A text in the reader's language, or in the first of the project's fallbacks that has it.
  package func localized(_ text: LocalizedText, isMarkdown: Bool = false) -> MergedText {
    // A text that lacks even the source language is shown in the first one it has: an empty cell would name nothing.
    guard let found = text.resolve(for: language.tag, fallbacks: fallbacks + text.languages) else {
      return MergedText("")
    }
    return MergedText(
      found.text, language: found.language == language.tag ? nil : found.language, isMarkdown: isMarkdown)
  }

  /// A choice in the language's words, where it has some: `status: open`.
  package func word(_ text: String, _ spec: FieldSpec) -> String {
    if case .duration = spec.kind { return duration(text) }
    guard case .choice = spec.kind else { return text }
    return language.text("\(spec.name)-\(text)") ?? text
  }

  /// "1 Stunde und 30 Minuten" for `PT1H30M`.
  private func duration(_ text: String) -> String {
    guard let parts = ISODuration.parts(of: text) else { return text }
    return language.list(
      parts.map { language.plural("duration-" + $0.unit.rawValue, count: $0.number) ?? String($0.number) })
  }

  private func date(_ day: Day, _ format: String?) -> String {
    language.format(day, as: format.flatMap(DateFormat.init(rawValue:)) ?? .long, relativeTo: asOf.day)
  }

  /// "2 mars 2026 kl. 08:00".
  private func time(_ moment: Moment) -> String {
    let values = ["date": date(moment.day, nil), "time": moment.time]
    return language.text("date-time", values) ?? moment.description
  }

  /// A number; a KPI's own figures carry its unit.
  package func number(_ number: FixedDecimal, _ spec: FieldSpec, of record: Record) -> String {
    guard record.schema === KPI.schema, let unit = record[KPI.unit], Self.hasUnit(spec) else {
      return language.number(number)
    }
    return quantity(number, unit: unit, decimals: record[KPI.decimals])
  }

  private static func hasUnit(_ spec: FieldSpec) -> Bool {
    switch spec.kind {
    case .number, .either: true
    default: spec.name == "last"
    }
  }

  /// A figure with its unit, separated by the space that the language puts there.
  package func quantity(_ number: FixedDecimal, unit: String, decimals: FixedDecimal? = nil) -> String {
    let digits = decimals.map { Int($0.mantissa) }
    return switch unit {
    case "%": language.percent(number, fractionDigits: digits)
    case "s", "h", "€": language.number(number, fractionDigits: digits) + "\u{A0}" + unit
    default: language.number(number, fractionDigits: digits)
    }
  }

  /// The name of the record that an id means.
  package func name(of id: String, _ spec: FieldSpec) -> MergedText {
    for collection in spec.kind.targets ?? Self.parties {
      guard let schema = Entities.named(collection: collection), let record = project.find(id, in: schema) else {
        continue
      }
      if let text = Self.names.lazy.compactMap({ record.located($0) }).first.flatMap({ LocalizedText.from($0.value) }) {
        return localized(text)
      }
      // A provider that is called nothing else goes by its legal name.
      if let name = record.located(Provider.legalName.spec.name).flatMap({ String.from($0.value) }) {
        return MergedText(name)
      }
    }
    // Those who do not see the project are not told its name.
    if id == "client" { return MergedText(project.record?[Project.client] ?? language.text("client") ?? id) }
    return MergedText(id)
  }

  /// What a record is called, in the order in which one is looked for.
  private static let names = ["name", "title", "publicName"]
  private static let parties = [Provider.schema.collection]

  private func list(_ elements: [Value.Located], _ spec: FieldSpec, of record: Record) -> MergedText {
    let texts = elements.map { text($0.value, spec, of: record).text }
    let isHours = elements.contains { Record.from($0.value)?.schema === OpeningHours.schema }
    return MergedText(isHours ? texts.joined(separator: ", ") : language.list(texts))
  }

  private func composed(_ inner: Record, of record: Record) -> String {
    if inner.schema === OpeningHours.schema { return hours(inner) }
    guard let low = inner[TargetRange.min], let high = inner[TargetRange.max] else { return "" }
    let first = language.number(low, fractionDigits: record[KPI.decimals].map { Int($0.mantissa) })
    return first + "–" + quantity(high, unit: record[KPI.unit] ?? "", decimals: record[KPI.decimals])
  }

  /// Opening hours: "mån–fre 08:00–20:00".
  private func hours(_ record: Record) -> String {
    let days = (record[OpeningHours.days] ?? "").split(separator: "-").map { language.text("day-\($0)") ?? String($0) }
    let times = [record[OpeningHours.open], record[OpeningHours.close]].compactMap(\.self)
    return days.joined(separator: "–") + " " + times.joined(separator: "–")
  }
}
