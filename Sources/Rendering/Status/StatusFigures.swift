// Sections of a status report about what is measured and what may go wrong: key figures and risks.

import Languages
import Site
import Transition

struct StatusFigures {
  let status: ProjectStatus
  let limits: StatusLimits
  let context: ComponentContext

  // MARK: Key figures

  /// The worst first; those without a value last.
  var figures: Figure? {
    let order = ["critical", "missed", "suspended", "met"]
    let all = context.project[KPI.schema].enumerated().map { index, kpi in
      let status = KPIStatus.of(kpi, in: context.project)
      return (kpi: kpi, status: status, rank: status.flatMap { order.firstIndex(of: $0) } ?? order.count, index: index)
    }.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
    var figure = Figure(
      caption: context.text("status-quality"), emptyText: context.text("fill-kpis"),
      columns: [
        .init(context.text("kpi"), field: "name"), .init(context.text("target"), field: "target", isNumber: true),
        .init(context.text("last-value"), field: "measurements", isNumber: true),
        .init(context.text("trend"), field: "measurements"), .init(context.text("status"), field: nil),
      ],
      rows: all.prefix(limits.figures).map { row($0.kpi, $0.status) })
    figure.notes = context.more(all.count, than: limits.figures)
    return context.section(figure.marked(all.map(\.kpi), context), of: KPI.schema)
  }

  private func row(_ kpi: Record, _ status: String?) -> Figure.Row {
    let series = kpi.series
    let last = series.last.flatMap { $0[Measurement.value] }
    let word = status.map { context.format.word($0, KPIStatus.status.spec) } ?? context.text("no-value")
    return Figure.Row(
      record: kpi.id,
      cells: [
        Figure.Cell(context.cell(kpi, KPI.name).text.cut(to: 44)), context.cell(kpi, KPI.target),
        Figure.Cell(last.map { Scorecard.text($0, of: kpi, context) } ?? "–"),
        Scorecard.trend(kpi, series, context),
        Figure.Cell(word, tone: ComponentContext.tone(ofKPI: status)),
      ])
  }

  // MARK: Risks

  /// The highest score first. A provider sees what is shared with it, without scores.
  var risks: Figure? {
    let all = context.project[Risk.schema]
    let hasScores = all.contains { $0.riskScore != nil }
    let shown = status.risks.prefix(limits.risks)
    let score = Figure.Column(context.text("score-after"), field: nil, isNumber: true)
    var figure = Figure(
      caption: context.text("top-risks"),
      emptyText: all.isEmpty ? context.text("fill-risks") : context.text("all-closed"),
      columns: [.init(context.text("risk"), field: "title")] + (hasScores ? [score] : []) + [
        .init(context.text("status"), field: "status"), .init(context.text("owner"), field: "owner"),
        .init(context.text("mitigation"), field: "mitigation"),
      ],
      rows: shown.map { row($0, hasScores) })
    figure.notes = context.more(status.risks.count, than: limits.risks)
    return context.section(figure.marked(status.risks, context), of: Risk.schema)
  }

  private func row(_ risk: Record, _ hasScores: Bool) -> Figure.Row {
    Figure.Row(
      record: risk.id,
      cells: [Figure.Cell(context.cell(risk, Risk.title).text.cut(to: 60))] + (hasScores ? [score(risk)] : []) + [
        Figure.Cell(context.format.word(risk.riskStatus, Risk.status.spec), tone: tone(risk, hasScores)),
        Figure.Cell(context.cell(risk, Risk.owner).text.cut(to: 48)),
        Figure.Cell(context.cell(risk, Risk.mitigation).text.cut(to: 100)),
      ])
  }

  /// "16 → 8": what it is, and what is left once the mitigation works.
  private func score(_ risk: Record) -> Figure.Cell {
    guard let score = risk.riskScore else { return Figure.Cell("–") }
    let residual = risk.residualScore.map { "\u{A0}→\u{A0}" + context.language.number($0) } ?? ""
    return Figure.Cell(context.language.number(score) + residual)
  }

  private func tone(_ risk: Record, _ hasScores: Bool) -> Figure.Tone {
    guard hasScores else { return .open }
    let isHigh = ProjectStatus.isHigh(risk)
    let hasOccurred = risk.riskStatus == "occurred"
    if isHigh && hasOccurred { return .bad }
    return isHigh || hasOccurred ? .attention : .open
  }
}
