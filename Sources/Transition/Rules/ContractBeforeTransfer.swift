// V14: knowledge is handed over before the contract and the data processing agreement are signed.

import Languages
import Syntax

enum ContractBeforeTransfer: Rule {
  static let id = "V14"
  static let weight = RuleClass.completeness
  static let rationale =
    "The contract and the data processing agreement are signed before knowledge is handed over: after that the client "
    + "has nothing left to negotiate with."
  static let messages = [
    "late": RuleMessage(
      "\"{id}\" was signed on {signed}, after knowledge transfer began: {start}",
      "correct the day, or move the sessions"),
    "unsigned": RuleMessage(
      "\"{id}\" is not signed, and knowledge transfer began on {start}", "write signed, or move the sessions"),
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, incoming: svarsund, goLive: { SE: 2026-03-02 } }
      contracts.yaml
        - { id: c1, provider: svarsund, kind: framework, signed: ‸2025-11-20 }
      ktSessions.yaml
        - { id: s1, process: [pr01], method: live-demo, date: 2025-11-10 }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, incoming: svarsund, goLive: { SE: 2026-03-02 } }
      contracts.yaml
        - { id: c1, provider: svarsund, kind: framework, signed: 2025-09-24 }
      ktSessions.yaml
        - { id: s1, process: [pr01], method: live-demo, date: 2025-11-10 }
      """)

  private static let kinds: Set<String> = ["framework", "work-order", "dpa"]

  static func check(_ context: RuleContext) -> [Finding] {
    guard context.type != "insourcing",
      let first = context[KTSession.schema].min(by: {
        ($0[KTSession.date] ?? .latest) < ($1[KTSession.date] ?? .latest)
      }),
      let start = first[KTSession.date]
    else { return [] }
    let incoming = context.project.record?[Project.incoming] ?? []
    return context[Contract.schema].compactMap { contract in
      guard let kind = contract[Contract.kind], kinds.contains(kind),
        contract[Contract.provider].map({ incoming.contains($0) }) == true
      else { return nil }
      let related = [Diagnostic.Related("the first session", first.place(of: "date"))]
      if let signed = contract[Contract.signed] {
        guard start < signed else { return nil }
        return Finding(
          "late", contract, "signed", ["signed": signed.iso, "start": start.iso], related: related)
      }
      guard context.isReached(start) else { return nil }
      return Finding("unsigned", contract, "id", ["start": start.iso], related: related)
    }
  }
}
