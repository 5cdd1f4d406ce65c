// `::kt-coverage`: what was handed over by which method, how it was tested and signed off, who knows, what is taught.

import Languages
import Site
import Transition

enum KTCoverage: PageComponent {
  static let name = "kt-coverage"
  static let group = ComponentGroup.knowledge
  static let topics = ["S0.5"]
  static let parameters: [ComponentParameter] = [
    .filter(KTSession.process),
    ComponentParameter(
      name: "language", kind: .text("the code of a language, such as sv"),
      summary: "Shows what is handed over in this language."),
    .filter(KTSession.market, isForAllWhenLeftOut: true),
  ]
  static let entity: EntitySchema? = KTSession.schema
  static let fields = ["process", "method", "date", "language", "market", "test", "signedOff", "signedOffBy"]
  static let tables = ["", "results", "sources", "trainings"]

  static func shown(_ context: ComponentContext) -> [EntitySchema] {
    [KTSession.schema, ServiceProcess.schema, KTSource.schema, Training.schema]
  }

  static func figures(_ context: ComponentContext) -> [Figure] {
    let transfer = TransferGrid(context, parameters)
    return [
      grid(transfer, context), TransferResults(transfer, context).figure, KnowledgeSources.figure(transfer, context),
      TrainingList.figure(transfer, context),
    ]
  }

  // MARK: Processes and methods

  private static func grid(_ transfer: TransferGrid, _ context: ComponentContext) -> Figure {
    var figure = Figure(
      caption: context.caption("kt-coverage-caption"),
      emptyText: context.text(context.arguments["process"] == nil ? "no-transfer" : "no-transfer-of-process"),
      columns: [.init(context.language.title(ofField: "process"), field: "process")]
        + transfer.methods.map { .init(context.format.word($0, KTSession.method.spec), field: "method") }
        + [.init(context.text("transfer-state"), field: nil)],
      rows: transfer.rows.map { row($0, transfer, context) })
    guard !transfer.rows.isEmpty else { return figure }
    figure.drawings = [TransferDrawing(transfer, context).draw(title: figure.caption)]
    figure.form = .folded(context.text("as-table"))
    figure.notes = notes(transfer, context)
    return figure
  }

  private static func row(_ row: TransferGrid.Row, _ transfer: TransferGrid, _ context: ComponentContext) -> Figure.Row
  {
    let cells = transfer.methods.map { method in
      let coverage = row.coverage.of(method: method)
      return Figure.Cell(coverage.planned.isEmpty ? "" : context.share(of: coverage))
    }
    return Figure.Row(
      record: row.process?.id ?? "", cells: [Figure.Cell(row.name)] + cells + [context.state(of: row.coverage)])
  }

  private static func notes(_ transfer: TransferGrid, _ context: ComponentContext) -> [MergedText] {
    let all = transfer.all
    var notes = [context.sessions(of: all), context.tests(of: all)].map(\.text.plainText)
    if let passed = Ratio(100 * all.passed.count).divided(by: Ratio(all.tested.count))?.rounded(0) {
      notes[1] += " (\(context.language.percent(passed)))"
    }
    let titles = [context.text("transfer-sessions"), context.text("transfer-tests")]
    var lines = zip(titles, notes).filter { !$1.isEmpty }.map { "\($0): \($1)" }
    if transfer.rows.contains(where: { $0.coverage.isDocumentsOnly }) {
      lines.append(context.text("documents-only-note"))
    }
    if let undrawn = transfer.undrawnNote { lines.append(undrawn) }
    return lines.map { MergedText($0) }
  }
}

extension ComponentContext {
  /// "2/3": how many sessions were held, of how many.
  func share(of coverage: TransferCoverage) -> String {
    "\(language.number(coverage.held.count))/\(language.number(coverage.planned.count))"
  }
}
