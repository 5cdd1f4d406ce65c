// V62 and V71: knowledge that is handed over on paper only, or not at all; product training that nobody owns.

import Languages
import Syntax

extension RuleContext {
  /// The first day on which a process goes live in a wave; else the project's first go-live.
  func goLive(of process: Record) -> Day? {
    let waves = all[Wave.schema].filter { $0[Wave.processes]?.contains(process.id) == true }
    return waves.compactMap { $0[Wave.goLive] }.min() ?? goLiveDays.min()
  }
}

enum DocumentsOnly: Rule {
  static let id = "V62"
  static let weight = RuleClass.completeness
  static let rationale =
    "Manuals alone hand nothing over: a process is shown, asked about and tried, and signed off before it goes live."
  static let messages = [
    "documents": RuleMessage(
      "\"{id}\" is handed over by documents only", "plan a live demo, shadowing or a round of questions for it"),
    "unsigned": RuleMessage(
      "no knowledge transfer of \"{id}\" was signed off before its go-live {goLive}",
      "write signedOff, or postpone the go-live"),
  ]
  static let example = RuleExample(
    broken: """
      processes.yaml
        - { id: ‸pr01, name: Order status, outsourceable: full }
      ktSessions.yaml
        - { id: s1, process: [pr01], method: document, date: 2026-01-12, signedOff: 2026-01-30 }
      """,
    sound: """
      processes.yaml
        - { id: pr01, name: Order status, outsourceable: full }
      ktSessions.yaml
        - { id: s1, process: [pr01], method: document, date: 2026-01-12 }
        - { id: s2, process: [pr01], method: shadowing, date: 2026-01-19, signedOff: 2026-01-30 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all.outsourcedProcesses.flatMap { process -> [Finding] in
      let sessions = context.all[KTSession.schema].filter { $0[KTSession.process]?.contains(process.id) == true }
      var found: [Finding] = []
      if TransferCoverage(sessions, asOf: context.asOf).isDocumentsOnly {
        found.append(Finding("documents", process, "id", isAdvice: true))
      }
      if let goLive = context.goLive(of: process), context.isReached(goLive), context.isAgreed || !sessions.isEmpty,
        !sessions.contains(where: { $0[KTSession.signedOff].map { $0 <= goLive } ?? false })
      {
        found.append(Finding("unsigned", process, "id", ["goLive": goLive.iso]))
      }
      return found
    }
  }
}

enum ProductTraining: Rule {
  static let id = "V71"
  static let weight = RuleClass.advice
  static let rationale =
    "Product knowledge comes from the client: every process that is handed over has product training that the client owns."
  static let messages = [
    "missing": RuleMessage(
      "there is no product training of the client's for \"{id}\"", "add a training of type product with ownedBy: client"
    )
  ]
  static let example = RuleExample(
    broken: """
      processes.yaml
        - { id: ‸pr01, name: Order status, outsourceable: full }
      """,
    sound: """
      processes.yaml
        - { id: pr01, name: Order status, outsourceable: full }
      trainings.yaml
        - { id: t1, title: Our range, type: product, ownedBy: client, process: [pr01] }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all.processesWithoutProductTraining.map { Finding("missing", $0, "id") }
  }
}

enum RetainedTasks: Rule {
  static let id = "V72"
  static let weight = RuleClass.advice
  static let rationale =
    "Work that goes out changes, it does not go away: somebody steers, forecasts, keeps the knowledge base."
  static let messages = [
    "missing": RuleMessage(
      "nothing says what stays with the client", "list it in retainedTasks of scope.yaml, each with an owner and hours")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        ‸name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
      """,
    sound: """
      project.yaml
        name: Change of provider
        type: partner-change
        goLive: { SE: 2026-03-02 }
      scope.yaml
        channels: [phone-se]
        retainedTasks: [{ title: Monthly forecast, owner: wfm, effortHoursPerMonth: 24 }]
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard let record = context.all.record, context.type != "insourcing" else { return [] }
    let hasSome = context.all[Scope.schema].contains { !($0[Scope.retainedTasks] ?? []).isEmpty }
    return hasSome ? [] : [Finding("missing", at: record.place, of: record)]
  }
}
