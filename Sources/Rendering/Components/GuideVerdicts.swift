// What the answers to the decision guide come to, for the project and for each process, with the reasons.

import Languages
import Site
import Transition

struct GuideVerdicts {
  private let sections: [GuideSection]
  private let context: ComponentContext
  private let project: DecisionGuideResult
  private let processes: [(id: String, result: DecisionGuideResult)]
  private let hasAnswers: Bool

  init(_ sections: [GuideSection], _ context: ComponentContext) {
    (self.sections, self.context) = (sections, context)
    project = DecisionGuideResult(context.project)
    processes = Self.processes(context)
    hasAnswers = !context.project[DecisionAnswer.schema].isEmpty
  }

  /// The processes that are judged one by one: those with answers of their own, and the others of the first level, once
  /// there are such answers.
  static func processes(_ context: ComponentContext) -> [(id: String, result: DecisionGuideResult)] {
    let ids = context.project[DecisionQuestion.schema].filter(DecisionGuideResult.isCounted).map(\.id)
    let own = context.project[DecisionAnswer.schema].filter { answer in
      answer[DecisionAnswer.question].map { ids.contains($0) } ?? false
    }.compactMap { $0[DecisionAnswer.process] }
    guard !own.isEmpty else { return [] }
    let wanted = context.arguments["process"]
    return context.project[ServiceProcess.schema].filter { process in
      wanted.map { $0 == process.id } ?? (own.contains(process.id) || process[ServiceProcess.parent] == nil)
    }.map { ($0.id, DecisionGuideResult(context.project, process: $0.id)) }
  }

  var figures: [Figure] { [verdicts, scores] }

  // MARK: Verdicts

  private var verdicts: Figure {
    var figure = Figure(
      caption: context.caption("guide-result-caption"), emptyText: context.text("no-answers"),
      columns: [
        .init(context.text("guide-subject"), field: "process"), .init(context.text("guide-result"), field: nil),
        .init(context.text("guide-answer"), field: "value"), .init(context.text("guide-evidence"), field: "evidence"),
      ],
      rows: hasAnswers
        ? rows(nil, project) + processes.flatMap { rows($0.id, $0.result) } : [])
    if hasAnswers { figure.notes = [hybrid, summary].compactMap(\.self).map { MergedText($0) } }
    return figure
  }

  private func rows(_ process: String?, _ result: DecisionGuideResult) -> [Figure.Row] {
    let blank = Array(repeating: Figure.Cell(""), count: 2)
    let head = Figure.Row(
      record: process ?? "", cells: [Figure.Cell(context.subject(process)), verdict(result.verdict)] + blank)
    // What holds for the whole is not said again for every process.
    let reasons = result.reasons.filter { process == nil || $0.answer[DecisionAnswer.process] != nil }
    let known = Set(process == nil ? [] : project.unanswered.map(\.id))
    let open = result.unanswered.filter { !known.contains($0.id) && isShown($0) }
    let sorted = reasons.filter { isShown($0.question) }.enumerated().sorted { a, b in
      (Self.rank(a.element), a.offset) < (Self.rank(b.element), b.offset)
    }
    let grave = sorted.filter { Self.rank($0.element) < 2 }.map { row($0.element) }
    let rest = sorted.filter { Self.rank($0.element) >= 2 }.map { row($0.element) }
    return [head] + grave + open.map(row(unanswered:)) + rest
  }

  private func isShown(_ question: Record) -> Bool {
    sections.contains { $0.questions.contains { $0.id == question.id } }
  }

  /// What stands in the way first.
  private static func rank(_ reason: DecisionGuideResult.Reason) -> Int {
    switch reason.effect {
    case .stop: reason.isOverruled ? 4 : 0
    case .toDo: 2
    case .caution: DecisionGuideResult.isOpen(reason) ? 3 : 5
    case .go: 6
    }
  }

  private func verdict(_ verdict: String) -> Figure.Cell {
    let tone: Figure.Tone =
      switch verdict {
      case "go": .good
      case "conditional": .attention
      case "no-go": .bad
      default: .open
      }
    return Figure.Cell(context.format.word(verdict, DecisionGuideResult.field.spec), tone: tone)
  }

  private func row(_ reason: DecisionGuideResult.Reason) -> Figure.Row {
    Figure.Row(
      record: reason.answer.id,
      cells: [
        Figure.Cell(context.question(reason.question)), context.effect(reason),
        Figure.Cell(context.answer(reason.answer, to: reason.question) ?? MergedText("")),
        context.evidence(reason.answer),
      ], level: 1)
  }

  private func row(unanswered question: Record) -> Figure.Row {
    Figure.Row(
      record: question.id,
      cells: [Figure.Cell(context.question(question)), Figure.Cell(context.text("guide-unanswered"), tone: .open)]
        + Array(repeating: Figure.Cell(""), count: 2), level: 1)
  }

  // MARK: Notes

  /// Some processes go, others stay: that is normal, and said.
  private var hybrid: String? {
    let staying = processes.filter { $0.result.verdict == "no-go" }
    let going = processes.filter { ["go", "conditional"].contains($0.result.verdict) }
    guard context.arguments["process"] == nil, !staying.isEmpty, !going.isEmpty else { return nil }
    return context.text(
      "guide-hybrid",
      [
        "n": context.language.number(going.count), "of": context.language.number(processes.count),
        "staying": context.language.list(staying.map { context.subject($0.id).plainText }),
      ])
  }

  /// How many questions are open, and cautions that nobody answers for.
  private var summary: String {
    let cautions = project.reasons.filter { $0.effect == .caution && DecisionGuideResult.isOpen($0) }
    return context.text(
      "guide-open-counts",
      [
        "questions": context.language.number(project.unanswered.count),
        "cautions": context.language.number(cautions.count),
      ])
  }

  // MARK: Points

  /// The sums of the sections that are scored apart, the highest first.
  private var scores: Figure {
    let shown = sections.filter { !$0.isCounted }
    let scored = DecisionGuideScore.all(context.project)
    let wanted = context.arguments["process"]
    return Figure(
      caption: context.caption("guide-scores-caption"), emptyText: "",
      columns: [
        .init(context.language.title(ofField: "section"), field: "section"),
        .init(context.text("guide-subject"), field: "process"),
        .init(context.text("guide-points"), field: nil, isNumber: true),
        .init(context.text("guide-most"), field: nil, isNumber: true),
      ],
      rows: shown.flatMap { section -> [Figure.Row] in
        let score = scored.first { $0.questions.first?.id == section.questions.first?.id }
        return (score?.totals ?? []).filter { wanted == nil || $0.process == nil || $0.process == wanted }.map {
          total in
          Figure.Row(
            record: total.process ?? "",
            cells: [
              Figure.Cell(section.title), Figure.Cell(context.subject(total.process)),
              Figure.Cell(context.language.number(total.points), FixedDecimal(total.points)),
              Figure.Cell(context.language.number(score?.most ?? 0), FixedDecimal(score?.most ?? 0)),
            ])
        }
      })
  }
}
