// Where a wave stands on the as-of day: its place among the waves, its gate and acceptance, its trained people.

package import Languages

package struct WaveProgress: Sendable {
  /// In the order in which a wave goes through them.
  package enum State: String, Sendable {
    case ahead, late, approved, hypercare, live, accepted
  }

  package let wave: Record
  /// Counted from 1 in the order of the go-lives.
  package let number: Int
  /// The milestone at which its go-live is decided.
  package let gate: Record?
  package let acceptance: Record?
  package let cohorts: [Record]
  private let project: TransitionProject

  /// All waves, in the order of their go-lives.
  package static func all(in project: TransitionProject) -> [WaveProgress] {
    project[Wave.schema].orderedByDay(Wave.goLive).enumerated().map { index, wave in
      WaveProgress(wave, number: index + 1, project)
    }
  }

  private init(_ wave: Record, number: Int, _ project: TransitionProject) {
    (self.wave, self.number, self.project) = (wave, number, project)
    gate = wave[Wave.goNoGo].flatMap { project.find($0, in: Milestone.schema) }
    acceptance = wave[Wave.partialAcceptance].flatMap { project.find($0, in: Milestone.schema) }
    cohorts = project[Cohort.schema].filter { $0[Cohort.wave] == wave.id }
  }

  /// Accepted, in hypercare, live, decided, or still ahead; late when its day has come and its gate is not decided.
  /// Nil without a go-live or an as-of day.
  package var state: State? {
    guard let goLive = wave[Wave.goLive], let asOf = project.asOf else { return nil }
    if acceptance?[Milestone.actual] != nil { return .accepted }
    let isDecided = gate.map { $0[Milestone.actual] != nil }
    guard asOf.hasReached(goLive).holds else { return isDecided == true ? .approved : .ahead }
    guard isDecided != false else { return .late }
    guard let hypercare = wave[Wave.hypercare], let from = hypercare[Hypercare.from], let to = hypercare[Hypercare.to]
    else { return .live }
    return from <= asOf.day && asOf.day <= to ? .hypercare : .live
  }

  /// Agents of its cohorts; nil where no cohort says how many.
  package var headcount: FixedDecimal? { Self.sum(cohorts.compactMap { $0[Cohort.headcount] }) }

  /// Those of them who have passed; nil before anybody was counted.
  package var certified: FixedDecimal? { Self.sum(cohorts.compactMap { $0[Cohort.certified] }) }

  /// The first day of its training, and the day before which it is over: the first contact.
  package var training: (from: Day, to: Day)? {
    guard let from = cohorts.compactMap({ $0[Cohort.trainingStart] }).min(),
      let to = cohorts.compactMap({ $0[Cohort.productive] }).max() ?? wave[Wave.goLive], from < to
    else { return nil }
    return (from, to)
  }

  /// What its gate was decided on: the verdict of the lists that belong to it, for those who may read it. Nil before.
  package var verdict: String? {
    guard let gate, gate[Milestone.actual] != nil else { return nil }
    return NextGate(gate, in: project).verdict(in: project)
  }

  private static func sum(_ counts: [FixedDecimal]) -> FixedDecimal? {
    guard let first = counts.first else { return nil }
    return counts.dropFirst().reduce(first) { sum, count in sum.flatMap { $0.adding(count) } }
  }
}
