// `::milestone-list{view=next limit=5}`: milestones in the order of their days, with what was agreed and what came.

import Languages
import Site
import Transition

enum MilestoneList: Component {
  static let name = "milestone-list"
  static let group = ComponentGroup.plan
  static let topics = ["S0.2"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(
      name: "view", kind: .choice(["all", "next", "late"]), summary: "Shows all, those to come, or those that are late."
    ),
    .filter(Milestone.phase), .filter(Milestone.markets, as: "market", isForAllWhenLeftOut: true), .limit,
  ]
  static let entity: EntitySchema? = Milestone.schema
  static let fields = ["name", "phase", "planned", "actual", "baseline"]

  static func figure(_ context: ComponentContext) -> Figure {
    let all = context.records(Milestone.schema, parameters).filter { isWanted($0, context) }
      .orderedByDay(Milestone.planned)
    let shown = context.limited(all)
    let endangered = PlanPosition.endangered(in: context.project)
    let hasBaseline = knowsFacts(context) && shown.contains { $0[Milestone.baseline] != nil }
    var figure = Figure(
      caption: context.caption("milestone-list-caption"), emptyText: emptyText(context),
      columns: columns(context, hasBaseline), rows: shown.map { row($0, context, hasBaseline, endangered) })
    figure.notes = context.more(all.count, than: shown.count)
    return figure
  }

  /// Whether readers see what has happened: by the plan alone nothing is late.
  private static func knowsFacts(_ context: ComponentContext) -> Bool { context.readers >= Milestone.schema.audience }

  private static func isWanted(_ milestone: Record, _ context: ComponentContext) -> Bool {
    guard let view = context.arguments["view"], view != "all" else { return true }
    guard knowsFacts(context) else {
      return view == "next" && milestone[Milestone.planned].map { context.format.asOf.day <= $0 } ?? true
    }
    let state = MilestoneState.of(milestone, in: context.project)
    return view == "late" ? state == "late" : state != "late" && state != "done"
  }

  private static func emptyText(_ context: ComponentContext) -> String {
    guard !context.project[Milestone.schema].isEmpty else { return context.text("no-milestones") }
    return switch context.arguments["view"] {
    case "next": context.text("no-next-milestones")
    case "late": context.text("no-late-milestones")
    default: context.text("no-such-milestones")
    }
  }

  private static func columns(_ context: ComponentContext, _ hasBaseline: Bool) -> [Figure.Column] {
    let plan: [Figure.Column] = [
      .init(context.text("milestone"), field: "name"),
      .init(context.text("phase"), field: "phase"),
      .init(context.text("planned"), field: "planned", isNumber: true),
      .init(context.text("actual"), field: "actual", isNumber: true),
    ]
    guard knowsFacts(context) else { return plan }
    return plan + (hasBaseline ? [.init(context.text("baseline"), field: "baseline", isNumber: true)] : []) + [
      .init(context.text("deviation-in-days"), field: nil, isNumber: true), .init(context.text("status"), field: nil),
    ]
  }

  private static func row(
    _ milestone: Record, _ context: ComponentContext, _ hasBaseline: Bool, _ endangered: Set<String>
  ) -> Figure.Row {
    let plan = [
      name(milestone, context), context.cell(milestone, Milestone.phase),
      context.cell(milestone, Milestone.planned, format: "long"),
      context.cell(milestone, Milestone.actual, format: "long"),
    ]
    guard knowsFacts(context) else { return Figure.Row(record: milestone.id, cells: plan) }
    let baseline = hasBaseline ? [context.cell(milestone, Milestone.baseline, format: "long")] : []
    let state = state(milestone, endangered: endangered, context)
    return Figure.Row(record: milestone.id, cells: plan + baseline + [deviation(milestone, context), state])
  }

  /// What its readers may call it.
  static func name(_ milestone: Record, _ context: ComponentContext) -> Figure.Cell {
    milestone.located("name") == nil
      ? context.cell(milestone, Milestone.publicLabel) : context.cell(milestone, Milestone.name)
  }

  private static func deviation(_ milestone: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let days = MilestoneDeviation.days(of: milestone, in: context.project) else { return Figure.Cell("") }
    return Figure.Cell(context.signed(days), FixedDecimal(days))
  }

  /// Where it stands, in a word; nothing for readers who do not see what has happened.
  static func state(
    _ milestone: Record, endangered: Set<String>, _ context: ComponentContext, withDeviation: Bool = false
  ) -> Figure.Cell {
    guard knowsFacts(context), let state = MilestoneState.of(milestone, in: context.project) else {
      return Figure.Cell("")
    }
    let days = withDeviation ? MilestoneDeviation.days(of: milestone, in: context.project) ?? 0 : 0
    let suffix = days == 0 ? "" : " (\(context.deviation(days)))"
    let word = context.format.word(state, MilestoneState.field.spec)
    switch state {
    case "done": return Figure.Cell(word + suffix, tone: .good)
    case "late": return Figure.Cell(word + suffix, tone: .bad)
    case _ where endangered.contains(milestone.id):
      return Figure.Cell(context.text("milestone-endangered") + suffix, tone: .attention)
    case "next": return Figure.Cell(word + suffix, tone: .open)
    default: return Figure.Cell(word + suffix)
    }
  }
}

extension ComponentContext {
  /// A difference with its sign: "+5", "−2", "0".
  func signed(_ number: Int) -> String { sign(number) + language.number(Int(clamping: number.magnitude)) }

  /// The same in days: "+5 Tage".
  func deviation(_ days: Int) -> String {
    sign(days) + (language.plural("days", count: Int(clamping: days.magnitude)) ?? "")
  }

  private func sign(_ number: Int) -> String { number > 0 ? "+" : number < 0 ? "−" : "" }
}
