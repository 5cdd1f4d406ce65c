// `::scorecard`: every KPI with its target, its last value and the run of its values.

import Languages
import Site
import Transition

enum Scorecard: Component {
  static let name = "scorecard"
  static let parameters: [ComponentParameter] = []
  static let entity: EntitySchema? = KPI.schema
  static let fields = ["name", "target", "measurements"]

  static func figure(_ context: ComponentContext) -> Figure {
    Figure(
      caption: context.caption("scorecard-caption"), emptyText: context.text("no-kpis"),
      columns: [
        .init(context.text("kpi"), field: "name"),
        .init(context.text("target"), field: "target", isNumber: true),
        .init(context.text("last-value"), field: "measurements", isNumber: true),
        .init(context.text("period"), field: "measurements"),
        .init(context.text("trend"), field: "measurements"),
      ],
      rows: context.project[KPI.schema].map { row($0, context) })
  }

  private static func row(_ kpi: Record, _ context: ComponentContext) -> Figure.Row {
    let series = kpi.series
    let values = series.compactMap { $0[Measurement.value] }
    let lastPeriod = series.last?[Measurement.period].map { context.language.text($0) } ?? ""
    return Figure.Row(
      record: kpi.id,
      cells: [
        context.cell(kpi, KPI.name), context.cell(kpi, KPI.target),
        Figure.Cell(values.last.map { text($0, of: kpi, context) } ?? context.text("no-value")),
        Figure.Cell(lastPeriod), trend(kpi, context),
      ])
  }

  /// The run of a KPI's values as a small line.
  static func trend(_ kpi: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let description = description(of: kpi, context) else { return Figure.Cell("") }
    let values = kpi.series.compactMap { $0[Measurement.value] }
    return Figure.Cell(MergedText(description), drawing: Sparkline.draw(values, description: description))
  }

  /// The same in words; nil for fewer than two values.
  static func description(of kpi: Record, _ context: ComponentContext) -> String? {
    let series = kpi.series
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
