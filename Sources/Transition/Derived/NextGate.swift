// The gate that comes next: a go/no-go that is still to be decided, and the criteria that it is decided by.

package import Languages

package struct NextGate: Sendable {
  package let milestone: Record
  /// The readiness lists that are held against it.
  package let lists: [Record]

  /// Milestones at which something is decided: they say so, or a readiness list or a wave names them.
  package static func all(in project: TransitionProject) -> [Record] {
    let named =
      project[Readiness.schema].compactMap { $0[Readiness.gate] } + project[Wave.schema].compactMap { $0[Wave.goNoGo] }
    let gates = Set(named)
    return project[Milestone.schema].filter { $0[Milestone.gate] != nil || gates.contains($0.id) }
  }

  /// Those that are not decided yet, the earliest first; without a day last.
  package static func open(in project: TransitionProject) -> [Record] {
    all(in: project).filter { $0[Milestone.actual] == nil }.orderedByDay(Milestone.planned)
  }

  /// Nil when no gate is to come.
  package init?(_ project: TransitionProject) {
    guard let milestone = Self.open(in: project).first else { return nil }
    self.init(milestone, in: project)
  }

  /// The same of any gate, decided or not.
  package init(_ milestone: Record, in project: TransitionProject) {
    self.milestone = milestone
    let criteria = milestone[Milestone.gate]?[Gate.criteria] ?? []
    lists = project[Readiness.schema].filter { $0[Readiness.gate] == milestone.id || criteria.contains($0.id) }
  }

  /// Whether it was decided.
  package var isDecided: Bool { milestone[Milestone.actual] != nil }

  package var items: [Record] { lists.flatMap { $0[Readiness.items] ?? [] } }

  package var metCount: Int { items.count { ReadinessVerdict.isMet($0) == true } }

  /// What is not met comes first, then what nobody has looked at, each with what must be before the rest.
  package var itemsByNeed: [Record] {
    func rank(_ item: Record) -> Int {
      let standing =
        switch ReadinessVerdict.isMet(item) {
        case false: 0
        case nil: 2
        case true: 4
        }
      return standing + (item[ReadinessItem.must] == true ? 0 : 1)
    }
    return items.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// The verdict of its lists together; nil while one of them has none.
  package func verdict(in project: TransitionProject) -> String? {
    let verdicts = lists.map { ReadinessVerdict.of($0, in: project) }
    guard !verdicts.isEmpty, !verdicts.contains(nil) else { return nil }
    return ["no-go", "conditional"].first { verdicts.contains($0) } ?? "go"
  }
}

extension [Record] {
  /// In the order of a day; those without one keep their order behind the others.
  package func orderedByDay(_ field: Field<Day>) -> [Record] {
    enumerated().sorted { a, b in
      let (first, second) = (a.element[field], b.element[field])
      if first == second { return a.offset < b.offset }
      guard let first, let second else { return first != nil }
      return first < second
    }.map(\.element)
  }
}
