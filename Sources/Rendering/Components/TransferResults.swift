// How each process was tested and signed off, in each of the languages that it is handed over in.

import Languages
import Site
import Transition

struct TransferResults {
  private let transfer: TransferGrid
  private let context: ComponentContext

  init(_ transfer: TransferGrid, _ context: ComponentContext) { (self.transfer, self.context) = (transfer, context) }

  var figure: Figure {
    let rows = transfer.rows.filter { !$0.coverage.planned.isEmpty }
    return Figure(
      caption: context.text("transfer-results-caption"), emptyText: "",
      columns: [
        .init(context.text("process-and-language"), field: "process"),
        .init(context.text("transfer-sessions"), field: nil, isNumber: true),
        .init(context.text("transfer-tests"), field: "test", isNumber: true),
        .init(context.text("last-test"), field: "test", isNumber: true),
        .init(context.language.title(ofField: "signedOff"), field: "signedOff", isNumber: true),
        .init(context.language.title(ofField: "signedOffBy"), field: "signedOffBy"),
      ],
      rows: rows.flatMap { self.rows(of: $0) }
    ).withoutEmptyColumns()
  }

  /// The process, and a row for each language where there are several.
  private func rows(of row: TransferGrid.Row) -> [Figure.Row] {
    let languages = row.coverage.languages
    let id = row.process?.id ?? ""
    let isOne = languages.count < 2
    let suffix = languages.first.map { " (\(context.languageName($0)))" } ?? ""
    let name = isOne ? MergedText(row.name.plainText + suffix, language: row.name.language) : row.name
    let head = Figure.Row(record: id, cells: [Figure.Cell(name)] + cells(row.coverage, isWhole: !isOne))
    guard !isOne else { return [head] }
    return [head]
      + languages.map { language in
        Figure.Row(
          record: id,
          cells: [Figure.Cell(context.languageName(language))]
            + cells(row.coverage.of(language: language), isWhole: false), level: 1)
      }
  }

  /// Of a whole process no single test speaks, and it is signed off with its last language.
  private func cells(_ coverage: TransferCoverage, isWhole: Bool) -> [Figure.Cell] {
    let isComplete = !isWhole || coverage.state == .signedOff
    let last = isComplete ? coverage.lastSignedOff : nil
    return [
      Figure.Cell(context.text("sessions-of", context.count(coverage.held.count, of: coverage.planned.count))),
      coverage.tested.isEmpty
        ? Figure.Cell("")
        : Figure.Cell(context.text("sessions-of", context.count(coverage.passed.count, of: coverage.tested.count))),
      isWhole ? Figure.Cell("") : test(coverage),
      last.map { context.shortDayCell($0[KTSession.signedOff]) }
        ?? Figure.Cell(context.text("transfer-unsigned"), tone: .open),
      last.map { context.cell($0, KTSession.signedOffBy) } ?? Figure.Cell(""),
    ]
  }

  /// "97 % (mindestens 90 %)".
  private func test(_ coverage: TransferCoverage) -> Figure.Cell {
    guard let session = coverage.tested.last, let test = session[KTSession.test], let result = test[KTTest.result]
    else {
      return Figure.Cell("")
    }
    let reached = context.language.percent(result)
    guard let mark = test[KTTest.passMark] else { return Figure.Cell(reached) }
    let text = context.text("test-result", ["result": reached, "mark": context.language.percent(mark)])
    return Figure.Cell(text, tone: TransferCoverage.hasPassed(session) ? .good : .bad)
  }
}

extension TransferCoverage {
  /// The session that was signed off last.
  fileprivate var lastSignedOff: Record? { signedOff.orderedByDay(KTSession.signedOff).last }
}
