// `::risk-matrix`: how likely against how grave, as it is now and as it will be; each cell leads to its risks.

import Languages
import Markup
import Site
import Transition

enum RiskMatrix: PageComponent {
  static let name = "risk-matrix"
  static let group = ComponentGroup.risks
  static let topics = ["S0.7", "S3.8"]
  static let parameters: [ComponentParameter] = [
    .filter(Risk.category), .filter(Risk.phase), .filter(Risk.process), .filter(Risk.status), .filter(Risk.owner),
    ComponentParameter(name: "min-score", kind: .integer(1...25), summary: "Shows risks from this score on."),
  ]
  static let entity: EntitySchema? = Risk.schema
  static let fields = ["title", "probability", "impact", "residual", "status"]
  static let tables = ["counts", "risks"]

  /// A risk that has a place in the matrix.
  struct Placed {
    let record: Record
    /// Short, for the drawing: its id, or its number where the id is long.
    let mark: String
    let probability, impact: Int
    let residual: (probability: Int, impact: Int)?
  }

  static func figures(_ context: ComponentContext) -> [Figure] {
    let placed = placed(context)
    return [counts(placed, context), list(placed, context)]
  }

  /// The highest score first. A provider sees no scores, and so no matrix.
  private static func placed(_ context: ComponentContext) -> [Placed] {
    let least = context.arguments["min-score"].flatMap { Int($0) } ?? 0
    let scored = context.records(Risk.schema, parameters).filter { ($0.riskScore ?? 0) >= max(1, least) }
    let sorted = scored.enumerated().sorted { a, b in
      let (first, second) = (a.element.riskScore ?? 0, b.element.riskScore ?? 0)
      return first == second ? a.offset < b.offset : first > second
    }
    return sorted.enumerated().compactMap { index, item in
      let risk = item.element
      guard let probability = risk[Risk.probability], let impact = risk[Risk.impact] else { return nil }
      let residual = risk[Risk.residual].flatMap { left in
        left[Residual.p].flatMap { p in left[Residual.i].map { (Int(p.mantissa), Int($0.mantissa)) } }
      }
      return Placed(
        record: risk, mark: risk.id.utf8.count <= 4 ? risk.id.uppercased() : String(index + 1),
        probability: Int(probability.mantissa), impact: Int(impact.mantissa), residual: residual)
    }
  }

  // MARK: The grid

  private static func counts(_ placed: [Placed], _ context: ComponentContext) -> Figure {
    let impacts = (1...5).map { Figure.Column("\(context.text("impact")) \($0)", field: "impact") }
    var figure = Figure(
      caption: context.caption("risk-matrix-caption"), emptyText: context.text("no-risks"),
      columns: [.init(context.text("probability"), field: "probability")] + impacts,
      rows: placed.isEmpty ? [] : (1...5).reversed().map { row(probability: $0, placed, context) })
    figure.form = .grid
    guard !placed.isEmpty else { return figure }
    figure.drawings = [RiskMatrixDrawing(placed, context).draw()]
    figure.notes = [MergedText(context.text("risk-matrix-legend"))]
    return figure
  }

  private static func row(probability: Int, _ placed: [Placed], _ context: ComponentContext) -> Figure.Row {
    let cells = (1...5).map { impact -> Figure.Cell in
      let here = placed.filter { $0.probability == probability && $0.impact == impact }
      let links = here.map { Figure.Cell.Link(text: MergedText($0.mark), anchor: context.anchor($0.record.id)) }
      return Figure.Cell(links: links).tinted(tint(probability * impact))
    }
    return Figure.Row(record: "", cells: [Figure.Cell(context.language.number(probability))] + cells)
  }

  static func tint(_ score: Int) -> Figure.Cell.Tint {
    score >= RiskScore.high ? .high : score >= RiskScore.medium ? .middle : .low
  }

  // MARK: The risks

  private static func list(_ placed: [Placed], _ context: ComponentContext) -> Figure {
    Figure(
      caption: context.caption("risk-list-caption"), emptyText: "",
      columns: [
        .init(context.text("risk"), field: "title"), .init(context.text("mark"), field: nil),
        .init(context.text("score-inherent"), field: nil, isNumber: true),
        .init(context.text("score-residual"), field: "residual", isNumber: true),
        .init(context.text("status"), field: "status"),
      ],
      rows: placed.map { risk in
        Figure.Row(
          record: risk.record.id,
          cells: [
            context.cell(risk.record, Risk.title), Figure.Cell(risk.mark),
            score((risk.probability, risk.impact), context),
            risk.residual.map { score($0, context) } ?? Figure.Cell(""),
            Figure.Cell(context.format.word(risk.record.riskStatus, Risk.status.spec)),
          ], anchor: context.anchor(risk.record.id))
      })
  }

  private static func score(_ place: (probability: Int, impact: Int), _ context: ComponentContext) -> Figure.Cell {
    let product = place.probability * place.impact
    return Figure.Cell(
      "\(place.probability)\u{A0}×\u{A0}\(place.impact)\u{A0}=\u{A0}\(context.language.number(product))",
      FixedDecimal(product)
    ).tinted(tint(product))
  }
}
