// Which audience is told something in which week: the part of a communication plan that is drawn.

import Languages
import Site
import Transition

struct CommunicationWeeks {
  /// What of a message is drawn: its way, and whether it is sent. Equal ones of a week share a mark.
  struct Mark: Equatable {
    enum State { case sent, late, ahead }

    let channel: String
    let state: State
  }

  /// An audience with its messages in each of the weeks.
  struct Row {
    let audience: MergedText
    let weeks: [[Mark]]
  }

  /// More weeks than a drawing holds: some before the as-of day are shown, and more after it.
  private static let (most, ahead, before) = (26, 13, 8)

  private let items: [CommunicationPlan.Item]
  private let context: ComponentContext
  /// Mondays.
  let weeks: [Day]

  init(_ items: [CommunicationPlan.Item], _ context: ComponentContext) {
    (self.items, self.context) = (items, context)
    weeks = Self.weeks(items.compactMap(\.day), context)
  }

  private static func weeks(_ days: [Day], _ context: ComponentContext) -> [Day] {
    let today = context.format.asOf.day
    if CommunicationPlan.isNextOnly(context) { return WeekGrid.weeks(from: today, count: ahead) }
    guard let first = days.min()?.monday, let last = days.max()?.monday else { return [] }
    let count = last.days(since: first) / 7 + 1
    guard count > most else { return WeekGrid.weeks(from: first, count: count) }
    let latest = last.adding(days: -7 * (most - 1)) ?? first
    let wished = today.monday.adding(days: -7 * before) ?? first
    return WeekGrid.weeks(from: min(max(wished, first), latest), count: most)
  }

  func figure() -> Figure {
    let rows = rows
    var figure = Figure(
      caption: context.caption("communication-weeks-caption"), emptyText: emptyText,
      columns: [
        .init(context.text("week"), field: "when"), .init(context.text("week-from"), field: "when", isNumber: true),
        .init(context.text("comms-who-how"), field: "channel"),
      ],
      rows: weeks.indices.compactMap { row(of: $0, rows) })
    guard !figure.rows.isEmpty else { return figure }
    figure.drawings = [CommunicationDrawing(weeks, rows, context).draw()]
    figure.form = .folded(context.text("as-table"))
    if items.contains(where: { $0.day.map { !weeks.contains($0.monday) } ?? true }) {
      figure.notes = [MergedText(context.text("comms-window"))]
    }
    return figure
  }

  private var emptyText: String {
    if context.project[CommsItem.schema].isEmpty { return context.text("no-comms") }
    if items.isEmpty { return context.text(CommunicationPlan.isNextOnly(context) ? "no-comms-open" : "no-such-comms") }
    return context.text("no-comms-in-weeks")
  }

  /// Who is told something in these weeks, in the order of the data; last what names nobody.
  private var rows: [Row] {
    let known = context.project[Stakeholder.schema].map(\.id)
    let named = items.flatMap { $0.record[CommsItem.audience] ?? [] }
    var audiences: [String?] = known.filter { named.contains($0) }
    for id in named where !audiences.contains(id) { audiences.append(id) }
    if let wanted = context.arguments["audience"] { audiences = audiences.filter { $0 == wanted } }
    audiences.append(nil)
    return audiences.compactMap { audience in
      let own = items.filter { item in
        let told = item.record[CommsItem.audience] ?? []
        return audience.map { told.contains($0) } ?? told.isEmpty
      }
      let weeks = weeks.map { week in marks(own.filter { $0.day?.monday == week }) }
      guard weeks.contains(where: { !$0.isEmpty }) else { return nil }
      let name = audience.map { context.format.name(of: $0, CommsItem.audience.spec) }
      return Row(audience: name ?? MergedText(context.text("comms-nobody")), weeks: weeks)
    }
  }

  /// The late ones first, then those to come.
  private func marks(_ items: [CommunicationPlan.Item]) -> [Mark] {
    items.reduce(into: []) { marks, item in
      let state: Mark.State = item.status == "late" ? .late : item.status == "sent" ? .sent : .ahead
      let mark = Mark(channel: item.record[CommsItem.channel] ?? "", state: state)
      if !marks.contains(mark) { marks.append(mark) }
    }
  }

  private func row(of week: Int, _ rows: [Row]) -> Figure.Row? {
    let texts = rows.compactMap { row -> String? in
      let channels = row.weeks[week].map { context.format.word($0.channel, CommsItem.channel.spec) }
      return channels.isEmpty ? nil : "\(row.audience.plainText): \(channels.joined(separator: ", "))"
    }
    guard !texts.isEmpty else { return nil }
    let monday = weeks[week]
    return Figure.Row(
      record: "",
      cells: [
        Figure.Cell(context.language.week(of: monday, relativeTo: context.format.asOf.day)), context.dayCell(monday),
        Figure.Cell(texts.joined(separator: " · ")),
      ])
  }
}
