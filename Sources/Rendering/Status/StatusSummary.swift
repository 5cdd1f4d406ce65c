// The head of a status report: the traffic lights with their reasons, and where the plan stands.

import Languages
import Site
import Transition

struct StatusSummary {
  struct Light {
    let name: String
    /// The colour in words, or that there is nothing to judge yet.
    let word: String
    let tone: Figure.Tone
    let reason: String
  }

  struct Fact {
    let name: String
    let text: [MergedText]
  }

  let overall: Light
  let lights: [Light]
  let facts: [Fact]
  private let status: ProjectStatus
  private let context: ComponentContext

  init(_ status: ProjectStatus, _ context: ComponentContext) {
    (self.status, self.context) = (status, context)
    let words = StatusWords(context)
    overall = Light(
      name: context.text("status-overall"), word: words.word(status.overall), tone: words.tone(status.overall),
      reason: words.meaning(status.overall))
    lights = ProjectStatus.Area.allCases.filter { Self.isShown($0, status, context) }.map { area in
      let light = status.light(area)
      return Light(
        name: words.name(area), word: words.word(light), tone: words.tone(light),
        reason: Self.reason(area, status, context))
    }
    facts = Self.facts(status.position, context)
  }

  /// Readers see a light where they see what it is judged by. A provider sees neither scores nor money.
  private static func isShown(_ area: ProjectStatus.Area, _ status: ProjectStatus, _ context: ComponentContext) -> Bool
  {
    switch area {
    case .plan: true
    case .gate: status.gate != nil && (status.gate?.items.isEmpty == false || context.mayAskFor(Readiness.schema))
    case .risks: context.mayAskFor(Risk.schema)
    case .quality: !status.figures.isEmpty || context.mayAskFor(KPI.schema)
    case .money: context.mayAskFor(CostItem.schema)
    }
  }

  // MARK: Reasons

  private static func reason(_ area: ProjectStatus.Area, _ status: ProjectStatus, _ context: ComponentContext) -> String
  {
    switch area {
    case .plan:
      let late = status.position.late.count
      return late == 0 ? context.text("nothing-late") : context.language.plural("late-milestones", count: late) ?? ""
    case .gate:
      let (met, all) = (status.gate?.metCount ?? 0, status.gate?.items.count ?? 0)
      return all == 0
        ? context.text("no-criteria")
        : context.text("criteria-met", ["n": context.language.number(met), "of": context.language.number(all)])
    case .risks: return risks(status, context)
    case .quality: return quality(status, context)
    case .money: return money(status, context)
    }
  }

  private static func risks(_ status: ProjectStatus, _ context: ComponentContext) -> String {
    let high = status.risks.count { ProjectStatus.isHigh($0) }
    let occurred = status.risks.count { $0.riskStatus == "occurred" }
    return context.text(
      "risk-counts", ["high": context.language.number(high), "occurred": context.language.number(occurred)])
  }

  private static func quality(_ status: ProjectStatus, _ context: ComponentContext) -> String {
    let suspended = status.figures.count { $0.status == "suspended" }
    let met = status.figures.count { $0.status == "met" }
    guard !status.figures.isEmpty else { return context.text("no-values") }
    let rated = context.text(
      "targets-met",
      ["n": context.language.number(met), "of": context.language.number(status.figures.count - suspended)])
    guard suspended > 0 else { return rated }
    return rated + " · " + context.text("targets-suspended", ["n": context.language.number(suspended)])
  }

  private static func money(_ status: ProjectStatus, _ context: ComponentContext) -> String {
    guard let spending = status.spending else { return context.text("no-amounts") }
    func share(_ amount: Int64?) -> String {
      let share = Ratio(Int(amount ?? 0)).multiplied(by: Ratio(100))?.divided(by: Ratio(Int(spending.total.planned)))
      return (share?.rounded(0)).map { context.language.percent($0) } ?? "–"
    }
    return context.text(
      "money-shares", ["committed": share(spending.total.committed), "paid": share(spending.total.paid)])
  }

  // MARK: Facts

  private static func facts(_ position: PlanPosition, _ context: ComponentContext) -> [Fact] {
    var facts: [Fact] = []
    if let phase = position.phase {
      var text = [context.cell(phase, Phase.name).text.cut(to: 48)]
      if let (week, all) = position.weekOfPhase {
        let values = ["n": context.language.number(week), "of": context.language.number(all)]
        text.append(MergedText(context.text("week-of-phase", values)))
      } else if let start = phase[Phase.start], context.format.asOf.day < start {
        text.append(MergedText(context.language.format(start, as: .from, relativeTo: context.format.asOf.day)))
      }
      facts.append(Fact(name: context.text("phase"), text: text))
    }
    if let next = position.nextGoLive {
      facts.append(Fact(name: context.text("next-go-live"), text: text(next, context, isAhead: true)))
    }
    if let last = position.lastGoLive, last != position.nextGoLive {
      let isAhead = context.format.asOf.day <= last.day
      facts.append(Fact(name: context.text("last-go-live"), text: text(last, context, isAhead: isAhead)))
    }
    if position.milestones > 0 {
      let values = [
        "n": context.language.number(position.reached), "of": context.language.number(position.milestones),
      ]
      facts.append(Fact(name: context.text("milestones"), text: [MergedText(context.text("reached-of", values))]))
    }
    return facts
  }

  private static func text(_ goLive: GoLive, _ context: ComponentContext, isAhead: Bool) -> [MergedText] {
    let markets = context.language.list(goLive.markets.map { context.language.regionName($0) })
    return [
      MergedText(markets), MergedText(context.shortDay(goLive.day)),
      MergedText(isAhead ? context.distance(to: goLive.day) : ""),
    ].filter { !$0.text.isEmpty }
  }
}
