// The list of all entities. A new entity is one file in this folder and one line here.

package enum Entities {
  package static let all: [EntitySchema] = [
    Project.schema, Provider.schema, Scope.schema, Channel.schema, Objective.schema, PartnershipValue.schema,
    PartnershipCriterion.schema, Phase.schema, Milestone.schema, TransitionTask.schema, Wave.schema, RunbookStep.schema,
    Cohort.schema, Deliverable.schema, Role.schema, RACI.schema, Stakeholder.schema, CommsItem.schema,
    Touchpoint.schema,
    Forum.schema, EscalationLevel.schema, KTSource.schema, KTSession.schema, Training.schema, Competence.schema,
    ServiceProcess.schema, Impact.schema, Risk.schema, KPI.schema, SLA.schema, QualityFramework.schema, Forecast.schema,
    Readiness.schema, DecisionQuestion.schema, DecisionAnswer.schema, Tender.schema, Contract.schema,
    SteeringModel.schema, CostItem.schema, LegalItem.schema, StaffTransfer.schema, DataAsset.schema, AccessItem.schema,
    Asset.schema, Decision.schema, ChangeEntry.schema, Iteration.schema, Lesson.schema, OpenItem.schema, Notice.schema,
    FAQ.schema, HandoverPack.schema, Waiver.schema, CorrectiveAction.schema, RelationshipHealth.schema, Pilot.schema,
    Person.schema, Topic.schema,
  ]

  package static func named(collection: String) -> EntitySchema? { byCollection[collection] }
  private static let byCollection = Dictionary(uniqueKeysWithValues: all.map { ($0.collection, $0) })
}
