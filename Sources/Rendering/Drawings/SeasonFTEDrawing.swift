// The people that a year takes and those that are planned, as two lines; where people lack, the gap between them is drawn.

import Languages
import Markup
import Site
import Transition

struct SeasonFTEDrawing {
  private static let (top, bottom) = (30, 236)

  private let sheet: SeasonSheet
  private let frame: SeasonFrame
  private let scale: LinearScale
  private var context: ComponentContext { sheet.context }

  init(_ sheet: SeasonSheet) {
    self.sheet = sheet
    frame = SeasonFrame(sheet, top: Self.top, bottom: Self.bottom, hasPeaks: !sheet.showsVolume)
    let values = sheet.year.months.flatMap { [$0.requiredFTE, $0.plannedFTE].compactMap { Self.number($0) } }
    scale = LinearScale(values, from: Self.bottom, to: Self.top + 14)
  }

  private static func number(_ ratio: Ratio?) -> Double? { ratio?.rounded(2)?.approximate }

  func draw() -> Markup {
    let legend = Legend(entries, width: ChartFrame.width)
    return SVGCanvas.draw(
      (ChartFrame.width, frame.end + 8 + legend.height), title: sheet.fteCaption, description: description,
      language: context.language.tag
    ) { canvas in
      frame.draw(scale, &canvas)
      canvas.text(context.text("season-fte"), 0, 14, .init(size: 12, isBold: true))
      gaps(&canvas)
      run(\.plannedFTE, .second, dashes: "8 5", &canvas)
      run(\.requiredFTE, .main, dashes: nil, &canvas)
      for index in sheet.year.months.indices { marks(index, &canvas) }
      legend.draw(top: frame.end + 6, &canvas)
    }
  }

  /// A line through months beside each other that have a value.
  private func run(
    _ value: KeyPath<ForecastYear.Month, Ratio?>, _ ink: Ink, dashes: String?, _ canvas: inout SVGCanvas
  ) {
    var points: [(x: Int, y: Int)] = []
    for (index, month) in sheet.year.months.enumerated() {
      if let number = Self.number(month[keyPath: value]) {
        points.append((frame.middle(index), scale.place(number)))
      } else {
        if points.count > 1 { canvas.curve(points, stroke: ink, width: 3, dashes: dashes) }
        points = []
      }
    }
    if points.count > 1 { canvas.curve(points, stroke: ink, width: 3, dashes: dashes) }
  }

  /// From what is planned up to what is needed, where that is more; nil where no one would see it.
  private func gap(_ month: ForecastYear.Month) -> (from: Int, to: Int)? {
    guard month.lacksPeople, let required = Self.number(month.requiredFTE), let planned = Self.number(month.plannedFTE)
    else { return nil }
    let (from, to) = (scale.place(planned), scale.place(required))
    return from - to > 4 ? (from, to) : nil
  }

  private func gaps(_ canvas: inout SVGCanvas) {
    for (index, month) in sheet.year.months.enumerated() {
      guard let (from, to) = gap(month) else { continue }
      canvas.rectangle(frame.middle(index) - 6, to, 12, from - to, fill: .high, stroke: .bad, line: 1)
    }
  }

  private func marks(_ index: Int, _ canvas: inout SVGCanvas) {
    let (month, x) = (sheet.year.months[index], frame.middle(index))
    if let planned = Self.number(month.plannedFTE) {
      canvas.rectangle(x - 4, scale.place(planned) - 4, 8, 8, fill: .second, stroke: .paper, line: 1)
    }
    guard let required = month.requiredFTE?.rounded(1) else { return }
    let y = scale.place(required.approximate)
    canvas.circle(x, y, radius: 5, fill: .main, stroke: .paper)
    let text = context.language.number(required)
    guard LetterWidths.width(text, size: 11) <= frame.place else { return }
    // Outside both lines: below where they come down to it, else above.
    let ends = [y] + [Self.number(month.plannedFTE)].compactMap { $0.map { scale.place($0) } }
    let label = isLow(index) ? (ends.max() ?? y) + 17 : (ends.min() ?? y) - 9
    canvas.text(text, x, label, .init(size: 11, anchor: anchor(index)))
  }

  /// Beside a line that rises or falls steeply, on the side where it is not.
  private func anchor(_ index: Int) -> SVGCanvas.Anchor {
    let months = sheet.year.months
    let ends = [index - 1, index + 1].map { months.indices.contains($0) ? Self.number(months[$0].requiredFTE) : nil }
    guard let before = ends[0] ?? nil, let after = ends[1] ?? nil else { return .middle }
    let rise = scale.place(before) - scale.place(after)
    return rise > 40 ? .end : rise < -40 ? .start : .middle
  }

  /// Lower than both months beside it.
  private func isLow(_ index: Int) -> Bool {
    let months = sheet.year.months
    guard let own = Self.number(months[index].requiredFTE) else { return false }
    let beside = [index - 1, index + 1].filter { months.indices.contains($0) }
      .compactMap { Self.number(months[$0].requiredFTE) }
    return beside.count == 2 && beside.allSatisfy { own < $0 }
  }

  private var entries: [Legend.Entry] {
    var entries: [Legend.Entry] = []
    if sheet.year.months.contains(where: { $0.requiredFTE != nil }) {
      entries.append(
        .init(context.text("season-required")) { canvas, x, y in
          canvas.line(x, y, to: x + 22, y, stroke: .main, width: 3)
          canvas.circle(x + 11, y, radius: 5, fill: .main, stroke: .paper)
        })
    }
    if sheet.year.months.contains(where: { $0.plannedFTE != nil }) {
      entries.append(
        .init(context.text("season-planned")) { canvas, x, y in
          canvas.line(x, y, to: x + 22, y, stroke: .second, width: 3, dashes: "8 5")
          canvas.rectangle(x + 7, y - 4, 8, 8, fill: .second, stroke: .paper, line: 1)
        })
    }
    if sheet.year.months.contains(where: { gap($0) != nil }) {
      entries.append(
        .init(context.text("season-lacking")) {
          $0.rectangle($1 + 5, $2 - 6, 12, 12, fill: .high, stroke: .bad, line: 1)
        })
    }
    if !sheet.showsVolume, !sheet.peaks.isEmpty {
      entries.append(.init(context.text("season-others")) { SeasonFrame.hatch($1 + 1, $2 - 6, 20, 12, &$0) })
    }
    return entries
  }

  private var description: String {
    sheet.year.months.compactMap { month in
      guard let required = month.requiredFTE?.rounded(1) else { return nil }
      let planned = month.plannedFTE?.rounded(1).map { " / \(context.language.number($0))" } ?? ""
      return "\(context.language.shortMonth(month.period.firstDay)): \(context.language.number(required))\(planned)"
    }.joined(separator: "; ")
  }
}
