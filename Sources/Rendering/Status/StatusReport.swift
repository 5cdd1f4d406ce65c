// What a status report says, section by section, as the readers of an edition may know it on the day.

import Languages
import Markup
import Site
import Transition

/// One page for a steering committee. Sections that say nothing yet tell what would fill them; those that are not for
/// the readers are not there.
struct StatusReport {
  let title: String
  /// The project, its parties and the day it is told for.
  let subtitle: [MergedText]
  let summary: StatusSummary
  let timeline: Markup?
  let planTitle: String
  /// Rows of places beside each other, each with figures below each other.
  let rows: [[[Figure]]]
  /// Why there is no report; nil when there is one.
  let emptyText: String?
  /// What is said of records that nobody has confirmed; nil where there are none.
  let proposed: String?

  /// On a page of the project, which is called after it, the title does not name it once more.
  init(_ context: ComponentContext, isOnProjectPage: Bool) {
    let status = ProjectStatus(context.project, asOf: context.format.asOf)
    title =
      isOnProjectPage
      ? context.text("status-report") : MergedText(context.caption("status-caption")).cut(to: 90).text
    subtitle = Self.subtitle(context)
    summary = StatusSummary(status, context)
    timeline = Timeline.draw(context)
    planTitle = context.caption("timeline-caption")
    let limits = StatusLimits.limits(status, context)
    let plan = StatusPlan(status: status, limits: limits, context: context)
    let facts = StatusFigures(status: status, limits: limits, context: context)
    let money = StatusMoney(status: status, context: context)
    rows = [
      [[plan.gate], [plan.milestones, plan.decisions], [facts.figures]], [[facts.risks], [money.figure]],
    ].map { $0.map { $0.compactMap(\.self) }.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
    let hasRecords = context.project.allRecords.contains { record in
      Self.schemas.contains { $0 === record.schema }
    }
    emptyText = hasRecords || !status.position.goLives.isEmpty ? nil : context.text("no-status")
    proposed = context.project.allRecords.contains(where: \.isProposed) ? context.text("proposed-note") : nil
  }

  /// What a report is made of.
  private static let schemas = [
    Phase.schema, Milestone.schema, Readiness.schema, KPI.schema, Risk.schema, Decision.schema, CostItem.schema,
  ]

  /// "Ponteluna → Svarsund", and the day.
  private static func subtitle(_ context: ComponentContext) -> [MergedText] {
    let asOf = context.format.asOf.day
    let day = context.language.format(asOf, as: .asOf, relativeTo: asOf)
    var texts: [MergedText] = []
    if let record = context.project.record {
      if let client = record[Project.client] { texts.append(MergedText(client)) }
      let parties = [Project.outgoing, Project.incoming].map { side in
        context.language.list((record[side] ?? []).map { context.format.name(of: $0, side.spec).text })
      }
      if parties.allSatisfy({ !$0.isEmpty }) { texts.append(MergedText(parties.joined(separator: " → "))) }
    }
    texts.append(MergedText(context.text("last-data", ["date": day])))
    texts.append(MergedText(context.language.week(of: asOf, relativeTo: asOf)))
    return texts
  }
}

extension ComponentContext {
  /// Whether a section about a kind of record may tell what is missing: its readers may see the records, and are
  /// those who write them.
  func mayAskFor(_ schema: EntitySchema) -> Bool { readers >= max(schema.audience, .internal) }

  /// A section of a status report: nothing where it is empty and its readers cannot fill it.
  func section(_ figure: Figure, of schema: EntitySchema) -> Figure? {
    figure.rows.isEmpty && !mayAskFor(schema) ? nil : figure
  }

  /// "and 9 more", where a list is cut.
  func more(_ all: Int, than shown: Int) -> [MergedText] {
    guard all > shown, let text = language.plural("and-more", count: all - shown) else { return [] }
    return [MergedText(text)]
  }

  /// A day as it stands in a narrow column: its year only where that is another.
  func shortDay(_ day: Day) -> String {
    day.year == format.asOf.day.year ? language.short(day) : language.long(day)
  }

  /// How far away a day is: today, in 7 days, 3 days late.
  func distance(to day: Day) -> String {
    let days = day.days(since: format.asOf.day)
    if days == 0 { return text("today") }
    return language.plural(days > 0 ? "days-ahead" : "days-late", count: abs(days)) ?? ""
  }
}
