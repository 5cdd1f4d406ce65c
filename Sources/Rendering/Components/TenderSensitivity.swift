// What another weight of the price would change about a tender: totals at other weights, and where the winner changes.

import Languages
import Site
import Transition

struct TenderSensitivity {
  /// The criterion that is weighed up and down, by its id.
  static let criterion = "price"
  /// Points of weight by which it is moved.
  private static let step = 20

  let sheet: TenderSheet
  let result: TenderResult?
  /// The weight of today; nil without such a criterion.
  let today: Ratio?
  private let context: ComponentContext

  init(_ sheet: TenderSheet, _ context: ComponentContext) {
    (self.sheet, self.context) = (sheet, context)
    result = sheet.result
    // As a share of all weights, should these not add up to 100.
    let weights = sheet.result?.weights ?? []
    let own = weights.first { $0.criterion == Self.criterion }?.weight
    today = own.flatMap { own in
      Ratio.sum(weights.map(\.weight)).flatMap { own.multiplied(by: Ratio(100))?.divided(by: $0) }
    }
  }

  var criterionName: MergedText {
    sheet.criteria.first { $0[TenderCriterion.id] == Self.criterion }.map(sheet.name(ofCriterion:))
      ?? MergedText(Self.criterion)
  }

  /// Today's weight, and as far as there are such weights, 20 points less and more.
  private var weights: [Ratio] {
    guard let today else { return [] }
    return [today.subtracting(Ratio(Self.step)), today, today.adding(Ratio(Self.step))].compactMap(\.self)
      .filter { $0 >= Ratio(0) && $0 <= Ratio(100) }
  }

  func percent(_ weight: Ratio) -> String {
    let exact = [0, 1].lazy.compactMap { weight.rounded($0) }.first { Ratio($0) == weight } ?? weight.rounded(1)
    return exact.map { context.language.percent($0) } ?? "–"
  }

  var figure: Figure {
    let isMovable = result?.totals(weighing: Self.criterion, at: Ratio(0)).isEmpty == false
    let rows = isMovable && !weights.isEmpty ? sheet.ranked.map(row) : []
    var figure = Figure(
      caption: context.caption("tender-sensitivity-caption"), emptyText: context.text("no-sensitivity"),
      columns: [.init(context.text("tender-candidate"), field: "candidates")]
        + weights.map { weight in
          let key = weight == today ? "tender-weight-today" : "tender-weight-at"
          return .init(
            context.text(key, ["criterion": criterionName.plainText, "weight": percent(weight)]), field: nil,
            isNumber: true)
        },
      rows: rows.isEmpty ? [] : rows + [winners])
    guard !rows.isEmpty else { return figure }
    figure.drawings = [TenderLinesDrawing(self, context).draw()]
    figure.notes = [MergedText(breakEven)]
    return figure
  }

  private func total(_ candidate: String, at weight: Ratio) -> Ratio? {
    result?.totals(weighing: Self.criterion, at: weight).first { $0.candidate == candidate }?.total
  }

  private func winner(at weight: Ratio) -> String? {
    result?.winner(weighing: Self.criterion, at: weight)?.candidate
  }

  private func row(_ candidate: String) -> Figure.Row {
    Figure.Row(
      record: candidate,
      cells: [Figure.Cell(sheet.name(of: candidate))]
        + weights.map { weight in
          sheet.score(total(candidate, at: weight)).tinted(winner(at: weight) == candidate ? .low : nil)
        })
  }

  private var winners: Figure.Row {
    let names = weights.map { winner(at: $0).map { Figure.Cell(sheet.name(of: $0)) } ?? Figure.Cell("–") }
    return Figure.Row(record: "", cells: [Figure.Cell(context.text("tender-first"))] + names, isTotal: true)
  }

  /// At which weight the winner changes, in a sentence.
  var breakEven: String {
    let values = ["criterion": criterionName.plainText]
    guard let point = result?.breakEven(of: Self.criterion), let today, let first = result?.ranking.first else {
      return context.text("tender-always-first", values)
    }
    let all = values.merging(
      [
        "weight": rounded(point.weight), "winner": sheet.name(of: first.candidate).plainText,
        "other": sheet.name(of: point.candidate).plainText,
      ]
    ) { $1 }
    if point.weight == today { return context.text("tender-equal-today", all) }
    return context.text(today < point.weight ? "tender-break-even-above" : "tender-break-even-below", all)
  }

  func rounded(_ weight: Ratio) -> String {
    weight.rounded(1).map { context.language.percent($0, fractionDigits: 1) } ?? "–"
  }
}
