// Power against interest as a drawing: five by five cells in four fields, every stakeholder as a numbered disc.

import Languages
import Markup
import Site
import Transition

struct StakeholderGridDrawing {
  private static let (left, top, cell) = (130, 6, (width: 122, height: 74))
  private static let (bottom, right) = (top + 5 * cell.height, left + 5 * cell.width)
  private static let radius = 12
  /// More discs than a cell holds stand as a number.
  private static let most = 8

  private let placed: [(number: Int, record: Record)]
  private let context: ComponentContext

  init(_ placed: [(number: Int, record: Record)], _ context: ComponentContext) {
    (self.placed, self.context) = (placed, context)
  }

  func draw() -> Markup {
    SVGCanvas.draw(
      (ChartFrame.width, Self.bottom + 46), title: context.caption("stakeholder-grid-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      fields(&canvas)
      axes(&canvas)
      for power in 1...5 { for interest in 1...5 { discs(power, interest, &canvas) } }
    }
  }

  /// The upper left corner of a cell.
  private static func corner(_ power: Int, _ interest: Int) -> (x: Int, y: Int) {
    (left + (interest - 1) * cell.width, top + (5 - power) * cell.height)
  }

  private func fields(_ canvas: inout SVGCanvas) {
    let (middleX, middleY) = (
      Self.corner(1, StakeholderCare.high).x, Self.corner(StakeholderCare.high - 1, 1).y
    )
    canvas.rectangle(middleX, Self.top, Self.right - middleX, middleY - Self.top, fill: .soft)
    for step in 0...5 {
      let (x, y) = (Self.left + step * Self.cell.width, Self.top + step * Self.cell.height)
      canvas.line(x, Self.top, to: x, Self.bottom, stroke: x == middleX ? .past : .grid, width: x == middleX ? 2 : 1)
      canvas.line(Self.left, y, to: Self.right, y, stroke: y == middleY ? .past : .grid, width: y == middleY ? 2 : 1)
    }
    for care in StakeholderCare.allCases {
      let x = care == .involve || care == .inform ? middleX : Self.left
      let y = care == .involve || care == .satisfy ? Self.top : middleY
      let width = (x == Self.left ? middleX : Self.right) - x - 12
      canvas.label(
        MergedText(StakeholderGapView.care(care, context)), x + 6, y + 15, width: width,
        .init(colour: .muted, isBold: true))
    }
  }

  private func axes(_ canvas: inout SVGCanvas) {
    canvas.lines(
      MergedText(context.language.title(ofField: "power")), 0, middle: (Self.top + Self.bottom) / 2, width: 104,
      most: 2, .init(size: 13, isBold: true))
    canvas.text(
      context.language.title(ofField: "interest"), (Self.left + Self.right) / 2, Self.bottom + 40,
      .init(size: 13, isBold: true, anchor: .middle))
    for step in 1...5 {
      let (x, y) = Self.corner(step, step)
      let number = context.language.number(step)
      canvas.text(
        number, Self.left - 10, y + Self.cell.height / 2 + 4, .init(size: 13, colour: .muted, anchor: .end))
      canvas.text(
        number, x + Self.cell.width / 2, Self.bottom + 20, .init(size: 13, colour: .muted, anchor: .middle))
    }
  }

  private func discs(_ power: Int, _ interest: Int, _ canvas: inout SVGCanvas) {
    let here = placed.filter {
      $0.record[Stakeholder.power] == FixedDecimal(power) && $0.record[Stakeholder.interest] == FixedDecimal(interest)
    }
    let shown = here.count > Self.most ? Self.most - 1 : here.count
    let (x, y) = Self.corner(power, interest)
    let perLine = here.count > 3 ? 4 : max(1, here.count)
    // The uppermost part of a cell is for the name of its field.
    let (width, height) = (Self.cell.width / perLine, (Self.cell.height - 18) / (here.count > 4 ? 2 : 1))
    func place(_ index: Int) -> (x: Int, y: Int) {
      (x + width * (index % perLine) + width / 2, y + 18 + height * (index / perLine) + height / 2)
    }
    for (index, item) in here.prefix(shown).enumerated() { disc(item, place(index), &canvas) }
    guard here.count > shown else { return }
    let rest = place(shown)
    canvas.text(
      "+" + context.language.number(here.count - shown), rest.x, rest.y + 4, .init(isBold: true, anchor: .middle))
  }

  /// Full while there is a gap, a ring where none is left.
  private func disc(_ item: (number: Int, record: Record), _ place: (x: Int, y: Int), _ canvas: inout SVGCanvas) {
    let isThere = StakeholderGap.of(item.record).map { $0 <= 0 } ?? false
    canvas.circle(
      place.x, place.y, radius: Self.radius, fill: isThere ? .paper : .main, stroke: isThere ? .main : .paper)
    canvas.text(
      context.language.number(item.number), place.x, place.y + 4,
      .init(size: 11, colour: isThere ? .text : .paper, isBold: true, anchor: .middle))
  }

  private var description: String {
    placed.map { number, stakeholder in
      let grades = [Stakeholder.power, Stakeholder.interest].compactMap { field in
        stakeholder[field].map { context.language.number($0) }
      }
      let name = context.cell(stakeholder, Stakeholder.name).text.plainText
      return "\(number) \(name): \(grades.joined(separator: " / "))"
    }.joined(separator: "; ")
  }
}
