// `::governance-calendar{level=tactical}`: who meets how often, what is spoken about and decided, and in which weeks.

import Languages
import Site
import Transition

enum GovernanceCalendar: PageComponent {
  static let name = "governance-calendar"
  static let group = ComponentGroup.meetings
  static let topics = ["S0.4", "S0.9"]
  static let parameters: [ComponentParameter] = [
    .filter(Forum.level), .filter(Forum.cadence),
    ComponentParameter(name: "weeks", kind: .integer(1...26), summary: "How many weeks ahead; 13 when left out."),
  ]
  static let entity: EntitySchema? = Forum.schema
  static let fields = [
    "name", "cadence", "rrule", "level", "duration", "chair", "members", "agenda", "decisionRights", "from", "to",
  ]
  static let tables = ["forums", "agendas", "weeks"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let forums = ordered(context.records(Forum.schema, parameters), context)
    return [list(forums, context), agendas(forums, context), weeks(forums, context)]
  }

  /// Those that meet, then those to come, then those that are over; the most frequent first.
  private static func ordered(_ forums: [Record], _ context: ComponentContext) -> [Record] {
    func key(_ forum: Record) -> (Int, Int) {
      let meetings = ForumMeetings(forum)
      let standing = meetings.isOver(context.format.asOf) ? 2 : meetings.isAhead(context.format.asOf) ? 1 : 0
      return (standing, forum[Forum.cadence].flatMap { Forum.cadences.firstIndex(of: $0) } ?? Forum.cadences.count)
    }
    return forums.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  // MARK: What they are

  private static func list(_ forums: [Record], _ context: ComponentContext) -> Figure {
    let isNarrowed = forums.isEmpty && !context.project[Forum.schema].isEmpty
    return context.figure(
      context.caption("governance-caption"), emptyText: context.text(isNarrowed ? "no-such-forums" : "no-forums"),
      of: forums,
      [
        RecordColumn(Forum.name, context, title: context.text("forum")),
        RecordColumn(Forum.cadence, context) { cadence(of: $0, context) },
        RecordColumn(Forum.duration, context),
        RecordColumn(Forum.level, context, title: context.text("forum-level")),
        RecordColumn(Forum.chair, context),
        RecordColumn(context.text("period"), field: "from") {
          Figure.Cell(context.lifetime($0[Forum.from], $0[Forum.to]))
        },
        RecordColumn(context.text("next-meeting"), isNumber: true) { next(of: $0, context) },
      ])
  }

  /// "Monthly, 3rd Tu of the month"; a rule that says more stands as it is written.
  private static func cadence(of forum: Record, _ context: ComponentContext) -> Figure.Cell {
    let word = context.cell(forum, Forum.cadence).text.text
    let rule = forum[Forum.rrule].map { rule in
      MeetingWeekdays(rule: rule).map { context.words($0) } ?? rule
    }
    return Figure.Cell([word, rule ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private static func next(of forum: Record, _ context: ComponentContext) -> Figure.Cell {
    let meetings = ForumMeetings(forum)
    if meetings.isOver(context.format.asOf) { return Figure.Cell(context.text("standing-over")) }
    return context.dayCell(meetings.next(from: context.format.asOf.day))
  }

  private static func agendas(_ forums: [Record], _ context: ComponentContext) -> Figure {
    let spoken = forums.filter { forum in
      [Forum.members.spec, Forum.agenda.spec, Forum.decisionRights.spec].contains { forum.located($0.name) != nil }
    }
    var figure = context.figure(
      context.caption("governance-agenda-caption"), emptyText: "", of: spoken,
      [
        RecordColumn(Forum.name, context, title: context.text("forum")),
        RecordColumn(Forum.agenda, context) { context.listCell($0, Forum.agenda) },
        RecordColumn(Forum.decisionRights, context),
        RecordColumn(Forum.members, context),
      ])
    figure.form = .sheets
    return figure
  }

  // MARK: When they meet

  /// A forum and how often it meets in each of the weeks.
  struct Meeting {
    let name: MergedText
    let counts: [Int]
  }

  private static func weeks(_ forums: [Record], _ context: ComponentContext) -> Figure {
    let count = context.arguments["weeks"].flatMap { Int($0) } ?? 13
    let weeks = WeekGrid.weeks(from: context.format.asOf.day, count: count)
    let meetings = forums.map { forum in
      let all = ForumMeetings(forum)
      return Meeting(
        name: context.cell(forum, Forum.name).text,
        counts: weeks.map { all.days(from: $0, through: $0.adding(days: 6) ?? .latest).count })
    }.filter { $0.counts.contains { $0 > 0 } }
    var figure = Figure(
      caption: context.caption("governance-weeks-caption"),
      emptyText: forums.isEmpty ? "" : context.text("no-meetings"),
      columns: [
        .init(context.text("week"), field: nil), .init(context.text("week-from"), field: nil, isNumber: true),
        .init(context.text("meetings"), field: nil, isNumber: true),
        .init(context.language.title(ofCollection: "forums"), field: "name"),
      ],
      rows: meetings.isEmpty ? [] : weeks.enumerated().map { row(of: $1, $0, meetings, context) })
    guard !meetings.isEmpty else { return figure }
    figure.drawings = [MeetingWeeksDrawing(weeks, meetings, context).draw()]
    figure.form = .folded(context.text("as-table"))
    return figure
  }

  private static func row(
    of monday: Day, _ week: Int, _ meetings: [Meeting], _ context: ComponentContext
  ) -> Figure.Row {
    let here = meetings.filter { $0.counts[week] > 0 }
    let sum = here.reduce(0) { $0 + $1.counts[week] }
    let names = here.map { meeting in
      let count = meeting.counts[week]
      return meeting.name.plainText + (count > 1 ? " (\(context.language.number(count)))" : "")
    }
    return Figure.Row(
      record: "",
      cells: [
        Figure.Cell(context.language.week(of: monday, relativeTo: context.format.asOf.day)), context.dayCell(monday),
        Figure.Cell(context.language.number(sum), FixedDecimal(sum)), Figure.Cell(names.joined(separator: ", ")),
      ])
  }
}
