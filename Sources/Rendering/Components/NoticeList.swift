// `::notice-list{market=SE}`: what customers are told, in which markets, from when, and how far its approval is.

import Languages
import Site
import Transition

enum NoticeList: Component {
  static let name = "notice-list"
  static let group = ComponentGroup.customers
  static let topics = ["S0.8"]
  static let parameters: [ComponentParameter] = [
    .filter(Notice.type), .filter(Notice.mode),
    ComponentParameter(name: "market", kind: .market, summary: "Shows those for this market, with its days."), .limit,
  ]
  static let entity: EntitySchema? = Notice.schema
  static let fields = [
    "title", "type", "mode", "audience", "effective", "languages", "approvals", "draft", "withdrawn", "updates",
  ]

  /// A notice, and its days in the markets that are asked for.
  private struct Entry {
    let notice: Record
    let effects: [Record]
    let next: Day?
    let last: Day?
  }

  static func figure(_ context: ComponentContext) -> Figure {
    let entries = entries(context)
    let shown = context.limited(entries)
    let hasApproval = shown.contains { NoticeWords(context: context).approval($0.notice) != nil }
    let updates = shown.contains { !NoticeWords(context: context).updates($0.notice).isEmpty }
    var figure = Figure(
      caption: context.caption("notice-list-caption"), emptyText: context.text("notice-list-empty"),
      columns: columns(context, hasApproval: hasApproval, hasUpdates: updates),
      rows: shown.flatMap { rows($0, context, hasApproval: hasApproval, hasUpdates: updates) })
    figure.notes = context.more(entries.count, than: shown.count)
    return figure
  }

  /// By the announcement that comes next; then those that are announced, the latest first; then those without a day.
  private static func entries(_ context: ComponentContext) -> [Entry] {
    let (today, market) = (context.format.asOf.day, context.arguments["market"])
    let entries = context.records(Notice.schema, parameters).compactMap { notice -> Entry? in
      let effects = NoticeDates.effects(notice, market: market)
      let isThere = market.map { !effects.isEmpty || NoticeDates.markets(notice).contains($0) } ?? true
      guard isThere else { return nil }
      return Entry(
        notice: notice, effects: effects.orderedByDay(NoticeEffect.announce),
        next: NoticeDates.nextAnnouncement(effects, on: today),
        last: effects.compactMap { $0[NoticeEffect.announce] }.max())
    }
    return entries.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.next != second.next { return (first.next ?? Day.latest) < (second.next ?? Day.latest) }
      if first.next == nil, first.last != second.last { return (second.last ?? .earliest) < (first.last ?? .earliest) }
      return a.offset < b.offset
    }.map(\.element)
  }

  private static func columns(_ context: ComponentContext, hasApproval: Bool, hasUpdates: Bool) -> [Figure.Column] {
    func column(_ name: String, isNumber: Bool = false) -> Figure.Column {
      .init(context.language.title(ofField: name), field: name, isNumber: isNumber)
    }
    return [
      .init(context.text("notice"), field: "title"), column("type"),
      .init(context.language.title(ofField: "announce"), field: "effective", isNumber: true),
      .init(context.text("notice-effective"), field: "effective", isNumber: true), column("languages"),
    ] + (hasApproval ? [.init(context.text("notice-approval"), field: "approvals")] : [])
      + (hasUpdates ? [column("updates", isNumber: true)] : [])
  }

  /// A notice, and below it its days: in each market where they differ, else in all of them.
  private static func rows(_ entry: Entry, _ context: ComponentContext, hasApproval: Bool, hasUpdates: Bool)
    -> [Figure.Row]
  {
    let (notice, words) = (entry.notice, NoticeWords(context: context))
    let updates = words.updates(notice).count
    let rest =
      (hasApproval ? [words.approval(notice) ?? Figure.Cell("")] : [])
      + (hasUpdates ? [updates == 0 ? Figure.Cell("") : number(updates, context)] : [])
    let languages = (notice[Notice.languages] ?? []).map(words.name(ofLanguage:))
    let blank = Figure.Cell("")
    let main = Figure.Row(
      record: notice.id,
      cells: [
        Figure.Cell(words.title(notice)),
        context.joined([context.cell(notice, Notice.type), context.cell(notice, Notice.mode)]), blank, blank,
        Figure.Cell(context.language.list(languages)),
      ] + rest)
    let markets = entry.effects.map { effect in
      let market = effect[NoticeEffect.market].map { context.language.regionName($0) } ?? words.markets(notice)
      return Figure.Row(
        record: notice.id,
        cells: [
          Figure.Cell(market), blank, context.dayCell(effect[NoticeEffect.announce]), words.span(effect), blank,
        ] + rest.map { _ in blank }, level: 1)
    }
    return [main] + markets
  }

  private static func number(_ count: Int, _ context: ComponentContext) -> Figure.Cell {
    Figure.Cell(context.language.number(count), FixedDecimal(count))
  }
}
