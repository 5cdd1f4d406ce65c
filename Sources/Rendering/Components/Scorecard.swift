// `::scorecard{kind=leading sort=status}`: every KPI with its target, its last value, the run of its values, and what
// they mean.

import Languages
import Site
import Transition

enum Scorecard: Component {
  static let name = "scorecard"
  static let group = ComponentGroup.quality
  static let topics = ["S0.6", "S1.1"]
  static let parameters: [ComponentParameter] = [
    .filter(KPI.kind), .filter(KPI.owner),
    ComponentParameter(
      name: "status", kind: .choice(["met", "missed", "critical", "suspended"]),
      summary: "Shows those with this status."
    ),
    ComponentParameter(
      name: "objective", kind: .record([Objective.schema.collection]), summary: "Shows those that measure it."),
    ComponentParameter(
      name: "sort", kind: .choice(["name", "status"]), summary: "The order; as in the data when left out."),
    .cutMarket, .cutChannel, .cutProvider, .limit,
  ]
  static let entity: EntitySchema? = KPI.schema
  static let fields = ["name", "target", "measurements", "baseline", "kind", "critical", "direction"]

  static func figure(_ context: ComponentContext) -> Figure {
    let kpis = kpis(context)
    let columns = ScorecardColumns(kpis, context)
    var figure = Figure(
      caption: context.caption("scorecard-caption"),
      emptyText: context.text(context.project[KPI.schema].isEmpty ? "no-kpis" : "no-kpis-chosen"),
      columns: columns.columns, rows: kpis.map { columns.row($0) })
    figure.notes = columns.notes + daily(kpis, context)
    return figure
  }

  // MARK: Which, and in which order

  private static func kpis(_ context: ComponentContext) -> [Record] {
    let cut = context.cut
    var kpis = context.records(KPI.schema, parameters)
    if cut != .whole { kpis = kpis.filter { !$0.series(cut).isEmpty } }
    if let id = context.arguments["objective"] {
      let objective = context.project.find(id, in: Objective.schema)
      let measures = objective.map { ObjectiveProgress.measures($0, in: context.project).map(\.id) } ?? []
      kpis = kpis.filter { measures.contains($0.id) }
    }
    if let status = context.arguments["status"] {
      kpis = kpis.filter { KPIStatus.of($0, in: context.project, cut) == status }
    }
    switch context.arguments["sort"] {
    case "name": kpis = context.language.sorted(kpis) { context.cell($0, KPI.name).text.plainText }
    case "status": kpis = byNeed(kpis, context)
    default: break
    }
    return context.limited(kpis)
  }

  /// The worst first; those without a value last.
  private static func byNeed(_ kpis: [Record], _ context: ComponentContext) -> [Record] {
    let order = ["critical", "missed", "suspended", "met"]
    let ranked = kpis.enumerated().map { index, kpi in
      let status = KPIStatus.of(kpi, in: context.project, context.cut)
      return (kpi: kpi, rank: status.flatMap { order.firstIndex(of: $0) } ?? order.count, index: index)
    }
    return ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.kpi)
  }

  // MARK: Days

  /// How many of the last days are written out.
  private static let days = 10

  /// While a go-live is watched closely: the last days of what is measured daily.
  private static func daily(_ kpis: [Record], _ context: ComponentContext) -> [MergedText] {
    let today = context.format.asOf.day
    let isWatched = context.project[Wave.schema].contains { wave in
      guard let time = wave[Wave.hypercare], let from = time[Hypercare.from], let to = time[Hypercare.to] else {
        return false
      }
      return from <= today && today <= to
    }
    guard isWatched, let first = today.adding(days: 1 - days) else { return [] }
    var cut = context.cut
    cut.kind = .day
    return kpis.filter { $0[KPI.measuredDaily] == true || $0.frequencyKind == .day }.compactMap { kpi in
      let values = kpi.series(cut).compactMap { measurement -> String? in
        guard let day = measurement[Measurement.period]?.firstDay, first <= day, day <= today,
          let value = measurement[Measurement.value]
        else { return nil }
        return context.language.short(day) + ": " + text(value, of: kpi, context)
      }
      guard !values.isEmpty else { return nil }
      let name = context.cell(kpi, KPI.name).text.plainText
      return MergedText(
        context.text("scorecard-daily", ["kpi": name, "values": values.joined(separator: " · ")]))
    }
  }

  // MARK: The run of values

  /// The run of a KPI's values as a small line; with a mark at each go-live where something explains them.
  static func trend(
    _ kpi: Record, _ series: [Record], _ context: ComponentContext, isMarked: Bool = false
  ) -> Figure.Cell {
    guard let description = description(of: kpi, series, context) else { return Figure.Cell("") }
    let series = series.filter { $0[Measurement.value] != nil }
    let values = series.compactMap { $0[Measurement.value] }
    let goLives = isMarked ? self.goLives(in: series, context) : []
    let marks = series.indices.filter { index in
      goLives.contains { goLive in series[index][Measurement.period]?.contains(goLive.day) == true }
    }
    return Figure.Cell(
      MergedText(description), drawing: Sparkline.draw(values, marks: marks, description: description))
  }

  /// Those that fall between the first and the last day of a series.
  static func goLives(in series: [Record], _ context: ComponentContext) -> [GoLive] {
    guard let first = series.first?[Measurement.period]?.firstDay, let last = series.last?[Measurement.period]?.lastDay
    else { return [] }
    return context.goLives(from: first, to: min(last, context.format.asOf.day))
  }

  /// The same in words; nil for fewer than two values.
  static func description(of kpi: Record, _ series: [Record], _ context: ComponentContext) -> String? {
    let values = series.compactMap { $0[Measurement.value] }
    guard values.count > 1, let first = values.first, let last = values.last,
      let firstPeriod = series.first?[Measurement.period], let lastPeriod = series.last?[Measurement.period]
    else { return nil }
    return context.text(
      "trend-description",
      [
        "first": text(first, of: kpi, context), "firstPeriod": context.language.text(firstPeriod),
        "last": text(last, of: kpi, context), "lastPeriod": context.language.text(lastPeriod),
        "n": context.language.number(values.count),
      ])
  }

  static func text(_ value: FixedDecimal, of kpi: Record, _ context: ComponentContext) -> String {
    context.format.quantity(value, unit: kpi[KPI.unit] ?? "", decimals: kpi[KPI.decimals])
  }
}
