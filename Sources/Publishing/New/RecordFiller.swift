// What a new record must have: its name, an id, days of the project, and references to records that there are.

import Languages
import Site
import Syntax
import Transition

struct RecordFiller {
  private let schema: EntitySchema
  private let project: TransitionProject
  private let configuration: SiteConfiguration
  private let today: Day
  /// Required fields whose value is only a beginning.
  private(set) var chosen: [String] = []

  init(_ schema: EntitySchema, _ tables: ProjectTables, _ configuration: SiteConfiguration) {
    (self.schema, project, today) = (schema, tables.project, tables.asOf.day)
    self.configuration = configuration
  }

  /// The record as a node, its fields in the order of the entity. In a plan that was agreed it is only proposed.
  mutating func record(called title: String) throws -> YAMLNode {
    var values = named(title)
    let needed = schema.fields.filter {
      $0.need == .required || Self.neededToo[schema.collection]?.contains($0.name) == true
    }
    for field in needed where values[field.name] == nil {
      values[field.name] = try required(field, title)
      chosen.append(field.name)
    }
    if project.isAgreed { values[CommonFields.proposed.spec.name] = YAMLNode.text("true") }
    return YAMLNode.mapping(schema.fields.compactMap { field in values[field.name].map { (field.name, $0) } })
  }

  /// Fields without which a rule about contradictions would object.
  private static let neededToo = [RACI.schema.collection: ["A", "R"]]

  /// What the name given says: a field, the id or a note.
  private func named(_ title: String) -> [String: YAMLNode] {
    let subject = subject(title)
    let ids = project[schema].map(\.id).filter { !$0.isEmpty }
    var values: [String: YAMLNode] = [:]
    let isID = !schema.isSingle && subject == nil && isIdentifier(title) && !ids.contains(title)
    if !schema.isSingle {
      values["id"] = YAMLNode.text(isID ? title : RecordIDs.next(after: ids, schema, called: title))
    }
    guard !isID else { return values }
    if case .list = subject?.kind {
      values[subject?.name ?? ""] = YAMLNode.list([YAMLNode.text(title)])
    } else {
      values[subject?.name ?? CommonFields.note.spec.name] = YAMLNode.text(title)
    }
    return values
  }

  /// The field that the name given belongs in; nil where it can only be an id or a note.
  private func subject(_ title: String) -> FieldSpec? {
    let required = schema.fields.filter { $0.need == .required }
    let texts = schema.fields.filter { $0.need == .expected && $0.kind.isFreeText && !$0.kind.isParty }
    let names = schema.fields.filter { ["name", "title", "legalName"].contains($0.name) }
    return required.first { $0.kind.isFreeText && $0.kind.nested == nil && !$0.kind.isParty }
      ?? required.first { fits(title, $0.kind, $0.name) } ?? texts.first ?? names.first
  }

  /// Whether a field takes the text as its value, or as an element of its list.
  private func fits(_ text: String, _ kind: FieldKind, _ name: String) -> Bool {
    if case .list(let element) = kind { return fits(text, element, name) }
    if let targets = kind.targets { return ids(in: targets).contains(text) }
    if kind.isParty { return text == "client" || project.providersNamed.contains(text) }
    guard kind.nested == nil else { return false }
    var reader = RecordReader(SourceFile(path: "", bytes: []), sourceLanguage: configuration.sourceLanguage)
    let record = reader.record(YAMLNode.mapping([(name, YAMLNode.list([YAMLNode.text(text)]))]), schema)
    let single = reader.record(YAMLNode.mapping([(name, YAMLNode.text(text))]), schema)
    return [record, single].contains { record in
      switch record?.located(name)?.value {
      case .list(let elements): !elements.isEmpty
      case nil: false
      default: true
      }
    }
  }

  private func required(_ field: FieldSpec, _ title: String) throws -> YAMLNode {
    if let value = value(field.kind, isFact: field.isFact, title) { return value }
    let names = (field.kind.targets ?? []).compactMap { Entities.named(collection: $0) }
    let kind = names.map(\.name).joined(separator: " or ")
    let collection = names.first?.collection ?? field.name
    throw RequestError(
      message: """
        a \(schema.name) names a \(kind) (\(field.name): \(field.summary)), and \(project.id) has no \
        \(collection) yet; nothing was written. First: staffetta new \(names.first?.name ?? kind) "…" \
        --project \(project.id), or staffetta adopt \(collection)
        """)
  }

  // MARK: Values

  private func value(_ kind: FieldKind, isFact: Bool, _ title: String) -> YAMLNode? {
    switch kind {
    case .list(let element): return YAMLNode.list([value(element, isFact: isFact, title)].compactMap(\.self))
    case .map: return YAMLNode.mapping([])
    case .record(let nested):
      let fields = nested.fields.filter { $0.need == .required }
      let values = fields.compactMap { field in
        value(field.kind, isFact: field.isFact, title).map { (field.name, $0) }
      }
      return values.count == fields.count ? YAMLNode.mapping(values) : nil
    case .either(let first, _): return value(first, isFact: isFact, title)
    case .anyOf(let kinds): return kinds.lazy.compactMap { value($0, isFact: isFact, title) }.first
    default: return text(kind, isFact: isFact, title).map { YAMLNode.text($0) }
    }
  }

  private func text(_ kind: FieldKind, isFact: Bool, _ title: String) -> String? {
    let day = isFact ? today : comingDay
    switch kind {
    case .identifier, .text, .localized, .markdown: return title
    case .day: return day.iso
    case .month, .period: return String(day.iso.prefix(7))
    case .quarter: return "\(day.year)-Q\((day.month + 2) / 3)"
    case .moment: return day.iso + "T08:00"
    case .offset: return "T"
    case .duration: return "PT1H"
    case .money: return "0.00"
    case .number(let bounds): return String(bounds.map { $0.contains(0) ? 0 : $0.lowerBound } ?? 0)
    case .integer(let bounds): return String(bounds.contains(0) ? 0 : bounds.lowerBound)
    case .boolean: return "false"
    case .choice(let names): return names.first
    case .reference(let collections), .referenceOrText(let collections): return ids(in: collections).first
    default: return place(kind)
    }
  }

  /// Parties, languages, countries: those of the project.
  private func place(_ kind: FieldKind) -> String? {
    switch kind {
    case .party: project[Provider.schema].first?.id ?? "client"
    case .language: configuration.sourceLanguage.code
    case .country: project.markets.first ?? "SE"
    case .currency: project.record?[Project.currency] ?? "EUR"
    case .timeZone: configuration.timezone
    case .audience: Audience.team.rawValue
    default: nil
    }
  }

  /// The next go-live; the last one where all are over, the day itself where there is none.
  private var comingDay: Day {
    let days = (project.record?[Project.goLive]?.entries ?? []).compactMap { Day.from($0.value.value) }.sorted()
    return days.first { $0 >= today } ?? days.last ?? today
  }

  private func ids(in collections: [String]) -> [String] {
    collections.compactMap { Entities.named(collection: $0) }.flatMap { project[$0].map(\.id) }.filter { !$0.isEmpty }
  }
}
