// How far stakeholders stand from where they need to stand, as a drawing: from a ring to a disc over five levels.

import Languages
import Markup
import Site
import Transition

struct StakeholderGapDrawing {
  private static let (top, row, names) = (46, 38, 196)
  /// Where the first level stands, and how far the next.
  private static let (first, step) = (250, 95)
  private static let most = 20

  /// Those that there is room for, the most urgent first.
  let drawn: [Record]
  private let context: ComponentContext

  init(_ ranked: [Record], _ context: ComponentContext) {
    (drawn, self.context) = (Array(ranked.prefix(Self.most)), context)
  }

  func draw() -> Markup {
    let legend = Legend(
      [
        Legend.Entry(context.language.title(ofField: "current")) {
          $0.circle($1 + 11, $2, radius: 6, fill: .paper, stroke: .main)
        },
        Legend.Entry(context.language.title(ofField: "desired")) { $0.circle($1 + 11, $2, radius: 7, fill: .main) },
      ], left: Self.first - 14, width: ChartFrame.width - Self.first)
    let bottom = Self.top + drawn.count * Self.row
    return SVGCanvas.draw(
      (ChartFrame.width, bottom + 12 + legend.height), title: context.caption("stakeholder-gap-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      levels(bottom, &canvas)
      for (index, stakeholder) in drawn.enumerated() {
        draw(stakeholder, Self.top + index * Self.row + Self.row / 2, &canvas)
      }
      legend.draw(top: bottom + 8, &canvas)
    }
  }

  private func levels(_ bottom: Int, _ canvas: inout SVGCanvas) {
    for (index, level) in Stakeholder.levels.enumerated() {
      let x = Self.place(index)
      canvas.line(x, Self.top, to: x, bottom, stroke: .grid)
      canvas.lines(
        MergedText(name(level)), x, middle: Self.top / 2 - 2, width: Self.step - 4, most: 2,
        .init(colour: .muted, anchor: .middle))
    }
    canvas.lines(
      MergedText(context.text("stakeholder-weight")), ChartFrame.width, middle: Self.top / 2 - 2, width: 84, most: 2,
      .init(colour: .muted, anchor: .end))
    canvas.line(0, bottom, to: ChartFrame.width, bottom, stroke: .past)
  }

  private func name(_ level: String) -> String { context.format.word(level, Stakeholder.current.spec) }

  private static func place(_ level: Int) -> Int { first + level * step }

  private func draw(_ stakeholder: Record, _ y: Int, _ canvas: inout SVGCanvas) {
    canvas.line(0, y - Self.row / 2, to: ChartFrame.width, y - Self.row / 2, stroke: .grid)
    canvas.lines(
      context.cell(stakeholder, Stakeholder.name).text, 0, middle: y, width: Self.names, most: 2, .init(size: 13))
    let weight = StakeholderGapView.weight(stakeholder, context).text
    canvas.label(weight, ChartFrame.width, y + 4, width: 90, .init(anchor: .end))
    guard let from = level(stakeholder, Stakeholder.current), let to = level(stakeholder, Stakeholder.desired) else {
      return
    }
    let (start, end) = (Self.place(from), Self.place(to))
    let side = end < start ? -1 : 1
    // Who stands too far is held back: dashes.
    if from != to {
      canvas.arrow(start, y, to: end - side * 9, y, stroke: .main, width: 3, dashes: side < 0 ? "5 4" : nil)
    }
    canvas.circle(end, y, radius: 8, fill: .main)
    canvas.circle(start, y, radius: from == to ? 12 : 7, fill: from == to ? nil : .paper, stroke: .main)
  }

  private func level(_ stakeholder: Record, _ field: Field<String>) -> Int? {
    stakeholder[field].flatMap { Stakeholder.levels.firstIndex(of: $0) }
  }

  private var description: String {
    drawn.map { stakeholder in
      let levels = [Stakeholder.current, Stakeholder.desired].compactMap { stakeholder[$0].map(name) }
      return context.cell(stakeholder, Stakeholder.name).text.plainText + ": " + levels.joined(separator: " → ")
    }.joined(separator: "; ")
  }
}
