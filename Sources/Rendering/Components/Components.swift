// The list of all components. A new one is one file in this folder and one line here.

package enum Components {
  package static let all: [any PageComponent.Type] = [
    // The plan.
    Portfolio.self, TimelineView.self, MilestoneList.self, Status.self,
    // The days on which markets go over.
    Waves.self, Cutover.self, ReadinessGates.self,
    // People, how they meet, and who is told what.
    RACIMatrix.self, Team.self, StakeholderGapView.self,
    EscalationPath.self, GovernanceCalendar.self, CommunicationPlan.self,
    // Risks.
    RiskMatrix.self, RiskRegister.self,
    // Quality.
    Objectives.self, Scorecard.self, KPITree.self, KPIChart.self,
    // Processes and knowledge.
    ProcessMap.self, ProcessSheet.self, KTCoverage.self,
    // The provider and the money.
    VendorEvaluation.self, BusinessCaseView.self, Seasonality.self, DecisionGuide.self,
    // Customers.
    Touchpoints.self, NoticeList.self, NoticeCard.self,
    // What was decided, changed and learnt.
    DecisionLog.self, ChangeLog.self, IterationLog.self, LessonLog.self, SignOff.self,
    // Any data.
    Checklist.self, TableView.self, DataFormat.self, ComponentArguments.self,
    // The playbook itself.
    GlossaryList.self, Concordance.self,
  ]

  package static func named(_ name: String) -> (any PageComponent.Type)? { all.first { $0.name == name } }
}
