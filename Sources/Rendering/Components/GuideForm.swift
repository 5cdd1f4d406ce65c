// The decision guide as a form: every question with boxes to tick and lines to write on.

import Languages
import Site
import Transition

struct GuideForm {
  private let sections: [GuideSection]
  private let context: ComponentContext

  init(_ sections: [GuideSection], _ context: ComponentContext) { (self.sections, self.context) = (sections, context) }

  var figures: [Figure] {
    [
      figure("guide-form-caption", sections.isEmpty ? "no-guide" : "", sections.filter(\.isCounted)),
      figure("guide-scores-form-caption", "", sections.filter { !$0.isCounted }),
    ]
  }

  private func figure(_ caption: String, _ emptyText: String, _ sections: [GuideSection]) -> Figure {
    Figure(
      caption: context.caption(caption), emptyText: emptyText.isEmpty ? "" : context.text(emptyText),
      columns: [
        .init(context.text("guide-question"), field: "text"), .init(context.text("guide-answer"), field: "options"),
        .init(context.text("guide-basis"), field: nil),
      ],
      rows: sections.flatMap { section in
        [Figure.Row(record: "", cells: [Figure.Cell(section.title), Figure.Cell(""), Figure.Cell("")])]
          + section.questions.map(row)
      })
  }

  private func row(_ question: Record) -> Figure.Row {
    let help = question[DecisionQuestion.help].map { context.format.localized($0, isMarkdown: true) }
    var basis = Figure.Cell("")
    basis.blankLines = 2
    return Figure.Row(
      record: question.id, cells: [Figure.Cell(context.question(question)).explained(help), answer(question), basis],
      level: 1)
  }

  private func answer(_ question: Record) -> Figure.Cell {
    let options = question[DecisionQuestion.options] ?? []
    if question[DecisionQuestion.kind] == "yes-no" {
      return Figure.Cell(choices: [MergedText(context.text("yes")), MergedText(context.text("no"))])
    }
    guard options.isEmpty else { return Figure.Cell(choices: options.map { context.choice($0, of: question) }) }
    var cell = Figure.Cell("")
    cell.blankLines = 3
    return cell
  }
}
