// How far knowledge has been handed over: the sessions about a process that are planned, held, tested and signed off.

import Languages

package struct TransferCoverage: Sendable {
  /// All sessions, in the order of their days.
  package let planned: [Record]
  /// Those whose day has come.
  package let held: [Record]
  private let asOf: AsOf?

  package init(_ sessions: [Record], asOf: AsOf?) {
    planned = sessions.orderedByDay(KTSession.date)
    held = planned.filter { Self.isHeld($0, asOf: asOf) }
    self.asOf = asOf
  }

  /// Of a process.
  package init(of process: Record, in project: TransitionProject) {
    self.init(
      project[KTSession.schema].filter { $0[KTSession.process]?.contains(process.id) == true }, asOf: project.asOf)
  }

  /// A session that did not take place has its day moved: it was held when its day has come.
  package static func isHeld(_ session: Record, asOf: AsOf?) -> Bool {
    guard let day = session[KTSession.date] else { return session[KTSession.signedOff] != nil }
    return asOf?.hasReached(day).holds ?? false
  }

  /// Methods in which nobody can ask back.
  private static let silent: Set<String> = ["document", "recording", "e-learning"]

  private static func isSilent(_ sessions: [Record]) -> Bool {
    !sessions.isEmpty && sessions.allSatisfy { $0[KTSession.method].map(silent.contains) ?? false }
  }

  /// Nothing else is planned than to read, watch and listen. (V62)
  package var isDocumentsOnly: Bool { Self.isSilent(planned) }
  /// More is planned, but nothing else has taken place.
  package var isDocumentsOnlySoFar: Bool { Self.isSilent(held) && !isDocumentsOnly }

  /// Sessions that ended in a test whose result is known.
  package var tested: [Record] { held.filter { $0[KTSession.test]?[KTTest.result] != nil } }
  package var passed: [Record] { tested.filter { Self.hasPassed($0) } }
  package var signedOff: [Record] { planned.filter { $0[KTSession.signedOff] != nil } }

  package static func hasPassed(_ session: Record) -> Bool {
    guard let test = session[KTSession.test], let result = test[KTTest.result], let mark = test[KTTest.passMark] else {
      return false
    }
    return mark <= result
  }

  /// The languages of its sessions, in the order of their first.
  package var languages: [String] {
    var found: [String] = []
    for language in planned.compactMap({ $0[KTSession.language] }) where !found.contains(language) {
      found.append(language)
    }
    return found
  }

  package func of(language: String) -> TransferCoverage {
    TransferCoverage(planned.filter { $0[KTSession.language] == language }, asOf: asOf)
  }

  package func of(method: String) -> TransferCoverage {
    TransferCoverage(planned.filter { $0[KTSession.method] == method }, asOf: asOf)
  }

  /// From what needs work most to what needs none.
  package enum State: Int, Comparable, Sendable {
    case none, documentsOnly, planned, running, partlySignedOff, signedOff

    package static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
  }

  /// A process is handed over when a session was signed off in each of the languages that it is handed over in.
  package var state: State {
    if planned.isEmpty { return .none }
    if isDocumentsOnly { return .documentsOnly }
    if signedOff.isEmpty { return held.isEmpty ? .planned : .running }
    return languages.allSatisfy { !of(language: $0).signedOff.isEmpty } ? .signedOff : .partlySignedOff
  }
}

extension TransitionProject {
  /// The processes that are handed over: those in scope or in a wave; where neither says, those that may be.
  package var outsourcedProcesses: [Record] {
    let named = Set(
      self[Scope.schema].flatMap { $0[Scope.inScope] ?? [] } + self[Wave.schema].flatMap { $0[Wave.processes] ?? [] })
    return self[ServiceProcess.schema].filter { process in
      named.isEmpty ? ["full", "partly"].contains(process[ServiceProcess.outsourceable]) : named.contains(process.id)
    }
  }

  /// Processes that are handed over without product training that the client owns. (V71)
  package var processesWithoutProductTraining: [Record] {
    let taught = Set(
      self[Training.schema].filter { $0[Training.type] == "product" && $0[Training.ownedBy] == "client" }
        .flatMap { $0[Training.process] ?? [] })
    return outsourcedProcesses.filter { !taught.contains($0.id) }
  }
}
