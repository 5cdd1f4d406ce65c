// The columns of a scorecard: those that every reader has, and those of service levels for whom they are meant.

import Languages
import Site
import Transition

struct ScorecardColumns {
  private let kpis: [Record]
  private let context: ComponentContext
  private let slas: [String: [Record]]
  /// By the ids of the KPIs.
  private let series: [String: [Record]]
  private let hasBaseline, hasWeight, hasCredit: Bool

  init(_ kpis: [Record], _ context: ComponentContext) {
    (self.kpis, self.context) = (kpis, context)
    series = Dictionary(kpis.map { ($0.id, $0.series(context.cut)) }) { first, _ in first }
    let shown = Set(kpis.map(\.id))
    let provider = context.arguments["provider"]
    let slas = context.project[SLA.schema].filter { sla in
      sla[SLA.kpi].map { shown.contains($0) } == true && (provider == nil || sla[SLA.provider] == provider)
    }
    self.slas = Dictionary(grouping: slas) { $0[SLA.kpi] ?? "" }
    hasBaseline = kpis.contains { $0[KPI.baseline] != nil }
    hasWeight = slas.contains { $0[SLA.weight] != nil }
    // What is credited is for few readers: the others have neither the tiers nor the share at risk.
    hasCredit = slas.contains { $0[SLA.atRisk] != nil && $0[SLA.credit] != nil }
  }

  var columns: [Figure.Column] {
    var columns: [Figure.Column] = [
      .init(context.text("kpi"), field: "name"),
      .init(context.text("target"), field: "target", isNumber: true),
      .init(context.text("last-value"), field: "measurements", isNumber: true),
      .init(context.text("period"), field: "measurements"),
      .init(context.text("trend"), field: "measurements"),
      .init(context.text("status"), field: nil),
      .init(context.text("deviation"), field: nil, isNumber: true),
    ]
    if hasBaseline {
      columns.append(.init(context.language.title(ofField: "baseline"), field: "baseline", isNumber: true))
    }
    columns.append(.init(context.language.title(ofField: "kind"), field: "kind"))
    if hasWeight { columns.append(.init(context.text("sla-weight"), field: nil, isNumber: true)) }
    if hasCredit { columns.append(.init(context.text("sla-credit"), field: nil, isNumber: true)) }
    return columns
  }

  func row(_ kpi: Record) -> Figure.Row {
    let series = series[kpi.id] ?? []
    let last = series.last
    let value = last?[Measurement.value]
    var cells = [
      context.cell(kpi, KPI.name), context.cell(kpi, KPI.target),
      Figure.Cell(value.map { Scorecard.text($0, of: kpi, context) } ?? context.text("no-value")),
      context.period(last), Scorecard.trend(kpi, series, context, isMarked: true),
      context.standing(KPIStatus.of(kpi, in: context.project, context.cut)),
      value.map { context.deviation($0, of: kpi) } ?? Figure.Cell(""),
    ]
    if hasBaseline { cells.append(context.value(kpi[KPI.baseline], of: kpi)) }
    cells.append(context.cell(kpi, KPI.kind))
    let agreed = slas[kpi.id] ?? []
    if hasWeight { cells.append(weight(agreed)) }
    if hasCredit { cells.append(credit(kpi, agreed)) }
    return Figure.Row(record: kpi.id, cells: cells)
  }

  private func weight(_ slas: [Record]) -> Figure.Cell {
    let weights = slas.compactMap { $0[SLA.weight] }
    return Figure.Cell(weights.map { context.language.percent($0) }.joined(separator: " · "))
  }

  /// What the last value has the provider credit, as a share of the fee.
  private func credit(_ kpi: Record, _ slas: [Record]) -> Figure.Cell {
    let texts = slas.compactMap { sla -> String? in
      guard let last = last(of: kpi, sla), let period = last[Measurement.period] else { return nil }
      if let until = sla[SLA.suspendedUntil], period.lastDay <= until {
        return context.format.word("suspended", KPIStatus.status.spec)
      }
      return credit(kpi, sla).flatMap(percent)
    }
    return Figure.Cell(texts.joined(separator: " · "))
  }

  private func credit(_ kpi: Record, _ sla: Record) -> Ratio? {
    guard let last = last(of: kpi, sla), let value = last[Measurement.value], let period = last[Measurement.period]
    else { return nil }
    return SLACredit.percent(sla, value: value, period: period, direction: kpi[KPI.direction])
  }

  /// Each provider answers for its own values, where there are some.
  private func last(of kpi: Record, _ sla: Record) -> Record? {
    var own = context.cut
    own.provider = own.provider ?? sla[SLA.provider]
    return kpi.series(own).last ?? series[kpi.id]?.last
  }

  private func percent(_ share: Ratio) -> String? {
    share.isPositive
      ? share.rounded(3).map { context.language.percent($0) } : context.language.percent(FixedDecimal(0))
  }

  // MARK: Notes

  var notes: [MergedText] { suspensions + credits + goLives + points }

  /// What a provider credits in all, where it credits something.
  private var credits: [MergedText] {
    let agreed = kpis.flatMap { kpi in (slas[kpi.id] ?? []).map { (kpi, $0) } }
    var providers: [String] = []
    for (_, sla) in agreed {
      if let provider = sla[SLA.provider], !providers.contains(provider) { providers.append(provider) }
    }
    return hasCredit
      ? providers.compactMap { provider in
        let shares = agreed.filter { $0.1[SLA.provider] == provider }.compactMap { credit($0.0, $0.1) }
        guard let sum = Ratio.sum(shares), sum.isPositive, let share = percent(sum) else { return nil }
        let name = context.format.name(of: provider, SLA.provider.spec).text
        return MergedText(context.text("sla-credit-sum", ["provider": name, "share": share]))
      } : []
  }

  /// What the unit of deviations between percentages is.
  private var points: [MergedText] {
    let isUsed = kpis.contains { $0[KPI.unit] == "%" && series[$0.id]?.isEmpty == false }
    return isUsed ? [MergedText(context.text("points-note"))] : []
  }

  /// Until when which service levels have no consequence.
  private var suspensions: [MergedText] {
    var days: [Day] = []
    var names: [Day: [String]] = [:]
    for kpi in kpis {
      guard let period = series[kpi.id]?.last?[Measurement.period],
        let until = KPIStatus.suspendedUntil(kpi, period, context.project)
      else { continue }
      if !days.contains(until) { days.append(until) }
      names[until, default: []].append(context.cell(kpi, KPI.name).text.plainText)
    }
    return days.sorted().map { day in
      MergedText(
        context.text(
          "sla-suspended-until",
          ["date": context.language.long(day), "kpis": context.language.list(names[day] ?? [])]))
    }
  }

  /// What the marks in the small lines are.
  private var goLives: [MergedText] {
    var found: [GoLive] = []
    for kpi in kpis {
      guard let series = series[kpi.id], series.count > 1 else { continue }
      for goLive in Scorecard.goLives(in: series, context) where !found.contains(goLive) { found.append(goLive) }
    }
    guard !found.isEmpty else { return [] }
    let names = found.sorted { $0.day < $1.day }.map { context.name(of: $0) }
    return [MergedText(context.text("trend-go-lives", ["days": names.joined(separator: ", ")]))]
  }
}
