// `::timeline{view=waves}`: the plan as a Gantt chart over ISO weeks, and the same as a table for phones and paper.

import Languages
import Site
import Transition

enum TimelineView: Component {
  static let name = "timeline"
  static let group = ComponentGroup.plan
  static let topics = ["S0.2", "S0.7"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(
      name: "view", kind: .choice(["all", "phases", "waves"]), summary: "Shows the phases, the waves, or both."),
    ComponentParameter(
      name: "phase", kind: .record(["phases"]), summary: "Shows this phase only, with its tasks."),
    ComponentParameter(name: "market", kind: .market, summary: "Shows what concerns this market."),
    ComponentParameter(name: "from", kind: .day, summary: "Shows nothing that ends before this day."),
    ComponentParameter(name: "to", kind: .day, summary: "Shows nothing that begins after this day."),
  ]
  static let entity: EntitySchema? = Milestone.schema
  static let fields = ["name", "phase", "planned", "baseline", "actual", "dependsOn"]

  static func shown(_ context: ComponentContext) -> [EntitySchema] {
    [Phase.schema, Milestone.schema, TransitionTask.schema, Wave.schema]
  }

  static func figure(_ context: ComponentContext) -> Figure {
    let plan = plan(context)
    var figure = Figure(
      caption: context.caption("timeline-caption"), emptyText: context.text("no-timeline"),
      columns: [
        .init(context.text("timeline-item"), field: "name"),
        .init(context.text("timeline-start"), field: nil),
        .init(context.text("timeline-end"), field: "planned"),
        .init(context.text("timeline-state"), field: "actual"),
      ],
      rows: plan.rows.map { row($0, context) } + plan.blackouts.map { row($0, context) })
    guard !plan.rows.isEmpty else {
      return Figure(caption: figure.caption, emptyText: figure.emptyText, columns: figure.columns, rows: [])
    }
    if let drawing = GanttDrawing(plan, caption: figure.caption, context) {
      figure.drawings = [drawing.draw()]
      if drawing.leftOut > 0, let text = context.language.plural("rows-not-drawn", count: drawing.leftOut) {
        figure.notes.append(MergedText(text))
      }
      if drawing.hidesLinks { figure.notes.append(MergedText(context.text("timeline-no-links"))) }
    }
    if context.project[Wave.schema].contains(where: { wave in plan.rows.contains { $0.record == wave.id } }) {
      figure.notes.append(MergedText(context.text("timeline-wave-note")))
    }
    return figure
  }

  private static func plan(_ context: ComponentContext) -> GanttPlan {
    let arguments = context.arguments
    let rows = GanttRows(context)
    let phase = arguments["phase"]
    let view = arguments["view"] ?? "all"
    var all: [GanttPlan.Row] = []
    if view != "waves" {
      all += rows.phases(
        context.project[Phase.schema].filter { phase == nil || $0.id == phase }, milestones(context),
        tasks: phase == nil ? [] : context.project[TransitionTask.schema].orderedByDay(TransitionTask.start))
    }
    if view == "waves" || view == "all" && phase == nil {
      let waves = WaveProgress.all(in: context.project).filter { wave in
        arguments["market"].map { (wave.wave[Wave.markets] ?? []).contains($0) } ?? true
      }
      all += waves.map { rows.wave($0) }
      if let overlap = rows.overlap, !waves.isEmpty || view == "all" { all.append(overlap) }
    }
    return GanttPlan(
      all, blackouts: rows.blackouts, from: arguments["from"].flatMap { Day(iso: $0) },
      to: arguments["to"].flatMap { Day(iso: $0) }, today: context.format.asOf.day)
  }

  private static func milestones(_ context: ComponentContext) -> [Record] {
    context.records(
      Milestone.schema,
      [.filter(Milestone.phase), .filter(Milestone.markets, as: "market", isForAllWhenLeftOut: true)])
  }

  private static func row(_ row: GanttPlan.Row, _ context: ComponentContext) -> Figure.Row {
    Figure.Row(
      record: row.record,
      cells: [Figure.Cell(row.name), day(row.start, context), day(row.end, context), row.state], level: row.level)
  }

  private static func row(_ blackout: GanttPlan.Blackout, _ context: ComponentContext) -> Figure.Row {
    let today = context.format.asOf.day
    let standing = GanttRows.Standing(blackout.from, blackout.to, today)
    let name = context.text("timeline-no-change")
    let reason = blackout.reason.map { ": " + $0.plainText } ?? ""
    return Figure.Row(
      record: "",
      cells: [
        Figure.Cell(MergedText(name + reason, language: blackout.reason?.language)), day(blackout.from, context),
        day(blackout.to, context), Figure.Cell(context.text(standing.key), tone: standing.tone),
      ])
  }

  private static func day(_ day: Day?, _ context: ComponentContext) -> Figure.Cell {
    var cell = Figure.Cell(day.map { context.language.long($0) } ?? "")
    cell.plain = day.map { .day($0) }
    return cell
  }
}
