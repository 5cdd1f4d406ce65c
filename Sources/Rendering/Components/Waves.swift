// `::waves`: what goes live when, what that was decided on, and what must be true before the close watch may end.

import Languages
import Site
import Transition

enum Waves: PageComponent {
  static let name = "waves"
  static let group = ComponentGroup.goLive
  static let topics = ["S0.2"]
  static let parameters: [ComponentParameter] = [
    .filter(Wave.markets, as: "market"), .filter(Wave.processes, as: "process"),
  ]
  static let entity: EntitySchema? = Wave.schema
  static let fields = [
    "markets", "channels", "processes", "goLive", "goNoGo", "pointOfNoReturn", "hypercare", "partialAcceptance",
  ]
  static let tables = ["", "scope", "criteria"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let wanted = Set(context.records(Wave.schema, parameters).map(\.id))
    let waves = WaveProgress.all(in: context.project).filter { wanted.contains($0.wave.id) }
    return [overview(waves, context), scope(waves, context), criteria(waves, context)]
  }

  // MARK: When and how

  private static func overview(_ waves: [WaveProgress], _ context: ComponentContext) -> Figure {
    let hasCohorts = waves.contains { $0.headcount != nil || $0.certified != nil }
    let certified = Figure.Column(context.text("waves-certified"), field: nil, isNumber: true)
    var figure = Figure(
      caption: context.caption("waves-caption"),
      emptyText: context.text(context.project[Wave.schema].isEmpty ? "no-waves" : "no-such-waves"),
      columns: [
        .init(context.text("waves-wave"), field: "markets"), .init(context.text("timeline-state"), field: nil),
        .init(context.text("waves-go-live"), field: "goLive", isNumber: true),
        .init(context.text("waves-gate"), field: "goNoGo"),
        .init(context.text("waves-no-return"), field: "pointOfNoReturn", isNumber: true),
        .init(context.text("wave-hypercare"), field: "hypercare", isNumber: true),
      ] + (hasCohorts ? [certified] : []) + [.init(context.text("waves-acceptance"), field: "partialAcceptance")],
      rows: waves.map { row($0, context, hasCohorts) })
    let rows = GanttRows(context)
    let plan = GanttPlan(
      waves.map { rows.wave($0) } + [waves.isEmpty ? nil : rows.overlap].compactMap(\.self), blackouts: rows.blackouts,
      from: nil, to: nil, today: context.format.asOf.day)
    figure.drawings = [GanttDrawing(plan, caption: figure.caption, context)?.draw()].compactMap(\.self)
    return figure
  }

  private static func row(_ progress: WaveProgress, _ context: ComponentContext, _ hasCohorts: Bool) -> Figure.Row {
    let wave = progress.wave
    let hypercare = wave[Wave.hypercare]
    return Figure.Row(
      record: wave.id,
      cells: [
        Figure.Cell(context.name(of: progress)), context.state(of: progress), day(wave[Wave.goLive], context),
        gate(progress, context), day(wave[Wave.pointOfNoReturn], context),
        Figure.Cell(context.span(hypercare?[Hypercare.from], hypercare?[Hypercare.to])),
      ] + (hasCohorts ? [certified(progress, context)] : []) + [decided(progress.acceptance, context)])
  }

  private static func day(_ day: Day?, _ context: ComponentContext) -> Figure.Cell {
    var cell = Figure.Cell(day.map { context.shortDay($0) } ?? "")
    cell.plain = day.map { .day($0) }
    return cell
  }

  /// A gate that was decided says how, to those who may know; else where it stands.
  private static func gate(_ progress: WaveProgress, _ context: ComponentContext) -> Figure.Cell {
    let audience = ReadinessVerdict.field.spec.audience ?? .team
    guard context.readers >= audience, let day = progress.gate?[Milestone.actual], let verdict = progress.verdict
    else { return decided(progress.gate, context) }
    let tone: Figure.Tone = verdict == "go" ? .good : verdict == "no-go" ? .bad : .attention
    let word = context.format.word(verdict, ReadinessVerdict.field.spec)
    return Figure.Cell("\(context.shortDay(day)): \(word)", tone: tone)
  }

  /// A milestone by its day and its state.
  private static func decided(_ milestone: Record?, _ context: ComponentContext) -> Figure.Cell {
    guard let milestone, let day = milestone[Milestone.actual] ?? milestone[Milestone.planned] else {
      return Figure.Cell("")
    }
    let state = MilestoneState.of(milestone, in: context.project)
    let word = state.map { ": " + context.format.word($0, MilestoneState.field.spec) } ?? ""
    let tone: Figure.Tone? =
      switch state {
      case "done": .good
      case "late": .bad
      case "next": .open
      default: nil
      }
    return Figure.Cell(context.shortDay(day) + word, tone: tone)
  }

  /// "24 von 24"; only the seats while nobody was counted.
  private static func certified(_ progress: WaveProgress, _ context: ComponentContext) -> Figure.Cell {
    guard let headcount = progress.headcount else {
      return Figure.Cell(progress.certified.map { context.language.number($0) } ?? "", progress.certified)
    }
    let seats = context.language.number(headcount)
    guard let certified = progress.certified else { return Figure.Cell(context.text("seats-planned", ["n": seats])) }
    let text = context.text("certified-of", ["n": context.language.number(certified), "of": seats])
    return Figure.Cell(text, tone: certified < headcount ? .attention : .good)
  }

  // MARK: What goes live

  private static func scope(_ waves: [WaveProgress], _ context: ComponentContext) -> Figure {
    Figure(
      caption: context.caption("waves-scope-caption"), emptyText: "",
      columns: [
        .init(context.text("waves-wave"), field: "markets"), .init(context.text("waves-channels"), field: "channels"),
        .init(context.text("waves-processes"), field: "processes"),
      ],
      rows: waves.map { progress in
        Figure.Row(
          record: progress.wave.id,
          cells: [
            Figure.Cell(context.name(of: progress)), channels(progress.wave, context),
            processes(progress, among: waves, context),
          ])
      })
  }

  /// Their names; the same list once more is not read.
  private static func processes(
    _ progress: WaveProgress, among waves: [WaveProgress], _ context: ComponentContext
  ) -> Figure.Cell {
    let own = progress.wave[Wave.processes] ?? []
    let same = waves.first { $0.wave[Wave.processes] == own }
    guard !own.isEmpty, let same, same.number < progress.number else {
      // Names have commas and "and" in them.
      let names = own.map { context.format.name(of: $0, Wave.processes.spec) }
      let language = names.contains { $0.language == nil } ? nil : names.first?.language
      return Figure.Cell(MergedText(names.map(\.plainText).joined(separator: "; "), language: language))
    }
    return Figure.Cell(context.text("waves-same", ["n": context.language.number(same.number)]))
  }

  /// Channels have no name: what they are says it, and their market where there are several.
  private static func channels(_ wave: Record, _ context: ComponentContext) -> Figure.Cell {
    let hasMarkets = (wave[Wave.markets] ?? []).count > 1
    var names: [String] = []
    for id in wave[Wave.channels] ?? [] {
      guard let channel = context.project.find(id, in: Channel.schema), let kind = channel[Channel.kind] else {
        names.append(id)
        continue
      }
      let market = hasMarkets ? channel[Channel.market].map { " (\($0))" } ?? "" : ""
      let name = context.format.word(kind, Channel.kind.spec) + market
      if !names.contains(name) { names.append(name) }
    }
    return Figure.Cell(context.language.list(names))
  }

  // MARK: What ends the hypercare

  /// Every criterion once, with the waves that it is for.
  private static func criteria(_ waves: [WaveProgress], _ context: ComponentContext) -> Figure {
    var rows: [(criterion: MergedText, record: String, numbers: [String])] = []
    for progress in waves {
      let number = context.language.number(progress.number)
      for text in progress.wave[Wave.hypercare]?[Hypercare.exitCriteria] ?? [] {
        let criterion = context.format.localized(text)
        if let index = rows.firstIndex(where: { $0.criterion == criterion }) {
          if rows[index].numbers.last != number { rows[index].numbers.append(number) }
        } else {
          rows.append((criterion, progress.wave.id, [number]))
        }
      }
    }
    return Figure(
      caption: context.caption("waves-criteria-caption"), emptyText: "",
      columns: [
        .init(context.text("waves-criterion"), field: "hypercare"),
        .init(context.text("waves-waves"), field: nil, isNumber: true),
      ],
      rows: rows.map { row in
        Figure.Row(
          record: row.record, cells: [Figure.Cell(row.criterion), Figure.Cell(context.language.list(row.numbers))])
      })
  }
}
