// `::touchpoints{view=open}`: every place that shows how to reach the service, and whether it shows the new way.

import Languages
import Site
import Transition

enum Touchpoints: PageComponent {
  static let name = "touchpoints"
  static let group = ComponentGroup.customers
  static let topics = ["S0.8"]
  static let parameters: [ComponentParameter] = [
    .filter(Touchpoint.market),
    ComponentParameter(
      name: "view", kind: .choice(["all", "open"]), summary: "All places, or those that are not switched yet."),
    .limit,
  ]
  static let entity: EntitySchema? = Touchpoint.schema
  static let fields = ["where", "market", "shows", "owner", "leadDays", "switched", "evidence"]
  static let tables = ["markets", "places"]

  private struct Item {
    let record: Record
    let state: TouchpointState
    let name: MergedText
  }

  static func figures(_ context: ComponentContext) -> [Figure] {
    let all = context.records(Touchpoint.schema, parameters).map { record in
      Item(
        record: record, state: TouchpointState.of(record, in: context.project),
        name: context.cell(record, Touchpoint.place).text)
    }
    let shown = context.arguments["view"] == "open" ? all.filter { !$0.state.isSwitched } : all
    let sorted = shown.enumerated().sorted { a, b in
      if TouchpointState.precedes(a.element.state, b.element.state) { return true }
      return !TouchpointState.precedes(b.element.state, a.element.state) && a.offset < b.offset
    }.map(\.element)
    return [markets(sorted, isAnyHidden: !all.isEmpty, context), places(sorted, context)]
  }

  // MARK: Places and markets

  /// The places by their names: what is late in one market comes first.
  private static func markets(_ items: [Item], isAnyHidden: Bool, _ context: ComponentContext) -> Figure {
    var names: [MergedText] = []
    for item in items where !names.contains(item.name) { names.append(item.name) }
    let used = items.map { $0.record[Touchpoint.market] ?? "" }
    var markets = context.project.markets.filter { used.contains($0) }
    for market in used where !markets.contains(market) { markets.append(market) }
    var figure = Figure(
      caption: context.caption("touchpoint-markets-caption"), emptyText: emptyText(isAnyHidden, context),
      columns: [.init(context.language.title(ofField: "where"), field: "where")]
        + markets.map {
          .init($0.isEmpty ? context.text("touchpoint-no-market") : context.language.regionName($0), field: "market")
        },
      rows: names.map { name in
        let cells = markets.map { market in
          // The first is the one that needs somebody most.
          items.first { $0.name == name && ($0.record[Touchpoint.market] ?? "") == market }.map { short($0, context) }
        }
        return Figure.Row(record: "", cells: [Figure.Cell(name)] + cells.map { $0 ?? Figure.Cell("") })
      })
    figure.notes = counts(items, context)
    return figure
  }

  private static func emptyText(_ isAnyHidden: Bool, _ context: ComponentContext) -> String {
    if isAnyHidden { return context.text("no-open-touchpoints") }
    return context.text(context.project[Touchpoint.schema].isEmpty ? "no-touchpoints" : "no-such-touchpoints")
  }

  private static func short(_ item: Item, _ context: ComponentContext) -> Figure.Cell {
    switch item.state {
    case .switched: Figure.Cell(context.text("touchpoint-switched"), tone: .good)
    case .late: Figure.Cell(context.text("state-late"), tone: .bad)
    case .due(let day):
      Figure.Cell(context.language.format(day, as: .until, relativeTo: context.format.asOf.day), tone: .open)
    case .undated: Figure.Cell(context.text("undated"), tone: .attention)
    }
  }

  /// "27 of 39 switched, 1 late".
  private static func counts(_ items: [Item], _ context: ComponentContext) -> [MergedText] {
    let switched = items.count { $0.state.isSwitched }
    let late = items.count { if case .late = $0.state { true } else { false } }
    let values = ["n": switched, "of": items.count, "late": late].mapValues { context.language.number($0) }
    return items.isEmpty ? [] : [MergedText(context.text("touchpoint-counts", values))]
  }

  // MARK: One by one

  private static func places(_ items: [Item], _ context: ComponentContext) -> Figure {
    let shown = context.limited(items)
    let states = Dictionary(shown.map { (ObjectIdentifier($0.record), $0.state) }) { first, _ in first }
    var figure = context.figure(
      context.caption("touchpoints-caption"), emptyText: "", of: shown.map(\.record),
      [
        RecordColumn(Touchpoint.place, context),
        RecordColumn(Touchpoint.market, context) { record in
          Figure.Cell(record[Touchpoint.market].map { context.language.regionName($0) } ?? "")
        },
        RecordColumn(Touchpoint.shows, context) { channel(of: $0, context) },
        RecordColumn(Touchpoint.owner, context),
        RecordColumn(context.text("touchpoint-switch-by"), isNumber: true) { record in
          context.dayCell(TouchpointDates.deadline(record, in: context.project))
        },
        RecordColumn(day: Touchpoint.switched, context),
        RecordColumn(Touchpoint.evidence, context),
        RecordColumn(context.text("status")) { record in
          states[ObjectIdentifier(record)].map { state(record, $0, context) } ?? Figure.Cell("")
        },
      ])
    figure.notes = context.more(items.count, than: shown.count)
    return figure
  }

  /// "Phone: +46 40 628 04 15".
  private static func channel(of record: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let channel = record[Touchpoint.shows].flatMap({ context.project.find($0, in: Channel.schema) }) else {
      return Figure.Cell("")
    }
    let kind = channel[Channel.kind].map { context.format.word($0, Channel.kind.spec) }
    return Figure.Cell([kind, channel[Channel.address]].compactMap(\.self).joined(separator: ": "))
  }

  /// The state, and how far off it is.
  private static func state(_ record: Record, _ state: TouchpointState, _ context: ComponentContext) -> Figure.Cell {
    switch state {
    case .switched: Figure.Cell(context.text("touchpoint-switched"), tone: .good)
    case .late(let day): Figure.Cell(context.distance(to: day), tone: .bad)
    case .due(let day): Figure.Cell(context.text("touchpoint-due", ["when": context.distance(to: day)]), tone: .open)
    case .undated: Figure.Cell(context.text("undated"), tone: .attention)
    }
  }
}
