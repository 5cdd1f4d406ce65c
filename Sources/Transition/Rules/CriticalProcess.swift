// V24 to V26: critical processes without a net, processes handed over that may not be, processes that nobody owns.

import Syntax

enum CriticalProcess: Rule {
  static let id = "V24"
  static let weight = RuleClass.completeness
  static let rationale = "What is critical to the business has a risk that was thought through, and a contingency."
  static let messages = [
    "contingency": RuleMessage(
      "the critical process \"{id}\" has no contingency", "add contingency: what is done when it fails"),
    "risk": RuleMessage("no risk names the critical process \"{id}\"", "name it in process: of a risk"),
  ]
  static let example = RuleExample(
    broken: """
      processes.yaml
        - { id: ‸pr02, name: Delivery booking, criticality: critical, contingency: Book by telephone }
      """,
    sound: """
      processes.yaml
        - { id: pr02, name: Delivery booking, criticality: critical, contingency: Book by telephone }
      risks.yaml
        - { id: r01, title: Exceptions are lost, owner: kno, process: [pr02] }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let named = Set(context.all[Risk.schema].flatMap { $0[Risk.process] ?? [] })
    return context.all[ServiceProcess.schema].flatMap { process -> [Finding] in
      guard process[ServiceProcess.criticality] == "critical" else { return [] }
      var found: [Finding] = []
      if process[ServiceProcess.contingency] == nil { found.append(Finding("contingency", process, "criticality")) }
      if !named.contains(process.id) { found.append(Finding("risk", process, "id")) }
      return found
    }
  }
}

enum ProcessNotForHandover: Rule {
  static let id = "V25"
  static let weight = RuleClass.completeness
  static let rationale = "A process that must not be handed over is in no scope and in no wave."
  static let messages = [
    "inside": RuleMessage(
      "\"{process}\" is not to be handed over, and {where} hands it over",
      "take it out, or change outsourceable with a reason")
  ]
  static let example = RuleExample(
    broken: """
      processes.yaml
        - { id: pr10, name: Data subject requests, outsourceable: none }
      scope.yaml
        channels: [phone-se]
        inScope: [‸pr10]
      """,
    sound: """
      processes.yaml
        - { id: pr10, name: Data subject requests, outsourceable: none }
      scope.yaml
        channels: [phone-se]
        outOfScope: [pr10]
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let kept = Set(
      context.all[ServiceProcess.schema].filter { $0[ServiceProcess.outsourceable] == "none" }.map(\.id))
    let places = context.all[Scope.schema].map { ($0, "inScope") } + context.all[Wave.schema].map { ($0, "processes") }
    return places.flatMap { record, field in
      DanglingReference.references(in: record.located(field)).filter { kept.contains($0.0) }.map { id, span in
        Finding("inside", at: Place(record.file, span), ["process": id, "where": record.title], of: record)
      }
    }
  }
}

enum ProcessOwner: Rule {
  static let id = "V26"
  static let weight = RuleClass.completeness
  static let isForAgreedPlans = true
  static let rationale =
    "A process has an owner, and its interactions are known: what customer service did on the side is what is missed first."
  static let messages = [
    "owner": RuleMessage("the process \"{id}\" has no owner", "add owner: with a role"),
    "interactions": RuleMessage(
      "the process \"{id}\" names no interactions", "list them, or write interactions: none and interactionsReason"),
    "reason": RuleMessage("\"{id}\" has no interactions and no reason why", "add interactionsReason"),
  ]
  static let example = RuleExample(
    broken: """
      processes.yaml
        - { id: ‸pr01, name: Order status, interactions: [{ department: logistics }] }
      """,
    sound: """
      processes.yaml
        - { id: pr01, name: Order status, owner: pow, interactions: [{ department: logistics }] }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[ServiceProcess.schema].flatMap { process -> [Finding] in
      var found: [Finding] = []
      if process[ServiceProcess.owner] == nil { found.append(Finding("owner", process, "id")) }
      switch process[ServiceProcess.interactions]?.value {
      case .text:
        if process[ServiceProcess.interactionsReason] == nil {
          found.append(Finding("reason", process, "interactions"))
        }
      case .list(let elements) where !elements.isEmpty: break
      default: found.append(Finding("interactions", process, "name"))
      }
      return found
    }
  }
}
