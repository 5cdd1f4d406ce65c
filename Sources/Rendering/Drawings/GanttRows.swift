// The rows of a Gantt chart from a project's records: phases with their milestones and tasks, waves, the overlap.

import Languages
import Site
import Transition

struct GanttRows {
  let context: ComponentContext
  /// Whether readers see what has happened; the plan alone says nothing about it.
  private let knowsFacts: Bool
  private let today: Day
  private let endangered: Set<String>

  init(_ context: ComponentContext) {
    endangered = PlanPosition.endangered(in: context.project)
    self.context = context
    knowsFacts = context.readers >= Milestone.schema.audience
    today = context.format.asOf.day
  }

  // MARK: Phases

  /// Phases in the order of their days, each with what belongs to it; then milestones of no phase.
  func phases(_ phases: [Record], _ milestones: [Record], tasks: [Record]) -> [GanttPlan.Row] {
    let ordered = phases.orderedByDay(Phase.start)
    let sorted = milestones.orderedByDay(Milestone.planned)
    let known = Set(ordered.map(\.id))
    let rows = ordered.flatMap { phase in
      [row(phase, sorted)] + tasks.filter { $0[TransitionTask.phase] == phase.id }.map(task)
        + sorted.filter { $0[Milestone.phase] == phase.id }.map { milestone($0, level: 1) }
    }
    let loose = sorted.filter { !known.contains($0[Milestone.phase] ?? "") }
    return rows + loose.map { milestone($0, level: 0) }
  }

  private func row(_ phase: Record, _ milestones: [Record]) -> GanttPlan.Row {
    let (start, end) = (phase[Phase.start] ?? phase[Phase.end], phase[Phase.end] ?? phase[Phase.start])
    let own = milestones.filter { $0[Milestone.phase] == phase.id }
    let reached = own.count { $0[Milestone.actual] != nil }
    var row = GanttPlan.Row(record: phase.id, name: context.cell(phase, Phase.name).text)
    (row.start, row.end) = (phase[Phase.start], phase[Phase.end])
    guard let start, let end else { return row }
    // Without a last day it goes on.
    let standing = phase[Phase.end] == nil && start <= today ? .running : Standing(start, end, today)
    let isOverdue = knowsFacts && standing == .over && reached < own.count
    row.isBold = standing == .running
    row.bars = [bar(start, end, standing)]
    if isOverdue { row.slip = (max(start, end), today, true) }
    let count = context.text(
      "certified-of", ["n": context.language.number(reached), "of": context.language.number(own.count)])
    let isOpen = knowsFacts && (standing == .running || isOverdue) && !own.isEmpty
    let suffix = isOpen ? " (\(count))" : ""
    row.state =
      isOverdue
      ? Figure.Cell(context.text("state-late") + suffix, tone: .bad)
      : Figure.Cell(context.text(standing.key) + suffix, tone: standing.tone)
    return row
  }

  private func bar(_ start: Day, _ end: Day, _ standing: Standing) -> GanttPlan.Bar {
    let look: GanttPlan.Bar.Look =
      switch standing {
      case .over: .over
      case .running: .running
      case .ahead: .ahead
      }
    return GanttPlan.Bar(from: min(start, end), to: max(start, end), look: look)
  }

  /// Where a stretch of days stands on the as-of day.
  enum Standing {
    case over, running, ahead

    init(_ start: Day, _ end: Day, _ today: Day) {
      self = end < today ? .over : start <= today ? .running : .ahead
    }

    var key: String {
      switch self {
      case .over: "standing-over"
      case .running: "standing-running"
      case .ahead: "standing-ahead"
      }
    }

    var tone: Figure.Tone? {
      switch self {
      case .over: .good
      case .running: .open
      case .ahead: nil
      }
    }
  }

  private func task(_ task: Record) -> GanttPlan.Row {
    var row = GanttPlan.Row(record: task.id, name: context.cell(task, TransitionTask.title).text, level: 1)
    row.dependsOn = task[TransitionTask.dependsOn] ?? []
    let (planned, done) = (task[TransitionTask.end] ?? task[TransitionTask.start], task[TransitionTask.actualEnd])
    (row.start, row.end) = (task[TransitionTask.start], done ?? task[TransitionTask.end])
    guard let planned else { return row }
    let start = task[TransitionTask.start] ?? planned
    let isLate = done == nil && planned < today
    let standing = done != nil ? .over : isLate ? .running : Standing(start, planned, today)
    row.bars = [bar(start, done ?? planned, standing)]
    row.isMinor = done != nil
    if isLate { row.slip = (planned, today, true) }
    let late = isLate ? today : done
    let suffix = late.flatMap { deviation($0.days(since: planned)) }.map { " (\($0))" } ?? ""
    row.state =
      isLate
      ? Figure.Cell(context.text("state-late") + suffix, tone: .bad)
      : Figure.Cell(context.text(done == nil ? standing.key : "task-done") + suffix, tone: standing.tone)
    return row
  }

  // MARK: Milestones

  private func milestone(_ record: Record, level: Int) -> GanttPlan.Row {
    var row = GanttPlan.Row(record: record.id, name: MilestoneList.name(record, context).text, level: level)
    let (planned, actual) = (record[Milestone.planned], record[Milestone.actual])
    row.dependsOn = record[Milestone.dependsOn] ?? []
    row.end = actual ?? planned
    row.state = MilestoneList.state(record, endangered: endangered, context, withDeviation: true)
    row.marks = marks(record)
    row.isMinor = actual != nil
    if let agreed = record[Milestone.baseline] ?? planned, let now = actual ?? planned, agreed != now {
      row.slip = (agreed, now, false)
    }
    if let planned, sign(record) == .late { row.slip = (planned, today, true) }
    if knowsFacts, let days = MilestoneDeviation.days(of: record, in: context.project), days != 0 {
      row.slipText = context.signed(days)
    }
    return row
  }

  private func sign(_ milestone: Record) -> GanttPlan.Mark.Sign {
    guard knowsFacts else { return .ahead }
    return switch MilestoneState.of(milestone, in: context.project) {
    case "done": .reached
    case "late": .late
    default: .ahead
    }
  }

  /// The day that counts last, above those that were meant before.
  private func marks(_ milestone: Record) -> [GanttPlan.Mark] {
    let (planned, actual) = (milestone[Milestone.planned], milestone[Milestone.actual])
    guard let day = actual ?? planned else { return [] }
    var marks: [GanttPlan.Mark] = []
    if let baseline = milestone[Milestone.baseline], baseline != day, baseline != planned {
      marks.append(GanttPlan.Mark(day: baseline, sign: .baseline))
    }
    if let planned, planned != day { marks.append(GanttPlan.Mark(day: planned, sign: .planned)) }
    return marks + [GanttPlan.Mark(day: day, sign: sign(milestone))]
  }

  // MARK: Waves

  /// A wave from its training through its gate and its go-live to its acceptance.
  func wave(_ progress: WaveProgress) -> GanttPlan.Row {
    let wave = progress.wave
    var row = GanttPlan.Row(record: wave.id, name: MergedText(context.name(of: progress)))
    row.isBold = progress.state == .hypercare
    if let training = progress.training {
      row.bars.append(
        GanttPlan.Bar(from: training.from, to: training.to.adding(days: -1) ?? training.to, look: .training))
    }
    let hypercare = wave[Wave.hypercare]
    if let from = hypercare?[Hypercare.from], let to = hypercare?[Hypercare.to] {
      row.bars.append(GanttPlan.Bar(from: min(from, to), to: max(from, to), look: .hypercare))
    }
    if let acceptance = progress.acceptance { row.marks += marks(acceptance).suffix(1) }
    if let gate = progress.gate { row.marks += marks(gate).suffix(1) }
    if let day = wave[Wave.pointOfNoReturn] { row.marks.append(GanttPlan.Mark(day: day, sign: .noReturn)) }
    if let day = wave[Wave.goLive] { row.marks.append(GanttPlan.Mark(day: day, sign: .goLive)) }
    (row.start, row.end) = (wave[Wave.goLive], hypercare?[Hypercare.to])
    row.state = context.state(of: progress)
    return row
  }

  /// The time in which both providers work.
  var overlap: GanttPlan.Row? {
    guard let overlap = ProviderOverlap(context.project) else { return nil }
    let standing = Standing(overlap.from, overlap.to, today)
    var row = GanttPlan.Row(record: "", name: MergedText(context.text("timeline-overlap")))
    row.bars = [GanttPlan.Bar(from: overlap.from, to: overlap.to, look: .overlap)]
    row.isBold = standing == .running
    (row.start, row.end) = (overlap.from, overlap.to)
    row.state = Figure.Cell(context.text(standing.key), tone: standing.tone)
    return row
  }

  var blackouts: [GanttPlan.Blackout] {
    let written = context.project.record?[Project.calendar]?[ProjectCalendar.blackouts] ?? []
    return written.compactMap { blackout in
      guard let from = blackout[Blackout.from], let to = blackout[Blackout.to], from <= to else { return nil }
      return GanttPlan.Blackout(
        from: from, to: to, reason: blackout[Blackout.reason].map { context.format.localized($0) })
    }
  }

  /// "+5 Tage"; nil for none.
  private func deviation(_ days: Int) -> String? { days == 0 ? nil : context.deviation(days) }
}
