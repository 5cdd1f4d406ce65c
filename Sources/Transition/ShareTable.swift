// What each side of a project sees of the records that everyone at the partner level may share: the shipped table.

import Languages

/// The side of a project that a provider stands on. A candidate stands on none yet.
package enum Side: String, Sendable {
  case incoming, outgoing
}

/// One line per side. A project adds to it with `share`; a candidate stands on no side and sees nothing.
enum ShareTable {
  struct Row {
    /// Collections that it sees.
    let collections: Set<String>
    /// Collections of the team of which it sees the records that name it, in the fields that are for providers.
    let own: Set<String>
    /// From this kind of phase on; what belongs to an earlier phase is not shown.
    let firstKind: String
  }

  private static let plan: Set<String> = ["phases", "milestones", "tasks", "deliverables", "waves", "runbookSteps"]
  private static let knowledgeTransfer: Set<String> = ["ktSources", "ktSessions", "trainings", "cohorts"]

  static func row(of side: Side) -> Row {
    switch side {
    case .incoming: incoming
    case .outgoing: outgoing
    }
  }

  private static let incoming = Row(
    collections: plan.union(knowledgeTransfer).union([
      "raci", "processes", "readiness", "openItems", "forums", "values", "partnershipCriteria",
    ]), own: [], firstKind: "plan")
  private static let outgoing = Row(
    collections: knowledgeTransfer.union(["milestones"]), own: ["assets"], firstKind: "transfer")

  /// The collections that a side sees in a project, by the table and by the project's own `share`.
  static func collections(of side: Side, in project: TransitionProject) -> Set<String> {
    let written = project.record?[Project.share]?.entries.filter { $0.key == side.rawValue } ?? []
    let names = written.flatMap { [String].from($0.value.value) ?? [] }
    // An entity may be named as one (`risk`) or as a collection (`risks`).
    let extra = names.compactMap { name in Entities.all.first { $0.collection == name || $0.name == name }?.collection }
    return row(of: side).collections.union(extra)
  }

  /// The phases that a side sees something of.
  static func phases(of side: Side, in project: TransitionProject) -> Set<String> {
    let first = Phase.kinds.firstIndex(of: row(of: side).firstKind) ?? Phase.kinds.count
    let seen = project[Phase.schema].filter { phase in
      (phase[Phase.kind].flatMap { Phase.kinds.firstIndex(of: $0) } ?? 0) >= first
    }
    return Set(seen.map(\.id))
  }
}
