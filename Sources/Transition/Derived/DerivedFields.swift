// The list of values that are computed from facts and may be referred to like fields. People type facts, never these.

import Languages

/// A derived value of an entity, at the as-of day of the project it is computed in.
package struct DerivedField: Sendable {
  package let schema: EntitySchema
  package let spec: FieldSpec
  package let value: @Sendable (Record, TransitionProject) -> Value?

  init(
    _ schema: EntitySchema, _ name: String, _ kind: FieldKind, audience: Audience? = nil, _ summary: String,
    _ value: @escaping @Sendable (Record, TransitionProject) -> Value?
  ) {
    self.schema = schema
    spec = FieldSpec(name, kind, audience: audience, summary)
    self.value = value
  }
}

package enum DerivedFields {
  package static let all: [DerivedField] = [
    MilestoneState.field, PhaseProgress.field, RiskScore.score, RiskScore.level, RiskScore.residual, KPIStatus.last,
    KPIStatus.status, KPIStatus.trend, StakeholderGap.field, ForecastFigures.index, ForecastFigures.requiredFte,
    ForecastFigures.volumeLow, ForecastFigures.volumeHigh,
    TouchpointDates.switchBy, CommsStatus.field, ReadinessVerdict.field, TenderResult.winnerField,
    BusinessCase.gross, BusinessCase.net, BusinessCase.oneOff, BusinessCase.payback, DecisionGuideResult.field,
  ]

  package static func named(_ name: String, of schema: EntitySchema) -> DerivedField? {
    all.first { $0.schema === schema && $0.spec.name == name }
  }

  package static func all(of schema: EntitySchema) -> [DerivedField] { all.filter { $0.schema === schema } }
}
