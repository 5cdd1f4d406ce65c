// What people are taught: whose material it is, whether it is there and suits people from outside, and who passed.

import Languages
import Site
import Transition

enum TrainingList {
  private static let filters: [ComponentParameter] = [
    .filter(Training.process, isForAllWhenLeftOut: true), .filter(Training.language, isForAllWhenLeftOut: true),
  ]

  static func figure(_ transfer: TransferGrid, _ context: ComponentContext) -> Figure {
    let trainings = context.records(Training.schema, filters)
    func rank(_ training: Record) -> Int {
      training[Training.exists] == false ? 0 : training[Training.externalReady] == false ? 1 : 2
    }
    let sorted = trainings.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    var figure = context.figure(
      context.text("trainings-caption"), emptyText: transfer.rows.isEmpty ? "" : context.text("no-trainings"),
      of: sorted.map(\.element), columns(context))
    let lacking = context.project.processesWithoutProductTraining
    if context.readers >= .internal, context.arguments["process"] == nil, !figure.rows.isEmpty, !lacking.isEmpty {
      let names = lacking.map { context.cell($0, ServiceProcess.name).text.plainText }
      figure.notes = [MergedText(context.text("no-product-training", ["processes": context.language.list(names)]))]
    }
    return figure
  }

  private static func columns(_ context: ComponentContext) -> [RecordColumn] {
    [
      RecordColumn(Training.title, context, title: context.text("training")), RecordColumn(Training.type, context),
      RecordColumn(Training.ownedBy, context),
      RecordColumn(Training.exists, context) { flag($0, Training.exists, context) },
      RecordColumn(Training.externalReady, context) { ready($0, context) },
      RecordColumn(context.text("training-passed"), field: "passed") { passed($0, context) },
      RecordColumn(context.text("training-for"), field: "audience") { scope($0, context) }.below,
    ]
  }

  /// "Neuer Dienstleister, 20 Stunden, Schwedisch und Deutsch".
  private static func scope(_ training: Record, _ context: ComponentContext) -> Figure.Cell {
    let hours = training[Training.hours].flatMap { context.language.plural("hours", count: $0) }
    let languages = (training[Training.language] ?? []).map { context.languageName($0) }
    let words = [
      context.cell(training, Training.audience).text.plainText, hours ?? "", context.language.list(languages),
    ]
    return Figure.Cell(words.filter { !$0.isEmpty }.joined(separator: "; "))
  }

  private static func flag(_ training: Record, _ field: Field<Bool>, _ context: ComponentContext) -> Figure.Cell {
    training[field].map { Figure.Cell(context.text($0 ? "yes" : "no"), tone: $0 ? .good : .bad) } ?? Figure.Cell("")
  }

  /// What is not ready says who adapts it until when.
  private static func ready(_ training: Record, _ context: ComponentContext) -> Figure.Cell {
    let cell = flag(training, Training.externalReady, context)
    guard training[Training.externalReady] != true, let adaptation = training[Training.adaptation] else { return cell }
    let owner = context.cell(adaptation, Adaptation.owner).text.plainText
    let due = adaptation[Adaptation.due].map { context.shortDay($0) } ?? ""
    return cell.explained(MergedText([owner, due].filter { !$0.isEmpty }.joined(separator: ", ")))
  }

  /// "58 von 60".
  private static func passed(_ training: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let passed = training[Training.passed] else {
      return training[Training.participants].map {
        Figure.Cell(context.text("training-participants", ["n": context.language.number($0)]))
      } ?? Figure.Cell("")
    }
    guard let all = training[Training.participants] else { return context.cell(training, Training.passed) }
    let values = ["n": context.language.number(passed), "of": context.language.number(all)]
    return Figure.Cell(context.text("sessions-of", values), tone: passed < all ? .attention : .good)
  }
}
