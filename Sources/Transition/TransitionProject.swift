// One transition with all its records, whole or as an audience may see it.

package import Languages

/// A project's folder as data. The same type before and after selection: later stages cannot tell, and need not.
package struct TransitionProject: Sendable {
  package let id: String
  /// The project record; nil when this audience may not see it, or when the file is missing.
  package var record: Record?
  /// The day it is known on; nil before selection.
  package var asOf: AsOf?
  /// Tables that are no collections, in the order of their names.
  package var tables: [DataTable] = []
  /// What the tool proposes where nothing is written yet. Rules do not judge it; selection puts it among the records of
  /// the team's editions.
  package var proposals: [Record] = []
  /// Records by position of their entity in `Entities.all`.
  var collections: [[Record]]
  /// What a readership must be to see everything in it, and from which day on.
  let needs: (audience: Audience, latestDay: Day?)

  /// No project at all: what stands on pages of none draws from it.
  package static let none = TransitionProject(id: "", record: nil, records: [])

  package init(id: String, record: Record?, records: [Record]) {
    self.id = id
    self.record = record
    let grouped = Dictionary(grouping: records) { ObjectIdentifier($0.schema) }
    collections = Entities.all.map { grouped[ObjectIdentifier($0)] ?? [] }
    needs = Self.needs([record].compactMap(\.self) + records)
  }

  private static func needs(_ records: [Record]) -> (audience: Audience, latestDay: Day?) {
    var audience = Audience.public
    var latest: Day?
    for record in records {
      let hidden: Audience = record.embargo != nil || record.isProposed ? .team : .public
      audience = max(audience, record.audience, record.narrowestField, hidden)
      if let day = record.latestFact, latest == nil || day > latest! { latest = day }
    }
    return (audience, latest)
  }

  package subscript(schema: EntitySchema) -> [Record] {
    Entities.all.firstIndex { $0 === schema }.map { collections[$0] } ?? []
  }

  package func find(_ id: String, in schema: EntitySchema) -> Record? {
    self[schema].first { $0.id == id }
  }

  /// A collection, or a table by its name or as `tables/<name>`: what its records are, and those that there are.
  package func source(_ name: String) -> (schema: EntitySchema, records: [Record])? {
    if let schema = Entities.named(collection: name), !schema.isOne { return (schema, self[schema]) }
    return tables.first { $0.name == name || DataTable.path($0.name) == name }.map { ($0.schema, $0.records) }
  }

  /// All records but the project's own.
  package var allRecords: [Record] { collections.flatMap(\.self) }

  /// All records, the project's own first.
  package var everyRecord: [Record] { [record].compactMap(\.self) + allRecords }

  /// With the proposals among its records.
  func withProposals() -> TransitionProject {
    var copy = self
    copy.proposals = []
    for record in proposals {
      guard let index = Entities.all.firstIndex(where: { $0 === record.schema }) else { continue }
      copy.collections[index].append(record)
    }
    return copy
  }

  /// Everyone who may be named as a provider: those that have a record, and what the project calls its own two.
  package var providersNamed: [String] {
    self[Provider.schema].map(\.id) + (record?[Project.outgoing] ?? []) + (record?[Project.incoming] ?? [])
  }

  /// The markets that change.
  package var markets: [String] {
    let written = record?[Project.markets]?.compactMap { $0[Market.country] } ?? []
    return written.isEmpty ? record?[Project.goLive]?.entries.map(\.key) ?? [] : written
  }

  package var sourceLanguage: LanguageTag? { record?[Project.sourceLanguage].flatMap { LanguageTag($0) } }

  /// Languages to show, in this order, where a text is missing in the reader's.
  package func fallbacks(siteSource: LanguageTag) -> [LanguageTag] {
    (record?[Project.fallback] ?? []).compactMap { LanguageTag($0) } + [sourceLanguage ?? siteSource]
  }
}
