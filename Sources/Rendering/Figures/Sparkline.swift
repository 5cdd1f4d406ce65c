// A sparkline: the run of a few values as one small line, with what it shows in words.

import Languages
import Markup

enum Sparkline {
  private static let (width, height) = (120, 24)
  private static let margin = 2

  /// Draws values, oldest first; two at least. `description` is its text alternative; `marks` are places among the
  /// values at which something happened.
  static func draw(_ values: [FixedDecimal], marks: [Int] = [], description: String) -> Markup {
    var svg = Markup()
    let attributes: [Markup.Attribute] = [
      .class("sparkline"), .text("role", "img"), .label(description), .text("width", String(width)),
      .text("height", String(height)), .text("viewBox", "0 0 \(width) \(height)"),
    ]
    svg.element("svg", attributes) { svg in
      for mark in marks { append(mark, of: values.count, to: &svg) }
      // Presentation attributes, not only classes: printers of PDF ignore a page's styles inside drawings.
      svg.element(
        "polyline",
        [
          .text("fill", "none"), .text("stroke", "#1f6feb"), .text("stroke-width", "2"), .class("line"),
          .text("points", points(values)),
        ])
    }
    return svg
  }

  private static func append(_ mark: Int, of count: Int, to svg: inout Markup) {
    let x = String(place(mark, of: count))
    svg.element(
      "line",
      [
        .text("x1", x), .text("y1", "0"), .text("x2", x), .text("y2", String(height)), .text("stroke", Ink.past.hex),
        .text("stroke-dasharray", "3 2"), .class("mark"),
      ])
  }

  private static func place(_ index: Int, of count: Int) -> Int {
    margin + index * (width - 2 * margin) / max(1, count - 1)
  }

  /// Whole pixels and integer arithmetic: the same bytes everywhere.
  private static func points(_ values: [FixedDecimal]) -> String {
    let digits = values.map(\.fractionDigits).max() ?? 0
    let scaled = values.map { $0.scaled(by: digits) ?? $0.mantissa }
    guard let low = scaled.min(), let high = scaled.max() else { return "" }
    let span = max(1, high.subtractingReportingOverflow(low).partialValue)
    let drawn = Int64(height - 2 * margin)
    return scaled.enumerated().map { index, value in
      let x = place(index, of: scaled.count)
      let rise = Int(Double(value - low) / Double(span) * Double(drawn) + 0.5)
      return "\(x),\(height - margin - rise)"
    }.joined(separator: " ")
  }
}
