// The decision guide with the answers of a project: on what they rest, who gave them and what they do.

import Languages
import Site
import Transition

struct GuideAnswers {
  private let sections: [GuideSection]
  private let context: ComponentContext
  private let answers: [Record]
  private let project: DecisionGuideResult
  private let processes: [(id: String, result: DecisionGuideResult)]

  init(_ sections: [GuideSection], _ context: ComponentContext) {
    (self.sections, self.context) = (sections, context)
    answers = context.project[DecisionAnswer.schema]
    project = DecisionGuideResult(context.project)
    processes = GuideVerdicts.processes(context)
  }

  var figures: [Figure] { [guide, scores] }

  // MARK: What counts for the result

  private var guide: Figure {
    let counted = sections.filter(\.isCounted)
    var figure = Figure(
      caption: context.caption("guide-answers-caption"), emptyText: context.text("no-answers"),
      columns: [
        .init(context.text("guide-question"), field: "question"), .init(context.text("guide-answer"), field: "value"),
        .init(context.text("guide-effect"), field: nil), .init(context.text("guide-evidence"), field: "evidence"),
      ],
      rows: answers.isEmpty
        ? []
        : counted.flatMap { section in [title(section, columns: 4)] + section.questions.flatMap(rows) })
    if !answers.isEmpty {
      let word = context.format.word(project.verdict, DecisionGuideResult.field.spec)
      figure.notes = [MergedText(context.text("guide-result-is", ["result": word]))]
    }
    return figure
  }

  private func title(_ section: GuideSection, columns: Int) -> Figure.Row {
    Figure.Row(
      record: "", cells: [Figure.Cell(section.title)] + Array(repeating: Figure.Cell(""), count: columns - 1))
  }

  /// A question; below it the processes, where it is answered for each of them.
  private func rows(_ question: Record) -> [Figure.Row] {
    let own = answers.filter { $0[DecisionAnswer.question] == question.id }
    let whole = own.first { $0[DecisionAnswer.process] == nil }
    let isPerProcess = own.contains { $0[DecisionAnswer.process] != nil }
    let single = (isPerProcess ? processes : []).map { process, result in
      let answer = own.last { $0[DecisionAnswer.process] == process } ?? whole
      return Figure.Row(
        record: answer?.id ?? process,
        cells: [Figure.Cell(context.subject(process))] + cells(answer, question, result), level: 2)
    }
    guard single.isEmpty || whole != nil else {
      let blank = Array(repeating: Figure.Cell(""), count: 3)
      return [Figure.Row(record: "", cells: [Figure.Cell(context.question(question))] + blank, level: 1)] + single
    }
    return [
      Figure.Row(
        record: whole?.id ?? question.id,
        cells: [Figure.Cell(context.question(question))] + cells(whole, question, project), level: 1)
    ] + single
  }

  private func cells(_ answer: Record?, _ question: Record, _ result: DecisionGuideResult) -> [Figure.Cell] {
    let isApplicable = !result.notApplicable.contains { $0.id == question.id }
    guard let answer, let said = context.answer(answer, to: question) else {
      let cell =
        isApplicable
        ? Figure.Cell(context.text("guide-unanswered"), tone: .open)
        : Figure.Cell(context.text("status-not-applicable"))
      return [cell] + Array(repeating: Figure.Cell(""), count: 2)
    }
    let reason = result.reasons.first { $0.question.id == question.id && $0.answer === answer }
    let effect = reason.map { context.effect($0) }
    return [
      Figure.Cell(said), effect ?? Figure.Cell(isApplicable ? "–" : context.text("status-not-applicable")),
      context.evidence(answer, isSigned: true),
    ]
  }

  // MARK: What gives points

  private var scores: Figure {
    let scored = DecisionGuideScore.all(context.project).filter { !$0.totals.isEmpty }
    let shown = sections.filter { !$0.isCounted }
    var figure = Figure(
      caption: context.caption("guide-scores-caption"), emptyText: "",
      columns: [
        .init(context.text("guide-question-or-process"), field: "question"),
        .init(context.text("guide-answer"), field: "value"), .init(context.text("guide-evidence"), field: "evidence"),
        .init(context.text("guide-points"), field: nil, isNumber: true),
      ],
      rows: shown.flatMap { section in
        scored.filter { $0.questions.first?.id == section.questions.first?.id }.flatMap { rows(section, $0) }
      })
    guard !figure.rows.isEmpty else { return figure }
    figure.notes = shown.filter { section in
      scored.contains { $0.questions.first?.id == section.questions.first?.id }
    }.compactMap { $0.questions.first?[DecisionQuestion.help] }.map {
      context.format.localized($0, isMarkdown: true)
    }
    return figure
  }

  private func rows(_ section: GuideSection, _ score: DecisionGuideScore) -> [Figure.Row] {
    [title(section, columns: 4)]
      + score.totals.flatMap { total in
        total.process.map { [process($0, total, score)] } ?? whole(total, score)
      }
  }

  /// The questions with their points, and the sum.
  private func whole(_ total: DecisionGuideScore.Total, _ score: DecisionGuideScore) -> [Figure.Row] {
    let rows = score.questions.compactMap { question -> Figure.Row? in
      let own = answers.first { $0[DecisionAnswer.question] == question.id && $0[DecisionAnswer.process] == nil }
      guard let own, let said = context.answer(own, to: question) else { return nil }
      let points = DecisionGuideScore.points(own, score.questions) ?? 0
      return Figure.Row(
        record: own.id,
        cells: [
          Figure.Cell(context.question(question)), Figure.Cell(said), context.evidence(own, isSigned: true),
          Figure.Cell(context.language.number(points), FixedDecimal(points)),
        ], level: 1)
    }
    let blank = Array(repeating: Figure.Cell(""), count: 2)
    return rows + [
      Figure.Row(
        record: "", cells: [Figure.Cell(context.text("total"))] + blank + [points(total, score)], isTotal: true)
    ]
  }

  private func points(_ total: DecisionGuideScore.Total, _ score: DecisionGuideScore) -> Figure.Cell {
    let values = ["n": context.language.number(total.points), "of": context.language.number(score.most)]
    return Figure.Cell(context.text("guide-points-of", values), FixedDecimal(total.points))
  }

  /// A process with its sum; in the column of answers the points one after the other.
  private func process(
    _ process: String, _ total: DecisionGuideScore.Total, _ score: DecisionGuideScore
  ) -> Figure.Row {
    let points = score.questions.compactMap { question in
      answers.last { $0[DecisionAnswer.question] == question.id && $0[DecisionAnswer.process] == process }
        .flatMap { DecisionGuideScore.points($0, score.questions) }
    }
    let sum = points.map { context.language.number($0) }.joined(separator: " + ")
    return Figure.Row(
      record: process,
      cells: [
        Figure.Cell(context.subject(process)), Figure.Cell(sum), Figure.Cell(""),
        self.points(total, score),
      ], level: 1)
  }
}
