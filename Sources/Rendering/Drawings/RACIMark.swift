// The marks of a responsibility matrix: a letter in a shape of its own, so that they differ without colour.

import Markup
import Transition

enum RACIMark {
  private static let size = 22

  /// The parts of one role beside each other. `description` is their text alternative.
  static func draw(_ parts: [RACIPart], description: String) -> Markup {
    var canvas = SVGCanvas()
    for (index, part) in parts.enumerated() { draw(part, at: index * (size + 2), &canvas) }
    let width = max(size, parts.count * (size + 2) - 2)
    var svg = Markup()
    svg.element(
      "svg",
      [
        .class("drawing sign"), .text("role", "img"), .label(description), .text("width", String(width)),
        .text("height", String(size)), .text("viewBox", "0 0 \(width) \(size)"),
      ]
    ) { $0.append(canvas.markup) }
    return svg
  }

  /// Who answers is a full square, who does a full disc, who is asked a ring, who is told a letter on a line.
  private static func draw(_ part: RACIPart, at x: Int, _ canvas: inout SVGCanvas) {
    let middle = x + size / 2
    var ink = Ink.text
    switch part {
    case .accountable:
      canvas.rectangle(x + 1, 1, size - 2, size - 2, fill: .text, radius: 2)
      ink = .paper
    case .responsible:
      canvas.circle(middle, size / 2, radius: size / 2 - 1, fill: .main)
      ink = .paper
    case .consulted:
      canvas.circle(middle, size / 2, radius: size / 2 - 2, fill: .paper, stroke: .muted)
    case .informed:
      canvas.line(x + 6, size - 3, to: x + size - 6, size - 3, stroke: .muted, width: 2)
    }
    canvas.text(
      part.rawValue, middle, size / 2 + 4,
      .init(size: 12, colour: ink, isBold: part != .informed, anchor: .middle))
  }
}
