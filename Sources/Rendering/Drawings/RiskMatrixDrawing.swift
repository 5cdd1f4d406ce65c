// The risk matrix as a drawing: five by five cells, every risk as a disc, with an arrow to where mitigation leads it.

import Languages
import Markup
import Site
import Transition

struct RiskMatrixDrawing {
  private static let (left, top, cell) = (40, 30, (width: 144, height: 74))
  private static let bottom = top + 5 * cell.height
  private static let radius = 13
  /// So many have a name in their cell, so many a dot; the rest stands as a number. The last place is the score's.
  private static let (mostNamed, mostInCell) = (5, 11)

  private let risks: [RiskMatrix.Placed]
  private let context: ComponentContext

  init(_ risks: [RiskMatrix.Placed], _ context: ComponentContext) { (self.risks, self.context) = (risks, context) }

  func draw() -> Markup {
    SVGCanvas.draw(
      (ChartFrame.width, Self.bottom + 46), title: context.caption("risk-matrix-caption"), description: description,
      language: context.language.tag
    ) { canvas in
      grid(&canvas)
      axes(&canvas)
      numbers(&canvas)
      let places = places()
      for (risk, place) in zip(risks, places) { arrow(risk, from: place, &canvas) }
      for (risk, place) in zip(risks, places) { disc(risk, at: place, &canvas) }
    }
  }

  private func grid(_ canvas: inout SVGCanvas) {
    for probability in 1...5 {
      for impact in 1...5 {
        let (x, y) = Self.corner(probability, impact)
        let ink: Ink =
          switch RiskMatrix.tint(probability * impact) {
          case .low: .low
          case .middle: .middle
          case .high: .high
          }
        canvas.rectangle(x, y, Self.cell.width, Self.cell.height, fill: ink, stroke: .paper)
      }
    }
  }

  private func axes(_ canvas: inout SVGCanvas) {
    canvas.text(context.text("probability"), 0, 16, .init(size: 13, isBold: true))
    canvas.text(
      context.text("impact"), Self.left + 5 * Self.cell.width / 2, Self.bottom + 40,
      .init(size: 13, isBold: true, anchor: .middle))
    for step in 1...5 {
      let number = context.language.number(step)
      let (_, y) = Self.corner(step, 1)
      canvas.text(number, Self.left - 12, y + Self.cell.height / 2 + 4, .init(size: 13, colour: .muted, anchor: .end))
      let x = Self.left + (step - 1) * Self.cell.width + Self.cell.width / 2
      canvas.text(number, x, Self.bottom + 20, .init(size: 13, colour: .muted, anchor: .middle))
    }
  }

  private static func corner(_ probability: Int, _ impact: Int) -> (x: Int, y: Int) {
    (left + (impact - 1) * cell.width, top + (5 - probability) * cell.height)
  }

  /// Beside each other in their cell, in two lines; nil for those for which there is no room.
  private func places() -> [(x: Int, y: Int)?] {
    var taken: [Int: Int] = [:]
    return risks.map { risk in
      let here = count(risk.probability, risk.impact)
      let index = taken[risk.probability * 8 + risk.impact, default: 0]
      taken[risk.probability * 8 + risk.impact] = index + 1
      guard index < (here > Self.mostInCell ? Self.mostInCell - 2 : Self.mostInCell) else { return nil }
      let (x, y) = Self.corner(risk.probability, risk.impact)
      let inLine = here > Self.mostNamed ? 6 : 3
      let (width, height) = (Self.cell.width / inLine, here > 3 ? Self.cell.height / 2 : Self.cell.height)
      return (x + width * (index % inLine) + width / 2, y + height * (index / inLine) + height / 2)
    }
  }

  private func count(_ probability: Int, _ impact: Int) -> Int {
    risks.count { $0.probability == probability && $0.impact == impact }
  }

  private func disc(_ risk: RiskMatrix.Placed, at place: (x: Int, y: Int)?, _ canvas: inout SVGCanvas) {
    guard let place else { return }
    guard count(risk.probability, risk.impact) <= Self.mostNamed else {
      canvas.circle(place.x, place.y, radius: 7, fill: .text, stroke: .paper)
      return
    }
    let isPast = risk.record.riskStatus == "closed"
    let hasOccurred = risk.record.riskStatus == "occurred"
    if hasOccurred {
      canvas.rectangle(
        place.x - Self.radius - 2, place.y - Self.radius, 2 * Self.radius + 4, 2 * Self.radius, fill: .text)
    } else {
      canvas.circle(
        place.x, place.y, radius: Self.radius, fill: isPast ? .paper : .text, stroke: isPast ? .text : .paper)
    }
    let look = SVGCanvas.Lettering(size: 10, colour: isPast ? .text : .paper, isBold: true, anchor: .middle)
    canvas.label(MergedText(risk.mark), place.x, place.y + 4, width: 34, look)
  }

  /// To the middle of the cell of what is left.
  private func arrow(_ risk: RiskMatrix.Placed, from place: (x: Int, y: Int)?, _ canvas: inout SVGCanvas) {
    guard let place, let residual = risk.residual,
      residual.probability != risk.probability || residual.impact != risk.impact
    else { return }
    let (x, y) = Self.corner(residual.probability, residual.impact)
    let end = (x: x + (place.x - Self.left) % Self.cell.width, y: y + Self.cell.height - 12)
    canvas.arrow(place.x, place.y, to: end.x, end.y, stroke: .muted, dashes: "4 3")
  }

  /// Its score in every cell, and "+3" where it holds more than is drawn.
  private func numbers(_ canvas: inout SVGCanvas) {
    for probability in 1...5 {
      for impact in 1...5 {
        let (x, y) = Self.corner(probability, impact)
        let look = SVGCanvas.Lettering(size: 10, colour: .muted, anchor: .end)
        canvas.text(
          context.language.number(probability * impact), x + Self.cell.width - 5, y + Self.cell.height - 6, look)
        let count = count(probability, impact)
        guard count > Self.mostInCell else { continue }
        let text = "+" + context.language.number(count - Self.mostInCell + 2)
        canvas.text(
          text, x + Self.cell.width * 2 / 3, y + Self.cell.height * 3 / 4 + 4,
          .init(size: 10, isBold: true, anchor: .middle))
      }
    }
  }

  private var description: String {
    risks.map { risk in
      let residual = risk.residual.map { " → \($0.probability) × \($0.impact)" } ?? ""
      return "\(risk.mark): \(risk.probability) × \(risk.impact)\(residual)"
    }.joined(separator: "; ")
  }
}
