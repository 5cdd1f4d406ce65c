// Which departments processes touch, which way, and which of them nobody has asked what the change does to them.

/// Which way something passes between a department and customer service.
package enum InteractionDirection: String, CaseIterable, Sendable {
  /// From the department.
  case `in`
  /// To the department.
  case out
  case both
  /// Nobody has said.
  case unknown

  /// What two together make.
  func joined(_ other: InteractionDirection) -> InteractionDirection {
    self == other || other == .unknown ? self : self == .unknown ? other : .both
  }
}

extension Record {
  /// What passes between a process and departments; nothing where it says that it touches none.
  package var interactionList: [Record] {
    self[ServiceProcess.interactions].flatMap { [Record].from($0.value) } ?? []
  }

  /// Which way a process touches a department; nil where it does not.
  package func direction(to department: String) -> InteractionDirection? {
    interactionList.filter { $0[Interaction.department] == department }.map { interaction in
      interaction[Interaction.direction].flatMap { InteractionDirection(rawValue: $0) } ?? .unknown
    }.reduce(nil) { found, next in found?.joined(next) ?? next }
  }
}

/// A department that processes touch.
package struct TouchedDepartment: Sendable {
  package let name: String
  /// How many of the processes touch it.
  package let count: Int
  /// Whether it was asked what the change does to its daily work. (V27)
  package let isConsulted: Bool

  /// The departments that those processes touch: who was not asked first, then those that most processes touch.
  package static func all(of processes: [Record], in project: TransitionProject) -> [TouchedDepartment] {
    let asked = consulted(in: project)
    var names: [String] = []
    var counts: [String: Int] = [:]
    for process in processes {
      var own: Set<String> = []
      for name in process.interactionList.compactMap({ $0[Interaction.department] }) where own.insert(name).inserted {
        if counts[name] == nil { names.append(name) }
        counts[name, default: 0] += 1
      }
    }
    let found = names.map { TouchedDepartment(name: $0, count: counts[$0] ?? 0, isConsulted: asked.contains($0)) }
    return found.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.isConsulted != second.isConsulted { return second.isConsulted }
      return first.count == second.count ? a.offset < b.offset : first.count > second.count
    }.map(\.element)
  }

  /// The departments that were asked, about whichever process.
  package static func consulted(in project: TransitionProject) -> Set<String> {
    Set(project[Impact.schema].filter { $0[Impact.consulted] == true }.compactMap { $0[Impact.department] })
  }
}
