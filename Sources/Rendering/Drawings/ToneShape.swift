// The sign of a judgement in drawings, as tables have it before their words: told apart by its shape.

extension Figure.Tone {
  /// Its colour where it is drawn.
  var ink: Ink {
    switch self {
    case .good: .good
    case .attention: .attention
    case .bad: .bad
    case .open: .muted
    }
  }

  /// A disc, a triangle, a lozenge or a ring around a place, within 14 × 14.
  func draw(at x: Int, _ y: Int, _ canvas: inout SVGCanvas) {
    switch self {
    case .good: canvas.circle(x, y, radius: 5, fill: .good, stroke: .paper)
    case .attention: canvas.shape("m0-6l6 11h-12z", at: x, y, fill: .attention, stroke: .paper)
    case .bad: canvas.shape("m0-7l7 7-7 7-7-7z", at: x, y, fill: .bad, stroke: .paper)
    case .open: canvas.circle(x, y, radius: 4, fill: .paper, stroke: .muted)
    }
  }
}
