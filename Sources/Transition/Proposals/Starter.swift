// The starters that the program carries: records of a plan in general words, with days by name.

package import Languages
package import Syntax

/// Lists of records in the form of a project's data, with `each`, days by name and `{…}` for what differs.
package struct Starter: Sendable {
  struct File: Sendable {
    let schema: EntitySchema
    let file: SourceFile
    let nodes: [YAMLNode]
  }

  let files: [File]

  /// By the names of the files: `risks.yaml`, `notices-channel.yaml`. What names no collection is left out.
  package init(_ sources: [String: SourceFile]) {
    files = sources.keys.sorted().compactMap { path in
      guard let file = sources[path], let name = path.split(whereSeparator: { $0 == "." || $0 == "-" }).first,
        let schema = Entities.named(collection: String(name)), let node = YAMLReader.read(file).node
      else { return nil }
      return File(schema: schema, file: file, nodes: node.elements ?? [node])
    }
  }
}

/// What starters need to know of languages to name markets in a text.
package struct StarterWords: Sendable {
  /// Those of the site.
  let languages: [LanguageTag]
  /// Countries by their codes, as an enumeration.
  let countries: @Sendable ([String], LanguageTag) -> String

  package init(_ languages: [Language]) {
    self.languages = languages.map(\.tag)
    countries = { codes, tag in
      guard let language = languages.first(where: { $0.tag == tag }) else { return codes.joined(separator: ", ") }
      return language.list(codes.map(language.regionName))
    }
  }
}

/// Makes one record of a starter's: puts in days, ids and names.
struct StarterRecord {
  let project: TransitionProject
  let days: ProposedDays
  let words: StarterWords
  let wave: ProposedDays.Wave?
  /// The market, inside a list with an element for each.
  private var market: String?

  init(_ project: TransitionProject, _ days: ProposedDays, _ words: StarterWords, wave: ProposedDays.Wave?) {
    (self.project, self.days, self.words, self.wave) = (project, days, words, wave)
  }

  /// The node of a record of the entity, or of a mapping inside one.
  func filled(_ node: YAMLNode, _ schema: EntitySchema) -> YAMLNode {
    guard let entries = node.entries else { return node }
    let own = entries.filter { $0.key != Self.each }.map { entry in
      let spec = schema.field(entry.key)
      let value = spec.map { filled(entry.value, $0.kind, isPhase: schema === Phase.schema) } ?? entry.value
      return YAMLNode.Entry(key: entry.key, keySpan: entry.keySpan, value: value)
    }
    return YAMLNode(.mapping(own), node.span)
  }

  static let each = "each"

  private func filled(_ node: YAMLNode, _ kind: FieldKind, isPhase: Bool) -> YAMLNode {
    switch node.value {
    case .scalar(let text, let plain): return scalar(text, plain, node.span, kind, isPhase)
    case .sequence(let elements):
      return YAMLNode(
        .sequence(elements.flatMap { repeated($0, kind) }.map { $0.0.filled($0.1, kind, isPhase: isPhase) }), node.span)
    case .mapping(let entries):
      if let schema = kind.nested { return filled(node, schema) }
      return localized(entries, node.span)
    }
  }

  /// An element with `each: market` stands for one of each market of the wave, or of the project.
  private func repeated(_ node: YAMLNode, _ kind: FieldKind) -> [(StarterRecord, YAMLNode)] {
    guard node[Self.each]?.text == "market" else { return [(self, node)] }
    let waves = wave.map { [$0] } ?? days.waves
    return waves.flatMap { wave in
      wave.markets.map { market in
        var record = StarterRecord(project, days, words, wave: wave)
        record.market = market
        return (record, node)
      }
    }
  }

  /// A text in the languages of the site; in all it has where it has none of these.
  private func localized(_ entries: [YAMLNode.Entry], _ span: SourceSpan) -> YAMLNode {
    let codes = words.languages.map(\.code)
    let own = entries.filter { codes.contains($0.key) }
    let texts = (own.isEmpty ? entries : own).map { entry in
      let text = text(entry.value.text ?? "", in: LanguageTag(entry.key))
      return YAMLNode.Entry(
        key: entry.key, keySpan: entry.keySpan, value: YAMLNode(.scalar(text, plain: false), entry.value.span))
    }
    return YAMLNode(.mapping(texts), span)
  }

  private func scalar(_ written: String, _ plain: Bool, _ span: SourceSpan, _ kind: FieldKind, _ isPhase: Bool)
    -> YAMLNode
  {
    if kind.isDay, let day = isPhase ? days.phaseDay(written) : days.day(named: written, wave: wave) {
      return YAMLNode(.scalar(day.iso, plain: true), span)
    }
    if kind.isParty, let party = party(written) { return YAMLNode(.scalar(party, plain: false), span) }
    if let items = list(written) {
      return YAMLNode(.sequence(items.map { YAMLNode(.scalar($0, plain: true), span) }), span)
    }
    return YAMLNode(.scalar(text(written, in: nil), plain: plain), span)
  }

  /// What a placeholder stands for that is a whole list.
  private func list(_ placeholder: String) -> [String]? {
    switch placeholder {
    case "{countries}": wave?.markets ?? project.markets
    case "{languages}": project.record?[Project.languages] ?? words.languages.map(\.code)
    default: nil
    }
  }

  /// The project's own name of a side; its client where there is no provider on it.
  private func party(_ side: String) -> String? {
    switch side {
    case "incoming": project.record?[Project.incoming]?.first ?? "client"
    case "outgoing": project.record?[Project.outgoing]?.first ?? "client"
    default: nil
    }
  }

  private func text(_ written: String, in language: LanguageTag?) -> String {
    guard written.utf8.contains(UInt8(ascii: "{")) else { return written }
    var text = written
    for (name, value) in values(language) where text.contains(name) {
      text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: value)
    }
    return text
  }

  private func values(_ language: LanguageTag?) -> [(String, String)] {
    let record = project.record
    let markets = market.map { [$0] } ?? wave?.markets ?? project.markets
    return [
      ("{wave}", wave?.id ?? ""), ("{market}", market ?? ""),
      ("{markets}", language.map { words.countries(markets, $0) } ?? markets.joined(separator: ", ")),
      ("{client}", record?[Project.client] ?? project.id),
      ("{outgoing}", record?[Project.outgoing]?.first ?? record?[Project.client] ?? project.id),
      ("{incoming}", record?[Project.incoming]?.first ?? record?[Project.client] ?? project.id),
    ]
  }
}
