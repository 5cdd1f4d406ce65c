// `::objectives{motive=quality}`: why the service changes hands: problem, target, day, and the figures that measure it.

import Languages
import Site
import Transition

enum Objectives: PageComponent {
  static let name = "objectives"
  static let group = ComponentGroup.quality
  static let topics = ["S0.1", "S1.3"]
  static let parameters: [ComponentParameter] = [.filter(Objective.motive), .limit]
  static let entity: EntitySchema? = Objective.schema
  static let fields = ["problem", "target", "motive", "measure", "due", "values", "priority"]
  static let tables = ["", "measures", "values"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let objectives = context.limited(ObjectiveProgress.byPriority(context.records(Objective.schema, parameters)))
    return [list(objectives, context), measures(objectives, context), values(objectives, context)]
  }

  static func shown(_ context: ComponentContext) -> [EntitySchema] {
    [Objective.schema, KPI.schema, PartnershipValue.schema]
  }

  // MARK: The objectives

  private static func list(_ objectives: [Record], _ context: ComponentContext) -> Figure {
    let title = context.language.title(ofField:)
    let hasMotive = objectives.contains { $0[Objective.motive] != nil }
    let motive: [Figure.Column] = [.init(title("motive"), field: "motive")]
    var figure = Figure(
      caption: context.caption("objectives-caption"), emptyText: context.text("no-objectives"),
      columns: [.init(title("target"), field: "target"), .init(title("problem"), field: "problem")]
        + (hasMotive ? motive : []) + [
          .init(title("due"), field: "due"), .init(context.text("status"), field: nil),
        ],
      rows: objectives.map { objective in
        Figure.Row(
          record: objective.id,
          cells: [self.title(of: objective, context), context.cell(objective, Objective.problem)]
            + (hasMotive ? [context.cell(objective, Objective.motive)] : []) + [
              context.cell(objective, Objective.due), standing(of: objective, context),
            ], anchor: context.anchor(objective.id))
      })
    if objectives.contains(where: { $0[Objective.priority] != nil }) {
      figure.notes = [MergedText(context.text("objectives-by-priority"))]
    }
    return figure
  }

  /// What is true afterwards; of one that does not say so, the problem.
  static func title(of objective: Record, _ context: ComponentContext) -> Figure.Cell {
    let target = context.cell(objective, Objective.target)
    return target.text.text.isEmpty ? context.cell(objective, Objective.problem) : target
  }

  /// Whether it is reached, on its way or late.
  static func standing(of objective: Record, _ context: ComponentContext) -> Figure.Cell {
    switch ObjectiveProgress.state(objective, in: context.project) {
    case "met": Figure.Cell(context.text("status-met"), tone: .good)
    case "late": Figure.Cell(context.text("status-late"), tone: .bad)
    case "in-progress": Figure.Cell(context.text("objective-on-the-way"), tone: .open)
    default: Figure.Cell(context.text("no-value"), tone: .open)
    }
  }

  // MARK: What measures them

  private static func measures(_ objectives: [Record], _ context: ComponentContext) -> Figure {
    let measures = objectives.map { ($0, ObjectiveProgress.measures($0, in: context.project)) }
    let kpis = measures.flatMap(\.1)
    let title = context.language.title(ofField:)
    let hasBaseline = kpis.contains { $0[KPI.baseline] != nil }
    let way: [Figure.Column] = [
      .init(title("baseline"), field: nil, isNumber: true),
      .init(context.text("objective-progress"), field: nil, isNumber: true),
    ]
    var figure = Figure(
      caption: context.caption("objective-measures-caption"),
      emptyText: objectives.isEmpty ? "" : context.text("no-objective-measures"),
      columns: [
        .init(context.text("objective-and-kpi"), field: nil), .init(context.text("target"), field: nil, isNumber: true),
        .init(context.text("last-value"), field: nil, isNumber: true), .init(context.text("status"), field: nil),
        .init(context.text("period"), field: nil),
      ] + (hasBaseline ? way : []) + [.init(title("kind"), field: nil)],
      rows: kpis.isEmpty ? [] : measures.flatMap { rows($0, $1, hasBaseline: hasBaseline, context) })
    if hasBaseline { figure.notes = [MergedText(context.text("objective-progress-note"))] }
    return figure
  }

  private static func rows(
    _ objective: Record, _ measures: [Record], hasBaseline: Bool, _ context: ComponentContext
  ) -> [Figure.Row] {
    let blank = Figure.Cell("")
    let head = Figure.Row(
      record: objective.id,
      cells: [title(of: objective, context), blank, blank, standing(of: objective, context), blank]
        + (hasBaseline ? [blank, blank] : []) + [blank])
    return [head]
      + measures.map { kpi in
        let last = kpi.series.last
        let value = last?[Measurement.value]
        let way = [
          context.value(kpi[KPI.baseline], of: kpi),
          Figure.Cell(value.flatMap { KPITarget.progress($0, kpi) }.map { context.language.percent($0) } ?? ""),
        ]
        return Figure.Row(
          record: kpi.id,
          cells: [
            context.cell(kpi, KPI.name), context.cell(kpi, KPI.target),
            value == nil ? Figure.Cell(context.text("no-value")) : context.value(value, of: kpi),
            context.standing(KPIStatus.of(kpi, in: context.project)), context.period(last),
          ] + (hasBaseline ? way : []) + [context.cell(kpi, KPI.kind)], level: 1)
      }
  }

  // MARK: The values they follow from

  private static func values(_ objectives: [Record], _ context: ComponentContext) -> Figure {
    let named = objectives.flatMap { $0[Objective.values] ?? [] }
    let values = context.project[PartnershipValue.schema].filter { named.contains($0.id) }
    return Figure(
      caption: context.caption("objective-values-caption"), emptyText: "",
      columns: [
        .init(context.text("objective-value"), field: nil),
        .init(context.language.title(ofCollection: Objective.schema.collection), field: "values"),
      ],
      rows: values.map { value in
        let following = objectives.filter { $0[Objective.values]?.contains(value.id) == true }
        let links = following.map { objective in
          Figure.Cell.Link(text: title(of: objective, context).text.cut(to: 48), anchor: context.anchor(objective.id))
        }
        return Figure.Row(
          record: value.id, cells: [context.cell(value, PartnershipValue.statement), Figure.Cell(links: links)])
      })
  }
}
