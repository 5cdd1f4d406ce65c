// The list of rules across the records of a project. A new rule is one file in this folder and one line here.

import Languages
package import Syntax

package enum Rules {
  package static let all: [any Rule.Type] = [
    // References and identity
    DanglingReference.self, DuplicateID.self, DependencyCycle.self, Incomplete.self,
    NextStep.self,
    // Days
    ProjectDates.self, ClockChange.self, MilestoneDates.self, DatesInOrder.self, PredecessorOrder.self, PhaseGaps.self,
    FactsInFuture.self,
    Overdue.self, BlackoutDates.self, FreeDays.self, ContractBeforeTransfer.self, HypercareMissing.self,
    ExitMilestone.self,
    // Who answers
    OneAccountable.self, TooManyAccountabilities.self, DeliverableAcceptance.self, BackupMissing.self,
    // Risks and processes
    RiskPlan.self, ResidualRisk.self, RiskReview.self, CriticalProcess.self, ProcessNotForHandover.self,
    ProcessOwner.self, UnconsultedDepartment.self, DetailOfRetiredProcess.self, DocumentsOnly.self,
    ProductTraining.self, RetainedTasks.self,
    // Figures
    TargetDirection.self, MeasurementRules.self, MeasurementGaps.self, ObjectiveMeasures.self, ServiceLevelWeights.self,
    ServiceLevelDefinition.self, ClientOwnedKPI.self,
    // Tender and business case
    CriteriaWeights.self, TenderScores.self, MustCriterionFailed.self, AwardToWinner.self, PriceSensitivity.self,
    SteeringCost.self, SteeringShare.self, CaseCurrency.self, DerivedClaims.self, CashableShare.self,
    // Data, channels, contracts, partnership
    PersonalDataReturn.self, MachineDisclosure.self, ItalianPhoneChannel.self, OverlapCovered.self,
    TouchpointSwitched.self, CriteriaShared.self, WaiverRules.self, CredentialInData.self,
  ]

  /// Everything the rules say about a project on a day: findings in the order of the rules.
  package static func check(_ project: TransitionProject, asOf: AsOf) -> [Diagnostic] {
    let context = RuleContext(project, asOf: asOf)
    return all.flatMap { rule in
      rule.isForAgreedPlans && !context.isAgreed
        ? [] : rule.check(context).map { diagnostic($0, of: rule, isAgreed: context.isAgreed) }
    }
  }

  /// A finding as a diagnostic: the English text, and the key and values by which another language says it.
  package static func diagnostic(
    _ finding: Finding, of rule: any RuleDescription.Type, isAgreed: Bool
  ) -> Diagnostic {
    let message = rule.messages[finding.message] ?? RuleMessage(finding.message, "")
    let values = finding.values.merging(finding.notes.mapValues(\.english)) { $1 }
    // In other languages the text comes by its key.
    func filled(_ text: String) -> Message {
      Message(verbatim: MessagePattern(text)?.filled(with: values) ?? text)
    }
    var diagnostic = Diagnostic(
      rule.id, severity(of: finding, rule, isAgreed), at: finding.place, filled(message.text),
      rule: Message(verbatim: rule.rationale),
      help: message.help.isEmpty ? nil : filled(message.help), related: finding.related)
    diagnostic.key = "\(rule.id).\(finding.message)"
    (diagnostic.values, diagnostic.notes) = (finding.values, finding.notes)
    diagnostic.record = finding.record.map { $0.id.isEmpty ? $0.schema.collection : $0.id }
    return diagnostic
  }

  private static func severity(of finding: Finding, _ rule: any RuleDescription.Type, _ isAgreed: Bool)
    -> Diagnostic.Severity
  {
    switch rule.weight {
    case .safety, .integrity: .error
    // What nobody has confirmed yet is not part of what was agreed.
    case .completeness: isAgreed && !finding.isAdvice && finding.record?.isProposed != true ? .error : .warning
    case .advice: .warning
    }
  }
}
