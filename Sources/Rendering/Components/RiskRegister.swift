// `::risk-register{min-score=8}`: the risks, the highest score first, with owner, trigger and what is done.

import Languages
import Site
import Transition

enum RiskRegister: Component {
  static let name = "risk-register"
  static let parameters = [
    ComponentParameter(name: "min-score", kind: .integer(1...25), summary: "Shows risks from this score on.")
  ]
  static let entity = Risk.schema
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
    let scores: [Figure.Column] = [
      .init(context.text("probability"), field: "probability", isNumber: true),
      .init(context.text("impact"), field: "impact", isNumber: true),
      .init(context.text("score"), field: nil, isNumber: true),
    ]
    return [.init(context.text("risk"), field: "title")] + (hasScores ? scores : []) + [
      .init(context.text("owner"), field: "owner"),
      .init(context.text("trigger"), field: "trigger"),
      .init(context.text("mitigation"), field: "mitigation"),
      .init(context.text("contingency"), field: "contingency"),
      .init(context.text("status"), field: "status"),
    ]
  }

  private static func row(_ risk: Record, _ context: ComponentContext, _ hasScores: Bool) -> Figure.Row {
    let scores = [
      context.cell(risk, Risk.probability), context.cell(risk, Risk.impact),
      Figure.Cell(risk.riskScore.map { context.language.number($0) } ?? ""),
    ]
    return Figure.Row(
      record: risk.id,
      cells: [context.cell(risk, Risk.title)] + (hasScores ? scores : []) + [
        context.cell(risk, Risk.owner), context.cell(risk, Risk.trigger), context.cell(risk, Risk.mitigation),
        context.cell(risk, Risk.contingency), status(risk, context),
      ])
  }

  private static func status(_ risk: Record, _ context: ComponentContext) -> Figure.Cell {
    Figure.Cell(context.format.word(risk[Risk.status] ?? "open", Risk.status.spec))
  }
}
