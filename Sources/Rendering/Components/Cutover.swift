// `::cutover{wave=w1}`: the runbook of a cut-over, step by step by the clock, made to be printed and ticked off.

import Languages
import Site
import Transition

enum Cutover: PageComponent {
  static let name = "cutover"
  static let group = ComponentGroup.goLive
  static let topics = ["S0.2", "S0.3"]
  static let parameters: [ComponentParameter] = [.filter(RunbookStep.wave)]
  static let entity: EntitySchema? = RunbookStep.schema
  static let fields = [
    "wave", "no", "at", "action", "owner", "party", "minutes", "check", "rollback", "pointOfNoReturn", "done", "result",
  ]
  static let tables = ["", "contacts"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let steps = context.records(RunbookStep.schema, parameters)
    return [runbook(steps, context), CutoverContacts.figure(of: steps, context)]
  }

  private static func runbook(_ steps: [Record], _ context: ComponentContext) -> Figure {
    let groups = groups(steps, context)
    var figure = Figure(
      caption: context.caption("cutover-caption"),
      emptyText: context.text(context.arguments["wave"] == nil ? "no-runbook" : "no-runbook-of-wave"),
      columns: [
        .init(context.text("runbook-number"), field: "no", isNumber: true),
        .init(context.text("runbook-time"), field: "at"),
        .init(context.text("runbook-offset"), field: "at", isNumber: true),
        .init(context.text("runbook-action"), field: "action"),
        .init(context.text("runbook-who"), field: "owner"),
        .init(context.text("runbook-minutes"), field: "minutes", isNumber: true),
        .init(context.text("runbook-done"), field: "done"),
        .init(context.text("runbook-check"), field: "check", isBelow: true),
        .init(context.text("runbook-rollback"), field: "rollback", isBelow: true),
        .init(context.text("runbook-result"), field: "result", isBelow: true),
      ],
      rows: groups.flatMap { rows($0, context) })
    let done = steps.count { $0[RunbookStep.done] != nil }
    figure.notes = [
      MergedText(
        context.text(
          "runbook-progress", ["n": context.language.number(done), "of": context.language.number(steps.count)]))
    ]
    return figure
  }

  /// The steps of a wave in their order.
  private struct Group {
    let name: String
    let clock: RunbookClock
    let steps: [Record]
  }

  /// Waves in the order of their go-lives, then those that the readers do not see.
  private static func groups(_ steps: [Record], _ context: ComponentContext) -> [Group] {
    let waves = WaveProgress.all(in: context.project)
    var ids = waves.map(\.wave.id)
    for id in steps.compactMap({ $0[RunbookStep.wave] }) where !ids.contains(id) { ids.append(id) }
    return ids.compactMap { id in
      let own = steps.enumerated().filter { $0.element[RunbookStep.wave] == id }.sorted { a, b in
        let (first, second) = (a.element[RunbookStep.no], b.element[RunbookStep.no])
        if first == second { return a.offset < b.offset }
        guard let first, let second else { return first != nil }
        return first < second
      }
      guard !own.isEmpty else { return nil }
      let name = waves.first { $0.wave.id == id }.map { context.name(of: $0) } ?? ""
      return Group(name: name, clock: RunbookClock(wave: id, in: context.project), steps: own.map(\.element))
    }
  }

  private static func rows(_ group: Group, _ context: ComponentContext) -> [Figure.Row] {
    let start = group.clock.start.map { start in
      "T = " + context.text("date-time", ["date": context.language.full(start.day), "time": start.time])
    }
    let title = [group.name, start ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    let heading = title.isEmpty ? [] : [across(Figure.Cell(title))]
    return heading
      + group.steps.flatMap { step -> [Figure.Row] in
        let row = Figure.Row(record: step.id, cells: cells(step, group.clock, context))
        guard step[RunbookStep.pointOfNoReturn] == true else { return [row] }
        return [row, across(Figure.Cell(context.text("runbook-no-return")).tinted(.high))]
      }
  }

  private static func across(_ cell: Figure.Cell) -> Figure.Row {
    var row = Figure.Row(record: "", cells: [cell])
    row.isHeading = true
    return row
  }

  // MARK: A step

  private static func cells(_ step: Record, _ clock: RunbookClock, _ context: ComponentContext) -> [Figure.Cell] {
    var number = context.cell(step, RunbookStep.no)
    number.hasBox = step[RunbookStep.done] == nil
    return [
      number, time(step, clock, context), offset(step, clock, context), context.cell(step, RunbookStep.action),
      who(step, context), context.cell(step, RunbookStep.minutes), done(step, clock, context),
      context.cell(step, RunbookStep.check), context.cell(step, RunbookStep.rollback),
      context.cell(step, RunbookStep.result),
    ]
  }

  /// "Fr 27. Februar, 08:00 Uhr".
  private static func time(_ step: Record, _ clock: RunbookClock, _ context: ComponentContext) -> Figure.Cell {
    guard let time = clock.time(of: step) else { return Figure.Cell("") }
    return Figure.Cell(text(time.day, time.clock, context))
  }

  private static func text(_ day: Day, _ clock: String?, _ context: ComponentContext) -> String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let weekday = context.text("day-" + names[day.weekday - 1])
    let date = "\(weekday)\u{A0}" + context.shortDay(day).replacing(" ", with: "\u{A0}")
    return clock.map { context.text("date-time", ["date": date, "time": $0]) } ?? date
  }

  /// "T−72 h", "T+1 h 30 min", "T".
  private static func offset(_ step: Record, _ clock: RunbookClock, _ context: ComponentContext) -> Figure.Cell {
    guard let minutes = clock.minutes(to: step) else { return Figure.Cell("") }
    guard minutes != 0 else { return Figure.Cell("T") }
    let (hours, rest) = (abs(minutes / 60), abs(minutes % 60))
    let parts = [hours > 0 ? "\(context.language.number(hours))\u{A0}h" : nil, rest > 0 ? "\(rest)\u{A0}min" : nil]
    return Figure.Cell("T\(minutes < 0 ? "−" : "+")" + parts.compactMap(\.self).joined(separator: "\u{A0}"))
  }

  /// "Transitionsleitung, Nordhem Casa AB".
  private static func who(_ step: Record, _ context: ComponentContext) -> Figure.Cell {
    let (role, party) = (context.cell(step, RunbookStep.owner).text, context.cell(step, RunbookStep.party).text)
    let words = [role, party].map(\.plainText).filter { !$0.isEmpty }
    return Figure.Cell(MergedText(words.joined(separator: ", "), language: role.language ?? party.language))
  }

  private static func done(_ step: Record, _ clock: RunbookClock, _ context: ComponentContext) -> Figure.Cell {
    if let done = step[RunbookStep.done] { return Figure.Cell(text(done.day, done.time, context), tone: .good) }
    return clock.isLate(step) ? Figure.Cell(context.text("state-late"), tone: .bad) : Figure.Cell("")
  }
}
