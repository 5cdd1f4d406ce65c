// `::portfolio`: all projects of the site on one table, what needs help first.

import Languages
import Site
import Transition

enum Portfolio: Component {
  static let name = "portfolio"
  static let group = ComponentGroup.plan
  static let parameters: [ComponentParameter] = [
    .filter(Project.type), .filter(Project.stage),
    ComponentParameter(
      name: "sort", kind: .choice(["status", "name", "next"]),
      summary: "The worst status first, by name, or by the next milestone."),
    .limit,
  ]
  static let sharedParameters = [ComponentParameter.caption]
  static let entity: EntitySchema? = Project.schema
  static let isOfAllProjects = true
  static let fields = ["name", "type", "stage", "goLive"]

  /// A project as it stands on the day.
  private struct Entry {
    let record: Record
    let context: ComponentContext
    let status: ProjectStatus
    /// The first milestone that is not reached: one that is late, else the next.
    let milestone: Record?
    /// Nil where the readers see no scores.
    let highRisks: Int?

    init?(_ project: TransitionProject, _ context: ComponentContext) {
      // Whoever may know only what it is called in public is told nothing more by a row.
      guard let record = project.record, record[Project.name] != nil else { return nil }
      self.record = record
      self.context = context.of(project)
      status = ProjectStatus(project, asOf: context.format.asOf)
      let open = project[Milestone.schema].filter { $0[Milestone.actual] == nil && $0[Milestone.planned] != nil }
      milestone = open.orderedByDay(Milestone.planned).first
      let isScored = project[Risk.schema].contains { $0.riskScore != nil }
      highRisks = isScored ? status.risks.count { ProjectStatus.isHigh($0) } : nil
    }

    var name: String { record[Project.name].map { context.format.localized($0).plainText } ?? record.id }
    var nextDay: Day? { milestone?[Milestone.planned] }
  }

  static func figure(_ context: ComponentContext) -> Figure {
    let entries = entries(context)
    let shown = context.limited(entries)
    let hasScores = entries.contains { $0.highRisks != nil }
    let risks = Figure.Column(context.text("portfolio-high-risks"), field: nil, isNumber: true)
    var figure = Figure(
      caption: context.text("portfolio-caption"), emptyText: context.text("portfolio-empty"),
      columns: [
        .init(context.text("project"), field: "name"), .init(context.text("status"), field: nil),
        .init(context.text("phase"), field: nil),
        .init(context.text("portfolio-next-milestone"), field: nil),
        .init(context.text("next-go-live"), field: "goLive"),
      ] + (hasScores ? [risks] : []) + [
        .init(context.language.title(ofField: "type"), field: "type")
      ], rows: shown.map { row($0, hasScores) })
    figure.notes = context.more(entries.count, than: shown.count)
    return figure
  }

  private static func entries(_ context: ComponentContext) -> [Entry] {
    let filters = parameters.compactMap { parameter in
      parameter.field == nil ? nil : context.arguments[parameter.name].map { (parameter, $0) }
    }
    let entries = context.projects.compactMap { Entry($0, context) }.filter { entry in
      filters.allSatisfy { $0.isMet(by: entry.record, $1) }
    }
    let named = context.language.sorted(entries) { $0.name }
    guard context.arguments["sort"] != "name" else { return named }
    let isByDay = context.arguments["sort"] == "next"
    func rank(_ entry: Entry) -> Int { isByDay ? 0 : -(entry.status.overall?.rawValue ?? -1) }
    return named.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if rank(first) != rank(second) { return rank(first) < rank(second) }
      let (day, other) = (first.nextDay ?? Day.latest, second.nextDay ?? Day.latest)
      return day == other ? a.offset < b.offset : day < other
    }.map(\.element)
  }

  private static func row(_ entry: Entry, _ hasScores: Bool) -> Figure.Row {
    let (context, position) = (entry.context, entry.status.position)
    let words = StatusWords(context)
    let overall = entry.status.overall
    let risks = entry.highRisks.map { Figure.Cell(context.language.number($0), FixedDecimal($0)) }
    return Figure.Row(
      record: entry.record.id,
      cells: [
        context.cell(entry.record, Project.name), Figure.Cell(words.word(overall), tone: words.tone(overall)),
        phase(position, context), milestone(entry), goLive(position, context),
      ] + (hasScores ? [risks ?? Figure.Cell("")] : []) + [
        context.joined([context.cell(entry.record, Project.type), context.cell(entry.record, Project.stage)])
      ])
  }

  /// Its name and its day, marked where that is past.
  private static func milestone(_ entry: Entry) -> Figure.Cell {
    guard let milestone = entry.milestone, let day = entry.nextDay else { return Figure.Cell("") }
    let context = entry.context
    let name = context.cell(milestone, Milestone.name).text.cut(to: 60)
    let text = [name.text, context.language.long(day)].filter { !$0.isEmpty }.joined(separator: ", ")
    guard MilestoneState.isLate(milestone, in: context.project) else {
      return Figure.Cell(MergedText(text, language: name.language))
    }
    return Figure.Cell(text, tone: .bad)
  }

  /// "Go-live, week 3 of 8"; before it begins from when, after its end only which.
  private static func phase(_ position: PlanPosition, _ context: ComponentContext) -> Figure.Cell {
    guard let phase = position.phase else { return Figure.Cell("") }
    let name = context.cell(phase, Phase.name).text.cut(to: 48)
    let today = context.format.asOf.day
    var addition: String?
    if let (week, all) = position.weekOfPhase {
      let values = ["n": context.language.number(week), "of": context.language.number(all)]
      addition = context.text("week-of-phase", values)
    } else if let start = phase[Phase.start], today < start {
      addition = context.language.format(start, as: .from, relativeTo: today)
    }
    return Figure.Cell(addition.map { MergedText("\(name.text) (\($0))", language: name.language) } ?? name)
  }

  /// Where and when; that all are over.
  private static func goLive(_ position: PlanPosition, _ context: ComponentContext) -> Figure.Cell {
    guard let next = position.nextGoLive else {
      return Figure.Cell(position.lastGoLive == nil ? "" : context.text("portfolio-all-live"))
    }
    let markets = context.language.list(next.markets.map { context.language.regionName($0) })
    return Figure.Cell([markets, context.language.long(next.day)].filter { !$0.isEmpty }.joined(separator: ", "))
  }
}
