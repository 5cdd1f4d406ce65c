// `::iteration-log`: small tests in time boxes, what they were to show, what came of them and what follows.

import Languages
import Markup
import Site
import Transition

enum IterationLog: Component {
  static let name = "iteration-log"
  static let group = ComponentGroup.log
  static let topics = ["S1.8"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(
      name: "view", kind: .choice(["all", "open", "done"]),
      summary: "All, those that are not over yet, or those that are."
    ),
    .filter(Iteration.decision), .filter(Iteration.measure, as: "kpi"), Log.since, .limit,
  ]
  static let entity: EntitySchema? = Iteration.schema
  static let fields = ["hypothesis", "start", "end", "measure", "before", "after", "result", "decision", "next"]

  static func figure(_ context: ComponentContext) -> Figure {
    let asOf = context.format.asOf
    let view = context.arguments["view"]
    let kept = context.records(Iteration.schema, parameters).filter { iteration in
      let isOver = IterationResult.standing(iteration, asOf: asOf) == .over
      return view == "open" ? !isOver : view == "done" ? isOver : true
    }
    // What is news is judged by the day on which it became known, the order by the time box.
    let news = Log(context: context) { IterationResult.news($0, asOf: asOf) }.entries(kept)
    let plain = Log(context: context.without(Log.since)) { $0[Iteration.start] }
    let entries = plain.entries(news)
    let log = Log(context: context) { $0[Iteration.start] }
    var figure = log.figure(
      "iteration-log-caption", emptyText: "iteration-log-empty", of: entries, columns(entries, context),
      hasAnchors: true)
    let drawing = IterationDrawing(context.limited(entries), context)
    figure.drawings = [drawing.draw()].compactMap(\.self)
    if drawing.leftOut > 0, !figure.drawings.isEmpty,
      let text = context.language.plural("iteration-log-left-out", count: drawing.leftOut)
    {
      figure.notes.append(MergedText(text))
    }
    return figure
  }

  private static func columns(_ entries: [Record], _ context: ComponentContext) -> [RecordColumn] {
    let shown = Set(context.limited(entries).map(\.id))
    return [
      RecordColumn(Iteration.hypothesis, context) { name($0, context) },
      RecordColumn(context.text("period"), field: "start") { timeBox($0, context) },
      RecordColumn(Iteration.measure, context) { measure($0, context) },
      RecordColumn(Iteration.result, context),
      RecordColumn(context.text("iteration-log-decision"), field: "decision") { decision($0, context) },
      RecordColumn(Iteration.next, context) { next($0, shown, context) },
    ]
  }

  /// What it is called in the drawing: its id, which people use in speech.
  static func mark(_ iteration: Record) -> String {
    iteration.id.utf8.count <= 6 ? iteration.id.uppercased() : iteration.id
  }

  /// "TB1: Text blocks shorten the handle time."
  private static func name(_ iteration: Record, _ context: ComponentContext) -> Figure.Cell {
    let hypothesis = context.cell(iteration, Iteration.hypothesis).text
    guard !hypothesis.text.isEmpty else { return Figure.Cell(mark(iteration)) }
    return Figure.Cell(MergedText("\(mark(iteration)): \(hypothesis.text)", language: hypothesis.language))
  }

  /// The first and the last day; a time box that is longer than such a test should be is marked.
  private static func timeBox(_ iteration: Record, _ context: ComponentContext) -> Figure.Cell {
    let (start, end) = (iteration[Iteration.start], iteration[Iteration.end])
    let isOneYear = start?.year == end?.year
    let first = start.map { isOneYear ? context.language.short($0) : context.language.long($0) }
    let days = [first, end.map { context.language.long($0) }].compactMap(\.self).joined(separator: " – ")
    let isLong = IterationResult.days(iteration).map { $0 > IterationResult.longest } ?? false
    return Figure.Cell(days, tone: isLong ? .attention : nil)
  }

  /// "Average handle time: 320 s → 301 s (−6%)".
  private static func measure(_ iteration: Record, _ context: ComponentContext) -> Figure.Cell {
    let kpi = iteration[Iteration.measure].flatMap { context.project.find($0, in: KPI.schema) }
    func value(_ number: FixedDecimal?) -> String? {
      number.map { context.format.quantity($0, unit: kpi?[KPI.unit] ?? "") }
    }
    // What it was before is looked at when it begins.
    let hasBegun = IterationResult.standing(iteration, asOf: context.format.asOf) != .ahead
    let values = [hasBegun ? value(iteration[Iteration.before]) : nil, value(iteration[Iteration.after])]
    var text = values.compactMap(\.self).joined(separator: " → ")
    if values[0] == nil, values[1] != nil { text = "→ " + text }
    // Percent of percent would be read as points.
    if kpi?[KPI.unit] != "%", let change = IterationResult.change(iteration) {
      text += " (\(change.mantissa > 0 ? "+" : "")\(context.language.percent(change)))"
    }
    let name = kpi.map { context.cell($0, KPI.name).text.plainText } ?? ""
    return Figure.Cell([name, text].filter { !$0.isEmpty }.joined(separator: ": "))
  }

  /// What follows; while it runs, or before, that.
  private static func decision(_ iteration: Record, _ context: ComponentContext) -> Figure.Cell {
    if let decision = iteration[Iteration.decision] {
      return Figure.Cell(context.format.word(decision, Iteration.decision.spec))
    }
    return Figure.Cell(standing(iteration, context), tone: .open)
  }

  static func standing(_ iteration: Record, _ context: ComponentContext) -> String {
    switch IterationResult.standing(iteration, asOf: context.format.asOf) {
    case .ahead: context.text("iteration-log-ahead")
    case .running: context.text("iteration-log-running")
    case .over: context.text("iteration-log-undecided")
    }
  }

  /// By the mark of the one that follows, and a link to it where it is shown.
  private static func next(_ iteration: Record, _ shown: Set<String>, _ context: ComponentContext) -> Figure.Cell {
    guard let next = iteration[Iteration.next].flatMap({ context.project.find($0, in: Iteration.schema) }) else {
      return Figure.Cell("")
    }
    guard shown.contains(next.id) else { return Figure.Cell(mark(next)) }
    return Figure.Cell(links: [.init(text: MergedText(mark(next)), anchor: context.anchor(next.id))])
  }
}
