// Sections of a status report about what comes next: the gate, the milestones, the decisions that are asked for.

import Languages
import Site
import Transition

struct StatusPlan {
  let status: ProjectStatus
  let limits: StatusLimits
  let context: ComponentContext

  // MARK: Gate

  var gate: Figure? {
    let items = status.gate?.itemsByNeed ?? []
    var figure = Figure(
      caption: context.text("next-gate"), emptyText: noCriteria,
      columns: [
        .init(context.text("criterion"), field: "criterion"),
        .init(context.text("wanted"), field: "threshold", isNumber: true),
        .init(context.text("found"), field: "actual", isNumber: true), .init(context.text("status"), field: nil),
      ],
      rows: items.prefix(limits.criteria).map { criterion($0) })
    if let gate = status.gate { figure.lead = lead(gate) }
    figure.notes = context.more(items.count, than: limits.criteria)
    let all = (status.gate?.lists ?? []).flatMap { list in (list[Readiness.items] ?? []).map { ($0.id, list) } }
    let proposed = Set(all.filter { $0.1.isProposed }.map(\.0))
    return context.section(figure.marked(where: proposed, context), of: Readiness.schema)
  }

  private var noCriteria: String {
    if status.gate != nil { return context.text("fill-criteria") }
    return NextGate.all(in: context.project).isEmpty ? context.text("fill-gates") : context.text("no-gate")
  }

  /// The gate, its day, and for the team the verdict.
  private func lead(_ gate: NextGate) -> [MergedText] {
    var texts = [context.cell(gate.milestone, Milestone.name).text.cut(to: 60)]
    if let day = gate.milestone[Milestone.planned] {
      texts += [MergedText(context.shortDay(day)), MergedText(context.distance(to: day))]
    }
    if context.readers >= .team, let verdict = gate.verdict(in: context.project) {
      texts.append(MergedText(context.format.word(verdict, ReadinessVerdict.field.spec)))
    }
    return texts
  }

  private func criterion(_ item: Record) -> Figure.Row {
    let (word, tone): (String, Figure.Tone) =
      switch ReadinessVerdict.isMet(item) {
      case true: (context.text("criterion-met"), .good)
      case false: (context.text("criterion-unmet"), item[ReadinessItem.must] == true ? .bad : .attention)
      case nil: (context.text("criterion-open"), .open)
      }
    return Figure.Row(
      record: item.id,
      cells: [
        Figure.Cell(context.cell(item, ReadinessItem.criterion).text.cut(to: 60)),
        Figure.Cell(context.wanted(item)), Figure.Cell(context.found(item)), Figure.Cell(word, tone: tone),
      ])
  }

  // MARK: Milestones

  var milestones: Figure? {
    let all = context.project[Milestone.schema]
    let open = all.filter { $0[Milestone.actual] == nil }.orderedByDay(Milestone.planned)
    let shown = Array(open.prefix(limits.milestones))
    let hasForecast = shown.contains { forecast($0) != nil }
    let endangered = PlanPosition.endangered(in: context.project)
    let column = Figure.Column(context.text("forecast"), field: "planned", isNumber: true)
    var figure = Figure(
      caption: context.text("next-milestones"),
      emptyText: all.isEmpty ? context.text("fill-milestones") : context.text("all-reached"),
      columns: [
        .init(context.text("milestone"), field: "name"),
        .init(context.text("planned"), field: "planned", isNumber: true),
      ] + (hasForecast ? [column] : []) + [.init(context.text("status"), field: nil)],
      rows: shown.map { milestone in
        row(milestone, hasForecast: hasForecast, isEndangered: endangered.contains(milestone.id))
      })
    figure.notes = context.more(open.count, than: shown.count)
    return context.section(figure.marked(shown, context), of: Milestone.schema)
  }

  /// The day that is expected now, where another was agreed first.
  private func forecast(_ milestone: Record) -> Day? {
    guard let first = milestone[Milestone.baseline], let now = milestone[Milestone.planned], first != now else {
      return nil
    }
    return now
  }

  private func row(_ milestone: Record, hasForecast: Bool, isEndangered: Bool) -> Figure.Row {
    let planned = milestone[Milestone.planned]
    let agreed = milestone[Milestone.baseline] ?? planned
    let state = MilestoneState.of(milestone, in: context.project)
    let word = planned.map { context.distance(to: $0) } ?? ""
    let cell: Figure.Cell =
      switch state {
      case "late": Figure.Cell(word, tone: .bad)
      case _ where isEndangered: Figure.Cell(context.text("endangered"), tone: .attention)
      default: Figure.Cell(word, tone: .open)
      }
    let expected = Figure.Cell((forecast(milestone) ?? planned).map { context.shortDay($0) } ?? "–")
    return Figure.Row(
      record: milestone.id,
      cells: [
        Figure.Cell(context.cell(milestone, Milestone.name).text.cut(to: 60)),
        Figure.Cell(agreed.map { context.shortDay($0) } ?? "–"),
      ] + (hasForecast ? [expected] : []) + [cell])
  }

  // MARK: Decisions

  /// What the committee is asked: decisions that have no day yet, and the gates to come. For those who see decisions.
  var decisions: Figure? {
    guard context.readers >= Decision.schema.audience else { return nil }
    let asked = context.project[Decision.schema].filter { $0[Decision.date] == nil }
    let all =
      (asked.map { ($0, $0[Decision.due]) } + NextGate.open(in: context.project).map { ($0, $0[Milestone.planned]) })
      .enumerated().sorted { a, b in
        let (first, second) = (a.element.1 ?? Day.latest, b.element.1 ?? Day.latest)
        return first == second ? a.offset < b.offset : first < second
      }.map(\.element)
    var figure = Figure(
      caption: context.text("decisions-asked"), emptyText: context.text("no-decisions"),
      columns: [
        .init(context.text("decision"), field: nil), .init(context.text("decide-by"), field: nil, isNumber: true),
        .init(context.text("decided-by"), field: nil),
      ],
      rows: all.prefix(limits.decisions).map { record, day in decision(record, day) })
    figure.notes = context.more(all.count, than: limits.decisions)
    return figure.marked(all.map(\.0), context)
  }

  private func decision(_ record: Record, _ day: Day?) -> Figure.Row {
    let isGate = record.schema === Milestone.schema
    let name = isGate ? context.cell(record, Milestone.name) : context.cell(record, Decision.title)
    // A gate is decided by who answers for the goals.
    let who =
      isGate ? context.project.record.map { context.cell($0, Project.sponsor) } : context.cell(record, Decision.by)
    let text = who?.text ?? MergedText("")
    return Figure.Row(
      record: record.id,
      cells: [
        Figure.Cell(name.text.cut(to: 60)), Figure.Cell(day.map { context.shortDay($0) } ?? "–"),
        text.text.isEmpty
          ? Figure.Cell(context.text(isGate ? "fill-sponsor" : "fill-by")) : Figure.Cell(text.cut(to: 40)),
      ])
  }
}
