// Which records of the partner level a provider sees: those that name it, and those its side of the project shares.

/// The scope of one provider in one project.
struct PartyScope {
  let readers: Readership
  private let shared: Set<String>
  private let rolesOfParty: Set<String>
  private let planPhases: Set<String>

  /// What each side sees without any setting: collections of the plan, and from which kind of phase on.
  private static let shippedTable: [(side: Side, collections: Set<String>, firstKind: String)] = [
    (.incoming, ["phases", "milestones"], "plan"),
    (.outgoing, ["milestones"], "transfer"),
  ]

  enum Side: String { case incoming, outgoing, candidate }

  init(project: TransitionProject, readers: Readership) {
    self.readers = readers
    guard readers.audience == .partner, let partner = readers.partner else {
      (shared, rolesOfParty, planPhases) = ([], [], [])
      return
    }
    let side = Self.side(of: partner, in: project)
    let row = Self.shippedTable.first { $0.side == side }
    shared = (row?.collections ?? []).union(Self.extraShares(of: side, in: project))
    rolesOfParty = Set(project[Role.schema].filter { $0[Role.party] == partner }.map(\.id))
    let first = row.flatMap { row in Phase.kinds.firstIndex(of: row.firstKind) } ?? Phase.kinds.count
    planPhases = Set(
      project[Phase.schema].filter { phase in
        (phase[Phase.kind].flatMap { Phase.kinds.firstIndex(of: $0) } ?? 0) >= first
      }.map(\.id))
  }

  /// Whether the provider sees a record of the partner level.
  func includes(_ record: Record) -> Bool {
    if isNamed(in: record) { return true }
    let collection = record.schema.collection
    guard shared.contains(collection) || shared.contains(record.schema.name) else { return false }
    switch record.schema.collection {
    case Phase.schema.collection: return planPhases.contains(record.id)
    case Milestone.schema.collection: return record[Milestone.phase].map { planPhases.contains($0) } ?? false
    default: return true
    }
  }

  /// Whether a record names the provider: for whom it is, whose it is, or whose role owns it.
  func isNamed(in record: Record) -> Bool {
    guard let partner = readers.partner else { return false }
    if record[CommonFields.forParties]?.contains(partner) == true { return true }
    // A field of that name may be something else: of a KPI it is the side that can change it.
    for (spec, located) in record.writtenFields where spec.kind.isParty && Self.parties.contains(spec.name) {
      if String.from(located.value) == partner { return true }
    }
    if record.schema === KPI.schema, let values = record[KPI.measurements] {
      return values.contains { $0[Measurement.provider] == partner }
    }
    guard !record.schema.isNeverPublic, let owner = record[CommonFields.owner] else { return false }
    return rolesOfParty.contains(owner)
  }

  private static let parties: Set<String> = ["party", "provider", "holder", "who", "from", "to"]

  private static func side(of partner: String, in project: TransitionProject) -> Side {
    if project.record?[Project.incoming]?.contains(partner) == true { return .incoming }
    if project.record?[Project.outgoing]?.contains(partner) == true { return .outgoing }
    return .candidate
  }

  private static func extraShares(of side: Side, in project: TransitionProject) -> [String] {
    guard side != .candidate, let share = project.record?[Project.share] else { return [] }
    return share.entries.filter { $0.key == side.rawValue }.flatMap { [String].from($0.value.value) ?? [] }
  }
}
