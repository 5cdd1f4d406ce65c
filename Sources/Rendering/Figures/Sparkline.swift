// A sparkline: the run of a few values as one small line, with what it shows in words.

import Languages
import Markup

enum Sparkline {
  private static let (width, height) = (120, 24)
  private static let margin = 2

  /// Draws values, oldest first; two at least. `description` is its text alternative.
  static func draw(_ values: [FixedDecimal], description: String) -> Markup {
    var svg = Markup()
    let attributes: [Markup.Attribute] = [
      .class("sparkline"), .text("role", "img"), .label(description), .text("width", String(width)),
      .text("height", String(height)), .text("viewBox", "0 0 \(width) \(height)"),
    ]
    svg.element("svg", attributes) { svg in
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

  /// Whole pixels and integer arithmetic: the same bytes everywhere.
  private static func points(_ values: [FixedDecimal]) -> String {
    let digits = values.map(\.fractionDigits).max() ?? 0
    let scaled = values.map { $0.scaled(by: digits) ?? $0.mantissa }
    guard let low = scaled.min(), let high = scaled.max() else { return "" }
    let span = max(1, high.subtractingReportingOverflow(low).partialValue)
    let steps = max(1, scaled.count - 1)
    let drawn = Int64(height - 2 * margin)
    return scaled.enumerated().map { index, value in
      let x = margin + index * (width - 2 * margin) / steps
      let rise = Int(Double(value - low) / Double(span) * Double(drawn) + 0.5)
      return "\(x),\(height - margin - rise)"
    }.joined(separator: " ")
  }
}
