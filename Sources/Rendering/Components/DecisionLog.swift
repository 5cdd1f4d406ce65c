// `::decision-log{since=2026-03-01}`: what is to be decided, and what was decided, by whom and on what grounds.

import Languages
import Site
import Transition

enum DecisionLog: Component {
  static let name = "decision-log"
  static let group = ComponentGroup.log
  static let topics = ["S0.9", "S1.6"]
  static let parameters: [ComponentParameter] = [
    .filter(Decision.by), .filter(Decision.basis), Log.since,
    ComponentParameter(
      name: "view", kind: .choice(["all", "open"]), summary: "All decisions, or those that are still to be taken."),
    .limit,
  ]
  static let entity: EntitySchema? = Decision.schema
  static let fields = [
    "title", "date", "due", "by", "forum", "options", "rationale", "basis", "reversible", "supersedes", "affects",
  ]

  static func figure(_ context: ComponentContext) -> Figure {
    let log = Log(context: context) { $0[Decision.date] }
    let records = context.records(Decision.schema, parameters)
    let open = records.filter { $0[Decision.date] == nil }.orderedByDay(Decision.due)
    let taken = log.entries(records.filter { $0[Decision.date] != nil })
    // When an open one was asked for first is not known: it is no news.
    let isOpenOnly = context.arguments["view"] == "open"
    let entries = isOpenOnly ? open : log.sinceDay == nil ? open + taken : taken
    let plain = isOpenOnly ? context.without(Log.since) : context
    var figure = Log(context: plain, day: log.day).figure(
      "decision-log-caption", emptyText: isOpenOnly ? "decision-log-none-open" : "decision-log-empty", of: entries,
      columns(entries, context), hasAnchors: true)
    figure.form = .sheets
    return figure
  }

  private static func columns(_ entries: [Record], _ context: ComponentContext) -> [RecordColumn] {
    let shown = Set(context.limited(entries).map(\.id))
    return [
      RecordColumn(Decision.title, context, title: context.text("decision")),
      RecordColumn(context.text("log-day"), field: "date", isNumber: true) { day($0, context) },
      RecordColumn(context.text("decided-by"), field: "by") { record in
        context.joined([context.cell(record, Decision.by), context.cell(record, Decision.forum)])
      },
      RecordColumn(Decision.rationale, context),
      RecordColumn(context.language.title(ofField: "options"), field: "options") {
        context.listCell($0, Decision.options)
      },
      RecordColumn(Decision.basis, context) { basis($0, context) },
      RecordColumn(context.language.title(ofField: "supersedes"), field: "supersedes") { record in
        link([record[Decision.supersedes]].compactMap(\.self), shown, context)
      },
      RecordColumn(context.text("decision-log-superseded-by")) { record in
        let later = context.project[Decision.schema].filter { $0[Decision.supersedes] == record.id }
        return link(later.map(\.id), shown, context)
      },
      RecordColumn(context.language.title(ofField: "affects"), field: "affects") { record in
        Figure.Cell(context.names(ofAny: record[Decision.affects] ?? []).joined(separator: " · "))
      },
    ]
  }

  /// The day on which it was taken; else that it is open, and until when.
  private static func day(_ decision: Record, _ context: ComponentContext) -> Figure.Cell {
    if let date = decision[Decision.date] { return context.dayCell(date) }
    guard let due = decision[Decision.due] else { return Figure.Cell(context.text("status-open"), tone: .open) }
    let isLate = context.format.asOf.isOver(Period(due)).holds
    return Figure.Cell(
      context.text("decision-log-open", ["date": context.shortDay(due)]), tone: isLate ? .bad : .open)
  }

  /// Facts or assumptions, and whether there is a way back.
  private static func basis(_ decision: Record, _ context: ComponentContext) -> Figure.Cell {
    let reversible = decision[Decision.reversible].map {
      Figure.Cell(context.text($0 ? "decision-log-reversible" : "decision-log-final"))
    }
    return context.joined([context.cell(decision, Decision.basis)] + [reversible].compactMap(\.self))
  }

  /// Other decisions, by links to their rows where they have one.
  private static func link(_ ids: [String], _ shown: Set<String>, _ context: ComponentContext) -> Figure.Cell {
    let names = ids.map { ($0, context.format.name(of: $0, Decision.supersedes.spec)) }
    guard names.allSatisfy({ shown.contains($0.0) }) else {
      return Figure.Cell(names.map(\.1.plainText).joined(separator: ", "))
    }
    return Figure.Cell(links: names.map { .init(text: $0.1, anchor: context.anchor($0.0)) })
  }
}
