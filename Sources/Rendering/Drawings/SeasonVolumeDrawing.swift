// The contacts of a year as columns with their index above them, the tolerance as a bracket, what came as a mark.

import Languages
import Markup
import Site
import Transition

struct SeasonVolumeDrawing {
  private static let (top, bottom) = (30, 250)

  private let sheet: SeasonSheet
  private let frame: SeasonFrame
  private let scale: LinearScale
  private var context: ComponentContext { sheet.context }

  init(_ sheet: SeasonSheet) {
    self.sheet = sheet
    frame = SeasonFrame(sheet, top: Self.top, bottom: Self.bottom, hasPeaks: true)
    let values = sheet.year.months.flatMap { month in
      [month.volume, month.actual, sheet.isLocked(month) ? month.band?.high : nil].compactMap { Self.number($0) }
    }
    scale = LinearScale(values, from: Self.bottom, to: Self.top + 18)
  }

  private static func number(_ ratio: Ratio?) -> Double? { ratio?.rounded(0)?.approximate }

  func draw() -> Markup {
    let legend = Legend(entries, width: ChartFrame.width)
    return SVGCanvas.draw(
      (ChartFrame.width, frame.end + 8 + legend.height), title: sheet.volumeCaption, description: description,
      language: context.language.tag
    ) { canvas in
      frame.draw(scale, &canvas)
      let title = context.text(SeasonFrame.thousands(scale) ? "season-thousands" : "season-volume")
      canvas.text(title, 0, 14, .init(size: 12, isBold: true))
      if let mean {
        let y = scale.place(mean)
        canvas.line(SeasonFrame.left, y, to: SeasonFrame.right, y, stroke: .text, dashes: "6 4")
      }
      for (index, month) in sheet.year.months.enumerated() { column(month, frame.middle(index), &canvas) }
      legend.draw(top: frame.end + 6, &canvas)
    }
  }

  /// The mean of the twelve months: an index of 1.
  private var mean: Double? {
    let volumes = sheet.year.months.map(\.volume)
    guard volumes.count == 12, let total = Ratio.sum(volumes) else { return nil }
    return total.divided(by: Ratio(12))?.rounded(2)?.approximate
  }

  private func column(_ month: ForecastYear.Month, _ x: Int, _ canvas: inout SVGCanvas) {
    let half = min(17, frame.place / 3)
    var top = Self.bottom
    if let volume = Self.number(month.volume) {
      top = scale.place(volume)
      let isLocked = sheet.isLocked(month)
      canvas.rectangle(
        x - half, top, 2 * half, Self.bottom - top, fill: isLocked ? .main : .paper, stroke: isLocked ? nil : .main)
    }
    if sheet.isLocked(month), let low = Self.number(month.band?.low), let high = Self.number(month.band?.high) {
      let (from, to) = (scale.place(low), scale.place(high))
      Self.bracket(x + half + 5, from, to, &canvas)
      top = min(top, to)
    }
    if let actual = Self.number(month.actual) {
      let y = scale.place(actual)
      Self.mark(x, y, half, &canvas)
      top = min(top, y - 5)
    }
    guard let index = month.index?.rounded(2) else { return }
    let text = context.language.number(index)
    let width = LetterWidths.width(text, size: 11) + 2
    // On paper, where it meets the line of the mean.
    canvas.rectangle(x - width / 2, top - 15, width, 12, fill: .paper)
    canvas.text(text, x, top - 5, .init(size: 11, anchor: .middle))
  }

  private static func bracket(_ x: Int, _ from: Int, _ to: Int, _ canvas: inout SVGCanvas) {
    canvas.line(x, from, to: x, to, stroke: .muted, width: 2)
    for y in [from, to] { canvas.line(x - 4, y, to: x + 4, y, stroke: .muted, width: 2) }
  }

  /// A stroke with a diamond, light around it where it lies on a column.
  private static func mark(_ x: Int, _ y: Int, _ half: Int, _ canvas: inout SVGCanvas) {
    canvas.line(x - half - 3, y, to: x + half + 3, y, stroke: .paper, width: 4)
    canvas.line(x - half - 3, y, to: x + half + 3, y, stroke: .second, width: 2)
    canvas.shape("m0-5l5 5-5 5-5-5z", at: x, y, fill: .second, stroke: .paper)
  }

  private var entries: [Legend.Entry] {
    let months = sheet.year.months
    var entries: [Legend.Entry] = []
    if months.contains(where: sheet.isLocked) { entries.append(.bar(context.text("season-legend-locked"), .main)) }
    if months.contains(where: { !sheet.isLocked($0) }) {
      entries.append(.bar(context.text("season-legend-open"), .paper, stroke: .main))
    }
    if months.contains(where: { sheet.isLocked($0) && $0.band != nil }) {
      entries.append(.init(context.text("season-legend-band")) { Self.bracket($1 + 11, $2 + 7, $2 - 7, &$0) })
    }
    if months.contains(where: { $0.actual != nil }) {
      entries.append(.init(context.text("actual")) { Self.mark($1 + 11, $2, 8, &$0) })
    }
    if mean != nil { entries.append(.line(context.text("season-legend-mean"), .text, dashes: "6 4")) }
    if !sheet.peaks.isEmpty {
      entries.append(.init(context.text("season-others")) { SeasonFrame.hatch($1 + 1, $2 - 6, 20, 12, &$0) })
    }
    return entries
  }

  private var description: String {
    sheet.year.months.compactMap { month in
      month.volume?.rounded(0).map { volume in
        let index = month.index?.rounded(2).map { " (\(context.language.number($0)))" } ?? ""
        return "\(context.language.shortMonth(month.period.firstDay)): \(context.language.number(volume))\(index)"
      }
    }.joined(separator: "; ")
  }
}
