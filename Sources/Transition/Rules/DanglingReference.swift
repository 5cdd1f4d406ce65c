// V01: a reference names a record that does not exist.

package import Syntax

package enum DanglingReference: Rule {
  package static let id = "V01"

  package static func check(_ project: TransitionProject) -> [Diagnostic] {
    check([project.record].compactMap(\.self) + project.allRecords, among: project.allRecords)
  }

  /// The same for some records, whose references are looked up among others.
  package static func check(_ records: [Record], among all: [Record]) -> [Diagnostic] {
    var ids: [String: [String]] = [:]
    for record in all { ids[record.schema.collection, default: []].append(record.id) }
    let known = ids.mapValues(Set.init)
    var found: [Diagnostic] = []
    for record in records {
      for (spec, located) in record.writtenFields {
        guard let targets = targets(of: spec.kind) else { continue }
        for (id, span) in references(in: located) where !targets.contains(where: { known[$0]?.contains(id) == true }) {
          let candidates = targets.flatMap { ids[$0] ?? [] }
          found.append(dangling(id, Place(record.file, span), spec, targets, candidates))
        }
      }
    }
    return found
  }

  private static func targets(of kind: FieldKind) -> [String]? {
    switch kind {
    case .reference(let collections): collections
    case .list(let element): targets(of: element)
    default: nil
    }
  }

  /// The ids that a value names, each with its place.
  static func references(in located: Value.Located?) -> [(String, SourceSpan)] {
    switch located?.value {
    case .reference(let id): [(id, located?.span ?? SourceSpan(at: 0))]
    case .list(let elements): elements.flatMap { references(in: $0) }
    default: []
    }
  }

  private static func dangling(
    _ id: String, _ place: Place, _ spec: FieldSpec, _ targets: [String], _ candidates: [String]
  ) -> Diagnostic {
    Diagnostic(
      Self.id, at: place, "\"\(id)\" is not in \(targets.joined(separator: " or "))",
      rule: "\(spec.name) names a record of the same project", help: didYouMean(id, among: candidates))
  }
}
