// The records of a project by collection and id: what references are looked up in.

package struct RecordIndex: Sendable {
  private var byCollection: [String: [String: Record]] = [:]

  /// Of records with the same id the first counts; the others are findings of `DuplicateID`.
  package init(_ records: [Record]) {
    for group in Dictionary(grouping: records, by: { ObjectIdentifier($0.schema) }).values {
      guard let name = group.first?.schema.collection else { continue }
      let named = group.lazy.filter { !$0.id.isEmpty }.map { ($0.id, $0) }
      byCollection[name] = Dictionary(named) { first, _ in first }
    }
  }

  package func find(_ id: String, in schema: EntitySchema) -> Record? { byCollection[schema.collection]?[id] }

  /// A record by its id, in one of some collections.
  package func find(_ id: String, in collections: [String]) -> Record? {
    collections.lazy.compactMap { byCollection[$0]?[id] }.first
  }

  /// All ids of some collections, sorted.
  package func ids(in collections: [String]) -> [String] {
    collections.flatMap { byCollection[$0].map { Array($0.keys) } ?? [] }.sorted()
  }
}
