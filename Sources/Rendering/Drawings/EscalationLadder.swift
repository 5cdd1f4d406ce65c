// An escalation path as a drawing: the levels above each other, the roles of both parties face to face.

import Languages
import Markup
import Site
import Transition

struct EscalationLadder {
  private static let (top, row, box) = (30, 76, (width: 270, height: 44))
  private static let middle = ChartFrame.width / 2

  /// The highest first, as one climbs.
  private let levels: [Record]
  private let context: ComponentContext

  /// Levels with one provider, the lowest first.
  init(_ levels: [Record], _ context: ComponentContext) { (self.levels, self.context) = (levels.reversed(), context) }

  func draw() -> Markup {
    SVGCanvas.draw(
      (ChartFrame.width, Self.top + levels.count * Self.row - 8), title: title, description: description,
      language: context.language.tag
    ) { canvas in
      head(&canvas)
      for (index, level) in levels.enumerated() {
        draw(level, Self.top + index * Self.row, isFirst: index == 0, &canvas)
      }
    }
  }

  private var provider: MergedText {
    levels.lazy.compactMap { $0[EscalationLevel.provider] }.first.map { context.partyName($0) }
      ?? MergedText(context.text("provider"))
  }

  private var title: String { "\(context.caption("escalation-path-caption")): \(provider.plainText)" }

  private func head(_ canvas: inout SVGCanvas) {
    let look = SVGCanvas.Lettering(size: 13, isBold: true)
    canvas.label(context.partyName("client"), 0, 16, width: Self.box.width, look)
    canvas.label(provider, ChartFrame.width - Self.box.width, 16, width: Self.box.width, look)
  }

  private func draw(_ level: Record, _ y: Int, isFirst: Bool, _ canvas: inout SVGCanvas) {
    let centre = y + Self.box.height / 2
    canvas.line(Self.box.width, centre, to: ChartFrame.width - Self.box.width, centre, stroke: .past, width: 2)
    if !isFirst { canvas.arrow(Self.middle, centre - 16, to: Self.middle, y - 16, stroke: .main) }
    box(level, EscalationLevel.clientRole, 0, y, &canvas)
    box(level, EscalationLevel.providerRole, ChartFrame.width - Self.box.width, y, &canvas)
    canvas.circle(Self.middle, centre, radius: 16, fill: .main)
    canvas.label(
      context.cell(level, EscalationLevel.level).text, Self.middle, centre + 5, width: 28,
      .init(size: 14, colour: .paper, isBold: true, anchor: .middle))
    let answer = context.cell(level, EscalationLevel.respondWithin).text.text
    guard !answer.isEmpty else { return }
    canvas.label(
      MergedText(context.text("escalation-answer", ["time": answer])), Self.middle, y + Self.box.height + 10,
      width: ChartFrame.width - 2 * Self.box.width - 12, .init(colour: .muted, anchor: .middle))
  }

  private func box(_ level: Record, _ field: Field<String>, _ x: Int, _ y: Int, _ canvas: inout SVGCanvas) {
    let role = context.cell(level, field).text
    canvas.rectangle(
      x + 1, y + 1, Self.box.width - 2, Self.box.height - 2, fill: .paper, stroke: role.text.isEmpty ? .past : .main,
      radius: 4)
    let text = role.text.isEmpty ? MergedText(context.text("escalation-nobody")) : role
    canvas.lines(
      text, x + 12, middle: y + Self.box.height / 2, width: Self.box.width - 24, most: 2,
      .init(size: 13, colour: role.text.isEmpty ? .muted : .text))
  }

  private var description: String {
    levels.reversed().map { level in
      let roles = [EscalationLevel.clientRole, EscalationLevel.providerRole].map {
        context.cell(level, $0).text.plainText
      }
      return "\(context.cell(level, EscalationLevel.level).text.text): \(roles.joined(separator: " ↔ "))"
    }.joined(separator: "; ")
  }
}
