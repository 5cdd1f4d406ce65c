// What the answers to the decision guide come to: incomplete, no-go, conditional or go, with the reasons.

import Languages

/// The result for a project, or for one of its processes.
package struct DecisionGuideResult: Sendable {
  package static let field = DerivedField(
    Project.schema, "decisionGuideResult", .choice(["incomplete", "no-go", "conditional", "go"]), audience: .restricted,
    "What the answers to the decision guide come to."
  ) { _, project in
    project[DecisionAnswer.schema].isEmpty ? nil : .text(DecisionGuideResult(project).verdict)
  }

  package enum Effect: String, Sendable {
    case go, caution
    case toDo = "to-do"
    case stop
  }

  /// A question, what its answer does, and whether the sponsor set a stop aside.
  package struct Reason: Sendable {
    package let question: Record
    package let answer: Record
    package let effect: Effect
    package let isOverruled: Bool
  }

  package let reasons: [Reason]
  package let unanswered: [Record]
  /// Questions about a motive that is none of the project's.
  package let notApplicable: [Record]

  /// Questions of the guide itself; its scored sections stand apart.
  package static func isCounted(_ question: Record) -> Bool { question.id.utf8.starts(with: "dg-".utf8) }

  /// The result for the project as a whole, or with the answers that a process has of its own.
  package init(_ project: TransitionProject, process: String? = nil) {
    let motives = Set(project[Objective.schema].compactMap { $0.located("motive").flatMap { String.from($0.value) } })
    var answers: [String: Record] = [:]
    for answer in project[DecisionAnswer.schema] {
      let own = answer[DecisionAnswer.process]
      guard own == nil || own == process, let question = answer[DecisionAnswer.question] else { continue }
      if own != nil || answers[question] == nil { answers[question] = answer }
    }
    var reasons: [Reason] = []
    var unanswered: [Record] = []
    var notApplicable: [Record] = []
    for question in project[DecisionQuestion.schema] where Self.isCounted(question) {
      if let motive = question[DecisionQuestion.motive], !motives.contains(motive) {
        notApplicable.append(question)
        continue
      }
      guard let answer = answers[question.id], let value = answer[DecisionAnswer.value] else {
        if process != nil || !Self.isPerProcess(question, project) { unanswered.append(question) }
        continue
      }
      guard let effect = Self.effect(question, value, answers, motives) else { continue }
      reasons.append(
        Reason(question: question, answer: answer, effect: effect, isOverruled: answer[DecisionAnswer.overruled] != nil)
      )
    }
    self.reasons = reasons
    self.unanswered = unanswered
    self.notApplicable = notApplicable
  }

  /// Whether a question is answered for single processes only.
  package static func isPerProcess(_ question: Record, _ project: TransitionProject) -> Bool {
    project[DecisionAnswer.schema].contains {
      $0[DecisionAnswer.question] == question.id && $0[DecisionAnswer.process] != nil
    }
  }

  package var verdict: String {
    if !unanswered.isEmpty { return "incomplete" }
    if reasons.contains(where: { $0.effect == .stop && !$0.isOverruled }) { return "no-go" }
    return reasons.contains { Self.isOpen($0) && $0.effect != .stop } ? "conditional" : "go"
  }

  /// Whether a reason keeps the result from being a plain go: a stop that stands, something to do, a caution that nobody
  /// answers for.
  package static func isOpen(_ reason: Reason) -> Bool {
    switch reason.effect {
    case .stop: !reason.isOverruled
    case .toDo: true
    case .caution: reason.answer[CommonFields.owner] == nil
    case .go: false
    }
  }

  /// An effect that depends on something else goes before the plain one.
  private static func effect(
    _ question: Record, _ value: String, _ answers: [String: Record], _ motives: Set<String>
  ) -> Effect? {
    for condition in question[DecisionQuestion.conditions] ?? [] where condition[EffectCondition.answer] == value {
      let other = condition[EffectCondition.question].map { answers[$0]?[DecisionAnswer.value] }
      let holds = other.map { $0 == condition[EffectCondition.equals] } ?? true
      let isMotive = condition[EffectCondition.motive].map { motives.contains($0) } ?? true
      if holds, isMotive { return condition[EffectCondition.effect].flatMap { Effect(rawValue: $0) } }
    }
    let plain = question[DecisionQuestion.effect]?.entries.first { $0.key == value }
    return plain.flatMap { String.from($0.value.value) }.flatMap { Effect(rawValue: $0) }
  }
}
