// `::risk-register{min-score=8}`: the risks, the highest score first, with owner, trigger and what is done.

import Languages
import Site
import Transition

enum RiskRegister: Component {
  static let name = "risk-register"
  static let group = ComponentGroup.risks
  static let topics = ["S0.7", "S3.8"]
  static let parameters = [
    ComponentParameter(name: "min-score", kind: .integer(1...25), summary: "Shows risks from this score on.")
  ]
  static let entity: EntitySchema? = Risk.schema
  static let fields = ["title", "probability", "impact", "owner", "trigger", "mitigation", "contingency", "status"]

  static func figure(_ context: ComponentContext) -> Figure {
    let least = context.arguments["min-score"].flatMap { Int($0) } ?? 0
    let risks = context.project[Risk.schema]
    // A provider sees risks without their score: seven fields only.
    let hasScores = risks.contains { $0.riskScore != nil }
    let shown = risks.enumerated().filter { !hasScores || ($0.element.riskScore ?? 0) >= least }.sorted { a, b in
      let (first, second) = (a.element.riskScore ?? 0, b.element.riskScore ?? 0)
      return first == second ? a.offset < b.offset : first > second
    }
    return Figure(
      caption: context.caption("risk-register-caption"), emptyText: context.text("no-risks"),
      columns: columns(context, hasScores), rows: shown.map { row($0.element, context, hasScores) })
  }

  private static func columns(_ context: ComponentContext, _ hasScores: Bool) -> [Figure.Column] {
    let score = Figure.Column(context.text("score"), field: nil, isNumber: true)
    return [.init(context.text("risk"), field: "title")] + (hasScores ? [score] : []) + [
      .init(context.text("owner"), field: "owner"),
      .init(context.text("trigger"), field: "trigger"),
      .init(context.text("mitigation"), field: "mitigation"),
      .init(context.text("contingency"), field: "contingency"),
      .init(context.text("status"), field: "status"),
    ]
  }

  private static func row(_ risk: Record, _ context: ComponentContext, _ hasScores: Bool) -> Figure.Row {
    Figure.Row(
      record: risk.id,
      cells: [context.cell(risk, Risk.title)] + (hasScores ? [score(risk, context)] : []) + [
        context.cell(risk, Risk.owner), context.cell(risk, Risk.trigger), context.cell(risk, Risk.mitigation),
        context.cell(risk, Risk.contingency), status(risk, context),
      ])
  }

  /// How it comes about, and what it is: "4 × 5 = 20", probability first.
  private static func score(_ risk: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let score = risk.riskScore else { return Figure.Cell("") }
    let factors = [context.cell(risk, Risk.probability), context.cell(risk, Risk.impact)].map(\.text.text)
    return Figure.Cell(factors.joined(separator: " × ") + " = " + context.language.number(score))
  }

  private static func status(_ risk: Record, _ context: ComponentContext) -> Figure.Cell {
    Figure.Cell(context.format.word(risk.riskStatus, Risk.status.spec))
  }
}
