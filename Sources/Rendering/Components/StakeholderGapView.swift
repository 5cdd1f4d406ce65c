// `::stakeholder-gap`: how far stakeholders stand from where they need to stand, and how they are dealt with.

import Languages
import Site
import Transition

enum StakeholderGapView: PageComponent {
  static let name = "stakeholder-gap"
  static let group = ComponentGroup.people
  static let topics = ["S1.2"]
  static let parameters: [ComponentParameter] = [
    .filter(Stakeholder.party),
    ComponentParameter(
      name: "champion", kind: .choice(["yes", "no"]), summary: "Shows those who speak for the transition, or do not."),
    ComponentParameter(name: "min-gap", kind: .integer(1...4), summary: "Shows gaps of this many levels and more."),
    .limit,
  ]
  static let entity: EntitySchema? = Stakeholder.schema
  static let fields = ["name", "current", "desired", "power", "interest", "voice", "action", "owner", "champion"]
  static let tables = ["gaps", "grid"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let least = context.arguments["min-gap"].flatMap { Int($0) }
    let chosen = context.records(Stakeholder.schema, parameters).filter { stakeholder in
      let isWide = least.map { $0 <= StakeholderGap.of(stakeholder) ?? 0 } ?? true
      let champion = context.arguments["champion"].map { ($0 == "yes") == (stakeholder[Stakeholder.champion] ?? false) }
      return isWide && champion ?? true
    }
    let ranked = context.limited(StakeholderGap.ranked(chosen))
    return [gaps(ranked, of: chosen.count, context), grid(ranked, context)]
  }

  // MARK: Gaps

  private static func gaps(_ ranked: [Record], of count: Int, _ context: ComponentContext) -> Figure {
    let isNarrowed = !context.project[Stakeholder.schema].isEmpty
    var figure = context.figure(
      context.caption("stakeholder-gap-caption"),
      emptyText: context.text(isNarrowed ? "no-such-stakeholders" : "no-stakeholders"), of: ranked,
      [
        RecordColumn(Stakeholder.name, context, title: context.text("stakeholder")),
        RecordColumn(Stakeholder.current, context),
        RecordColumn(Stakeholder.desired, context),
        RecordColumn(context.text("stakeholder-weight"), isNumber: true) { weight($0, context) },
        RecordColumn(Stakeholder.owner, context),
        RecordColumn(Stakeholder.voice, context).below,
        RecordColumn(Stakeholder.action, context).below,
        RecordColumn(Stakeholder.champion, context) { stakeholder in
          stakeholder[Stakeholder.champion] == true ? context.cell(stakeholder, Stakeholder.champion) : Figure.Cell("")
        }.below,
      ])
    let placed = ranked.filter { StakeholderGap.of($0) != nil }
    let drawing = StakeholderGapDrawing(placed, context)
    if !placed.isEmpty {
      figure.drawings = [drawing.draw()]
      figure.notes = context.notDrawn(ranked.count - drawing.drawn.count)
    }
    figure.notes += context.more(count, than: ranked.count)
    return figure
  }

  /// "3 × 4 = 12", the gap first; the gap alone while the power is not known.
  static func weight(_ stakeholder: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let gap = StakeholderGap.of(stakeholder) else { return Figure.Cell("") }
    guard let power = stakeholder[Stakeholder.power], let weight = StakeholderGap.weight(of: stakeholder) else {
      return Figure.Cell(context.language.number(gap), FixedDecimal(gap))
    }
    let text =
      "\(context.language.number(gap))\u{A0}×\u{A0}\(context.language.number(power))\u{A0}=\u{A0}"
      + context.language.number(weight)
    return Figure.Cell(text, FixedDecimal(weight))
  }

  // MARK: Power and interest

  private static func grid(_ ranked: [Record], _ context: ComponentContext) -> Figure {
    let placed = ranked.filter { StakeholderCare.of($0) != nil }.enumerated().map { (number: $0 + 1, record: $1) }
    var figure = Figure(
      caption: context.caption("stakeholder-grid-caption"), emptyText: "",
      columns: [
        .init(context.text("stakeholder"), field: "name"), .init(context.text("mark"), field: nil, isNumber: true),
        .init(context.language.title(ofField: "power"), field: "power", isNumber: true),
        .init(context.language.title(ofField: "interest"), field: "interest", isNumber: true),
        .init(context.text("stakeholder-care"), field: nil),
      ],
      rows: placed.map { number, stakeholder in
        Figure.Row(
          record: stakeholder.id,
          cells: [
            context.cell(stakeholder, Stakeholder.name),
            Figure.Cell(context.language.number(number), FixedDecimal(number)),
            context.cell(stakeholder, Stakeholder.power), context.cell(stakeholder, Stakeholder.interest),
            Figure.Cell(StakeholderCare.of(stakeholder).map { care($0, context) } ?? ""),
          ])
      })
    guard !placed.isEmpty else { return figure }
    figure.drawings = [StakeholderGridDrawing(placed, context).draw()]
    figure.notes = [
      MergedText(context.text("stakeholder-grid-legend", ["n": context.language.number(StakeholderCare.high)]))
    ]
    return figure
  }

  static func care(_ care: StakeholderCare, _ context: ComponentContext) -> String {
    switch care {
    case .involve: context.text("stakeholder-involve")
    case .satisfy: context.text("stakeholder-satisfy")
    case .inform: context.text("stakeholder-inform")
    case .watch: context.text("stakeholder-watch")
    }
  }
}
