// A key figure as a card for a slide: its name, the last value, the target and the run of its values.

import Languages
import Markup
import Site
import Transition

extension Scorecard: DrawingSource {
  static func drawings(_ context: ComponentContext) -> [Drawing] {
    context.project[KPI.schema].compactMap { kpi in
      KPICard(kpi, context).map { Drawing(name: kpi.id, svg: $0.draw()) }
    }
  }
}

/// A card of an indicator that has values.
struct KPICard {
  private static let size = (width: 640, height: 260)
  private static let plot = (left: 250, right: 610, top: 70, bottom: 200)

  private let kpi: Record
  private let context: ComponentContext
  private let series: [Record]
  private let values: [FixedDecimal]
  private let scale: ValueScale

  /// Nil while nothing is measured.
  init?(_ kpi: Record, _ context: ComponentContext) {
    self.kpi = kpi
    self.context = context
    series = kpi.series.filter { $0[Measurement.value] != nil }
    values = series.compactMap { $0[Measurement.value] }
    guard !values.isEmpty else { return nil }
    scale = ValueScale(values + Self.targets(kpi), low: Self.plot.bottom, high: Self.plot.top)
  }

  /// Both ends of a range, or the one value.
  private static func targets(_ kpi: Record) -> [FixedDecimal] {
    guard let target = kpi[KPI.target]?.value else { return [] }
    if let value = FixedDecimal.from(target) { return [value] }
    return Record.from(target).map { [$0[TargetRange.min], $0[TargetRange.max]].compactMap(\.self) } ?? []
  }

  func draw() -> Markup {
    let name = context.cell(kpi, KPI.name).text
    let run = Scorecard.description(of: kpi, series, context) ?? ""
    return SVGCanvas.draw(
      Self.size, title: name.plainText, description: run.isEmpty ? last : run, language: context.language.tag
    ) { canvas in
      canvas.letters(name.cut(to: 48), 24, 38, .init(size: 22, isBold: true))
      canvas.text(last, 24, 124, .init(size: 46, colour: .main, isBold: true))
      let status = KPIStatus.of(kpi, in: context.project)
      let word = status.map { context.format.word($0, KPIStatus.status.spec) } ?? ""
      canvas.text(word, 24, 158, .init(size: 16, isBold: true))
      canvas.text(targetText, 24, 182, .init(size: 16, colour: .muted))
      period(series.last, at: 24, 206, .start, &canvas)
      chart(&canvas)
    }
  }

  private var last: String { values.last.map { Scorecard.text($0, of: kpi, context) } ?? "" }

  private var targetText: String { context.text("target") + " " + context.cell(kpi, KPI.target).text.plainText }

  private func period(
    _ measurement: Record?, at x: Int, _ y: Int, _ anchor: SVGCanvas.Anchor, _ canvas: inout SVGCanvas
  ) {
    guard let period = measurement?[Measurement.period] else { return }
    let look = SVGCanvas.Lettering(size: 14, colour: .muted, anchor: anchor)
    canvas.text(context.language.text(period), x, y, look)
  }

  private func chart(_ canvas: inout SVGCanvas) {
    let plot = Self.plot
    for target in Self.targets(kpi) {
      let y = scale.y(target)
      canvas.line(plot.left, y, to: plot.right, y, stroke: .muted, width: 2, dashes: "6 5")
      let look = SVGCanvas.Lettering(size: 14, colour: .muted, anchor: .end)
      canvas.text(Scorecard.text(target, of: kpi, context), plot.right, y - 7, look)
    }
    let steps = max(1, values.count - 1)
    let points = values.enumerated().map { index, value in
      (x: plot.left + index * (plot.right - plot.left) / steps, y: scale.y(value))
    }
    canvas.curve(points, stroke: .main, width: 4)
    if let end = points.last {
      canvas.shape("m0-6l6 6-6 6-6-6z", at: end.x, end.y, fill: .main, stroke: .paper)
    }
    guard values.count > 1 else { return }
    period(series.first, at: plot.left, plot.bottom + 34, .start, &canvas)
    period(series.last, at: plot.right, plot.bottom + 34, .end, &canvas)
  }
}

/// From values to heights, by whole numbers.
struct ValueScale {
  private let digits: Int
  private let least, most: Int64
  private let low, high: Int

  init(_ values: [FixedDecimal], low: Int, high: Int) {
    let digits = values.map(\.fractionDigits).max() ?? 0
    let scaled = values.map { $0.scaled(by: digits) ?? $0.mantissa }
    (self.digits, self.low, self.high) = (digits, low, high)
    (least, most) = (scaled.min() ?? 0, scaled.max() ?? 0)
  }

  /// The smallest at `low`, the largest at `high`; a single one in the middle.
  func y(_ value: FixedDecimal) -> Int {
    let scaled = Int128(value.scaled(by: digits) ?? value.mantissa)
    let span = Int128(most) - Int128(least)
    guard span > 0 else { return (low + high) / 2 }
    return low - Int((scaled - Int128(least)) * Int128(low - high) / span)
  }
}
