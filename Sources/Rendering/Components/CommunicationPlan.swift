// `::communication-plan{view=next}`: who is told what and when, by which way and in which languages, and what is to do.

import Languages
import Site
import Transition

enum CommunicationPlan: PageComponent {
  static let name = "communication-plan"
  static let group = ComponentGroup.meetings
  static let topics = ["S0.4", "S0.8"]
  static let parameters: [ComponentParameter] = [
    .filter(CommsItem.audience), .filter(CommsItem.channel), .filter(CommsItem.notice),
    ComponentParameter(
      name: "view", kind: .choice(["all", "next"]), summary: "All messages, or those that are still to be sent."),
    .limit,
  ]
  static let entity: EntitySchema? = CommsItem.schema
  static let fields = [
    "audience", "message", "channel", "when", "anchor", "sender", "approver", "languages", "sent",
  ]
  static let tables = ["weeks", "items"]

  /// A message and where it stands.
  struct Item {
    let record: Record
    let day: Day?
    /// sent, late, next or due; nil without a day.
    let status: String?
  }

  static func isNextOnly(_ context: ComponentContext) -> Bool { context.arguments["view"] == "next" }

  static func figures(_ context: ComponentContext) -> [Figure] {
    let items = items(context)
    return [CommunicationWeeks(items, context).figure(), list(items, context)]
  }

  /// Late first, then what comes next, then what was sent last.
  private static func items(_ context: ComponentContext) -> [Item] {
    let nextDay = CommsStatus.nextDay(in: context.project)
    let all = context.records(CommsItem.schema, parameters).map { record in
      let day = CommsStatus.day(of: record, in: context.project)
      let status = CommsStatus.of(record, in: context.project)
      return Item(record: record, day: day, status: status == "due" && day == nextDay ? "next" : status)
    }
    let shown = isNextOnly(context) ? all.filter { $0.status != "sent" } : all
    return shown.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  private static func key(_ item: Item) -> (Int, Int) {
    let day = Int(item.day?.number ?? 0)
    switch item.status {
    case "late": return (0, day)
    case nil: return (1, 0)
    case "sent": return (3, -day)
    default: return (2, day)
    }
  }

  // MARK: The messages

  private static func list(_ items: [Item], _ context: ComponentContext) -> Figure {
    let shown = context.limited(items)
    let byID = Dictionary(shown.map { (ObjectIdentifier($0.record), $0) }) { first, _ in first }
    func item(_ record: Record) -> Item {
      byID[ObjectIdentifier(record)] ?? Item(record: record, day: nil, status: nil)
    }
    var figure = context.figure(
      context.caption("communication-caption"), emptyText: "", of: shown.map(\.record),
      [
        RecordColumn(context.text("comms-day"), field: "when") { day(item($0), context) },
        RecordColumn(CommsItem.audience, context),
        RecordColumn(CommsItem.channel, context),
        RecordColumn(CommsItem.languages, context) {
          Figure.Cell(context.languageNames($0[CommsItem.languages] ?? []))
        },
        RecordColumn(CommsItem.sender, context),
        RecordColumn(CommsItem.approver, context),
        RecordColumn(context.text("status"), field: "sent") { status(item($0), context) },
        RecordColumn(CommsItem.message, context).below,
        RecordColumn(CommsItem.anchor, context) { anchor(of: $0, context) }.below,
      ])
    figure.notes = context.more(items.count, than: shown.count)
    return figure
  }

  private static func day(_ item: Item, _ context: ComponentContext) -> Figure.Cell {
    item.day == nil ? Figure.Cell(context.text("undated")) : context.dayCell(item.day)
  }

  private static func status(_ item: Item, _ context: ComponentContext) -> Figure.Cell {
    switch item.status {
    case "sent":
      guard let sent = item.record[CommsItem.sent], sent != item.day else {
        return Figure.Cell(context.text("status-sent"), tone: .good)
      }
      let date = context.language.format(sent, as: .on, relativeTo: context.format.asOf.day)
      return Figure.Cell(context.text("comms-sent-on", ["date": date]), tone: .good)
    case "late": return Figure.Cell(context.text("status-late"), tone: .bad)
    case "next": return Figure.Cell(context.text("state-next"), tone: .open)
    case "due": return Figure.Cell(context.text("status-due"), tone: .open)
    default: return Figure.Cell("")
    }
  }

  /// "28 days before: go-live in Sweden".
  private static func anchor(of record: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let anchor = record[CommsItem.anchor], let days = anchor[Anchor.offsetDays],
      let id = anchor[Anchor.milestone], context.project.find(id, in: Milestone.schema) != nil
    else { return Figure.Cell("") }
    let name = ["milestone": context.format.name(of: id, Anchor.milestone.spec).plainText]
    let count = Int(days.mantissa)
    if count == 0 { return Figure.Cell(context.text("comms-same-day", name)) }
    let key = count < 0 ? "comms-days-before" : "comms-days-after"
    return Figure.Cell(context.language.plural(key, count: abs(count), name) ?? "")
  }
}
