// Which records of the partner level a provider sees: those that name it, and those its side of the project shares.

import Languages

/// The scope of one provider in one project on a day.
struct PartyScope {
  let readers: Readership
  /// Whether lists and names are narrowed to the provider; not within a record that everyone may see.
  private(set) var isNarrowing: Bool
  private let shared: Set<String>
  private let own: Set<String>
  private let phases: Set<String>
  private let rolesOfParty: Set<String>
  private let kpisOfParty: Set<String>
  /// Whether the provider takes part and has been told.
  let takesPart: Bool
  private let isIncoming: Bool
  private let asOf: AsOf

  init(project: TransitionProject, readers: Readership, asOf: AsOf) {
    self.readers = readers
    isNarrowing = readers.audience == .partner
    guard readers.audience == .partner, let partner = readers.partner,
      let side = project.side(of: partner, asOf: asOf)
    else {
      (shared, own, phases, rolesOfParty, kpisOfParty) = ([], [], [], [], [])
      (takesPart, isIncoming, self.asOf) = (false, false, asOf)
      return
    }
    takesPart = true
    isIncoming = side == .incoming
    shared = ShareTable.collections(of: side, in: project)
    own = ShareTable.row(of: side).own
    phases = ShareTable.phases(of: side, in: project)
    // What the provider does not see itself opens nothing else to it.
    func isOpen(_ record: Record) -> Bool { !record.isHeldBack(asOf) && record.audience(asOf) <= .partner }
    rolesOfParty = Set(project[Role.schema].filter { $0[Role.party] == partner && isOpen($0) }.map(\.id))
    kpisOfParty = Set(
      project[SLA.schema].filter { $0[SLA.provider] == partner && isOpen($0) }.compactMap { $0[SLA.kpi] })
    self.asOf = asOf
  }

  /// Whether the provider sees a record of the partner level.
  func includes(_ record: Record) -> Bool {
    guard takesPart else { return false }
    if isNamed(in: record) || isAnswered(record) { return true }
    guard shared.contains(record.schema.collection) else { return false }
    switch record.schema.collection {
    case Phase.schema.collection: return phases.contains(record.id)
    case Milestone.schema.collection: return record[Milestone.phase].map { phases.contains($0) } ?? false
    case TransitionTask.schema.collection: return record[TransitionTask.phase].map { phases.contains($0) } ?? false
    default: return true
    }
  }

  /// Whether a record of the team reaches the provider all the same: it is written for it, or its side has such records
  /// of its own.
  func reaches(_ record: Record) -> Bool {
    guard takesPart, let partner = readers.partner else { return false }
    return record[CommonFields.forParties]?.contains(partner) == true
      || own.contains(record.schema.collection) && isNamed(in: record)
  }

  /// Whether an answer is written for the agents of the provider that takes over.
  func isForAgents(_ record: Record) -> Bool {
    isIncoming && record.schema === FAQ.schema && record[FAQ.agents] == true
  }

  /// Whether a record names the provider: for whom it is, whose it is, who has it.
  func isNamed(in record: Record) -> Bool {
    guard takesPart, let partner = readers.partner else { return false }
    if record.schema === Provider.schema { return record.id == partner }
    if record.schema === Person.schema { return record[Person.role].map { rolesOfParty.contains($0) } ?? false }
    if record[CommonFields.forParties]?.contains(partner) == true { return true }
    // A field of that name may be something else: of a KPI it is the side that can change it.
    for (spec, located) in record.writtenFields where spec.kind.isParty && Self.partyFields.contains(spec.name) {
      if ([String].from(located.value) ?? []).contains(partner) { return true }
    }
    guard record.schema === KPI.schema else { return false }
    return kpisOfParty.contains(record.id)
      || (record[KPI.measurements] ?? []).contains { $0[Measurement.provider] == partner && $0.hasHappened(asOf) }
  }

  /// Whether one of its roles answers for the record, makes what it is about, or takes part in it. What never leaves
  /// openly goes to its holder alone.
  private func isAnswered(_ record: Record) -> Bool {
    guard !record.schema.isNeverPublic else { return false }
    return Self.roleFields.contains { name in
      guard let located = record.located(name), case .reference(let role) = located.value else { return false }
      return rolesOfParty.contains(role)
    }
  }

  /// Whether an element of a list is the provider's: a measurement that names it, a criterion that its role answers for.
  func includes(element: Record) -> Bool {
    guard isNarrowing else { return true }
    if element.schema === Measurement.schema { return element[Measurement.provider] == readers.partner }
    if element.schema === ReadinessItem.schema {
      return element[ReadinessItem.owner].map { rolesOfParty.contains($0) } ?? false
    }
    return true
  }

  /// Whether a value names another provider, which a provider does not read: who else takes part is not its business.
  func namesAnother(_ value: Value, _ spec: FieldSpec) -> Bool {
    guard isNarrowing, case .reference(let id) = value else { return false }
    guard spec.kind.isParty || spec.kind.targets == [Provider.schema.collection] else { return false }
    return id != readers.partner && id != "client"
  }

  /// The same within a record that everyone may see.
  var forEveryone: PartyScope {
    var scope = self
    scope.isNarrowing = false
    return scope
  }

  private static let partyFields: Set<String> = ["party", "parties", "provider", "holder", "who", "from", "to"]
  private static let roleFields = ["owner", "producer", "from", "to"]
}

extension TransitionProject {
  /// The side of a provider that takes part and has been told. A candidate takes no part yet, nor does a stranger.
  package func side(of partner: String, asOf: AsOf) -> Side? {
    let provider = find(partner, in: Provider.schema)
    if let informedOn = provider?[Provider.informedOn], !asOf.hasReached(informedOn).holds { return nil }
    if record?[Project.incoming]?.contains(partner) == true { return .incoming }
    if record?[Project.outgoing]?.contains(partner) == true { return .outgoing }
    return provider?[Provider.side].flatMap { Side(rawValue: $0) }
  }
}
