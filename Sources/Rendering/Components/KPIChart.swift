// `::kpi-chart{kpi=k01 frequency=weekly}`: the run of one key figure against its target, its limits and the go-lives.

import Languages
import Site
import Syntax
import Transition

enum KPIChart: Component {
  static let name = "kpi-chart"
  static let group = ComponentGroup.quality
  static let topics = ["S0.6"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(name: "kpi", kind: .record([KPI.schema.collection]), summary: "The key figure."),
    ComponentParameter(
      name: "frequency", kind: .choice(["daily", "weekly", "monthly", "quarterly"]),
      summary: "The periods it shows; its regular ones when left out."),
    period("from", "The first period it shows."), period("to", "The last period it shows."),
    .cutMarket, .cutChannel, .cutProvider,
  ]
  static let entity: EntitySchema? = KPI.schema
  static let fields = [
    "name", "target", "measurements", "baseline", "critical", "criticalMin", "criticalMax", "direction",
  ]

  private static func period(_ name: String, _ summary: Message) -> ComponentParameter {
    ComponentParameter(name: name, kind: .text("a period such as 2026-03, 2026-W10 or 2026-03-02"), summary: summary)
  }

  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    var binding = ComponentBinding(entity: entity, fields: fields)
    if arguments["kpi"] == nil {
      binding.problems.append(
        ArgumentProblem(
          argument: "kpi", message: "::kpi-chart does not say of which key figure",
          rule: "kpi= names the key figure that the chart shows", help: "write ::kpi-chart{kpi=k01}"))
    }
    for name in ["from", "to"] {
      guard let text = arguments[name], Period(text) == nil else { continue }
      binding.problems.append(
        ArgumentProblem(
          argument: name, message: "\(name)=\(text) is no period",
          rule: "a period is written such as 2026-03, 2026-Q1, 2026-W10 or 2026-03-02", help: nil))
    }
    return binding
  }

  /// A value in its period, and what it means.
  struct Point {
    let measurement: Record
    let period: Period
    let value: FixedDecimal
    let status: String?
  }

  static func figure(_ context: ComponentContext) -> Figure {
    let kpi = context.arguments["kpi"].flatMap { context.project.find($0, in: KPI.schema) }
    let points = kpi.map { self.points($0, context) } ?? []
    let name = kpi.map { context.cell($0, KPI.name).text.plainText } ?? ""
    let hasComment = points.contains { $0.measurement[Measurement.comment] != nil }
    let comment: [Figure.Column] = [.init(context.language.title(ofField: "comment"), field: "measurements")]
    var figure = Figure(
      caption: kpi == nil ? context.text("kpi") : caption(name, context),
      emptyText: kpi == nil ? context.text("no-such-kpi") : context.text("no-kpi-values", ["kpi": name]),
      columns: [
        .init(context.text("period"), field: "measurements"),
        .init(context.language.title(ofField: "value"), field: "measurements", isNumber: true),
        .init(context.text("target"), field: "target", isNumber: true), .init(context.text("status"), field: nil),
      ] + (hasComment ? comment : []),
      rows: kpi.map { kpi in points.map { row($0, kpi, hasComment, context) } } ?? [])
    guard let kpi, !points.isEmpty else { return figure }
    let drawing = KPIChartDrawing(kpi, points, caption: figure.caption, context)
    figure.drawings = [drawing.draw()]
    figure.form = .folded(context.text("as-table"))
    figure.notes = notes(kpi, points, drawing, context)
    return figure
  }

  /// "Service level 80/30 (SE)": its name, and of what the values are.
  private static func caption(_ name: String, _ context: ComponentContext) -> String {
    let cut = context.cut
    let parts = [
      cut.market.map { context.language.regionName($0) },
      cut.channel.map { context.format.name(of: $0, Measurement.channel.spec).text },
      cut.provider.map { context.format.name(of: $0, Measurement.provider.spec).text },
    ].compactMap(\.self)
    let whole = parts.isEmpty ? name : name + " (" + parts.joined(separator: ", ") + ")"
    return context.text("kpi-chart-caption", ["kpi": whole])
  }

  private static func points(_ kpi: Record, _ context: ComponentContext) -> [Point] {
    var cut = context.cut
    cut.kind = context.arguments["frequency"].flatMap(kind)
    let first = context.arguments["from"].flatMap { Period($0) }?.firstDay
    let last = context.arguments["to"].flatMap { Period($0) }?.lastDay
    return kpi.series(cut).compactMap { measurement in
      guard let period = measurement[Measurement.period], let value = measurement[Measurement.value],
        first.map({ $0 <= period.firstDay }) ?? true, last.map({ period.lastDay <= $0 }) ?? true
      else { return nil }
      return Point(
        measurement: measurement, period: period, value: value, status: KPIStatus.judge(value, kpi))
    }
  }

  private static func kind(_ frequency: String) -> Period.Kind? {
    switch frequency {
    case "daily": .day
    case "weekly": .week
    case "monthly": .month
    case "quarterly": .quarter
    default: nil
    }
  }

  private static func row(_ point: Point, _ kpi: Record, _ hasComment: Bool, _ context: ComponentContext) -> Figure.Row
  {
    Figure.Row(
      record: kpi.id,
      cells: [
        Figure.Cell(context.language.text(point.period)), context.value(point.value, of: kpi),
        context.cell(kpi, KPI.target), context.standing(point.status),
      ] + (hasComment ? [context.cell(point.measurement, Measurement.comment)] : []))
  }

  // MARK: Notes

  private static func notes(
    _ kpi: Record, _ points: [Point], _ drawing: KPIChartDrawing, _ context: ComponentContext
  ) -> [MergedText] {
    var notes: [MergedText] = []
    let suspended = points.compactMap { KPIStatus.suspendedUntil(kpi, $0.period, context.project) }.max()
    if let suspended {
      notes.append(
        MergedText(context.text("kpi-suspended-until", ["date": context.language.long(suspended)])))
    }
    if !drawing.goLives.isEmpty {
      let names = drawing.goLives.map { context.name(of: $0) }.joined(separator: ", ")
      notes.append(MergedText(context.text("kpi-chart-go-lives", ["days": names])))
    }
    if drawing.runs.count > 1 { notes.append(MergedText(context.text("kpi-chart-gaps"))) }
    return notes
  }
}
