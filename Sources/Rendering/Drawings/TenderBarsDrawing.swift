// The totals of a tender as bars made up of what each criterion adds, the best candidate first.

import Languages
import Markup
import Site
import Transition

struct TenderBarsDrawing {
  private static let (left, right, top, row, bar) = (190, 690, 8, 46, 30)
  /// More candidates than these stand in the table only.
  private static let most = 10

  private let sheet: TenderSheet
  private let context: ComponentContext
  private let shown: [String]
  private let scale: LinearScale
  private let legend: Legend

  init(_ sheet: TenderSheet, _ context: ComponentContext) {
    (self.sheet, self.context) = (sheet, context)
    shown = Array(sheet.ranked.prefix(Self.most))
    let totals = sheet.result?.ranking.compactMap { $0.total.rounded(4)?.approximate } ?? []
    let most = sheet.tender[Tender.scale]?[ScoreScale.max]?.approximate ?? 0
    scale = LinearScale(totals + [most], from: Self.left, to: Self.right)
    legend = Legend(
      sheet.criteria.enumerated().map { index, criterion in
        let text = "\(index + 1) \(sheet.name(ofCriterion: criterion).plainText) (\(sheet.weight(criterion)))"
        return Legend.Entry(text) { canvas, x, y in
          Self.segment(index, criterion, x, y - 7, 24, 14, &canvas)
        }
      }, width: ChartFrame.width)
  }

  private var excluded: ArraySlice<String> { sheet.excluded.prefix(Self.most) }
  private var bottom: Int { Self.top + (shown.count + excluded.count) * Self.row }

  func draw() -> Markup {
    SVGCanvas.draw(
      (ChartFrame.width, bottom + 34 + legend.height), title: context.caption("vendor-evaluation-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      axis(&canvas)
      for (index, candidate) in shown.enumerated() { bar(candidate, index, &canvas) }
      for (index, candidate) in excluded.enumerated() { exclusion(candidate, shown.count + index, &canvas) }
      legend.draw(top: bottom + 30, &canvas)
    }
  }

  private func axis(_ canvas: inout SVGCanvas) {
    for mark in scale.marks {
      let x = scale.place(mark)
      canvas.line(x, Self.top, to: x, bottom, stroke: mark == 0 ? .past : .grid)
      let look = SVGCanvas.Lettering(size: ChartFrame.size, colour: .muted, anchor: .middle)
      canvas.text(context.language.number(scale.decimal(mark)), x, bottom + 18, look)
    }
  }

  private func bar(_ candidate: String, _ index: Int, _ canvas: inout SVGCanvas) {
    let y = Self.top + index * Self.row + (Self.row - Self.bar) / 2
    let rank = sheet.result?.rank(of: candidate).map { "\(context.language.number($0)).\u{A0}" } ?? ""
    name(rank, candidate, y, isBold: index == 0, &canvas)
    var sum = 0.0
    for (number, criterion) in sheet.criteria.enumerated() {
      let id = criterion[TenderCriterion.id] ?? ""
      guard let part = sheet.result?.contribution(of: id, to: candidate)?.rounded(4)?.approximate, part > 0 else {
        continue
      }
      let (start, end) = (scale.place(sum), scale.place(sum + part))
      if end > start { Self.segment(number, criterion, start, y, end - start, Self.bar, &canvas) }
      sum += part
    }
    let total = sheet.result?.ranking.first { $0.candidate == candidate }?.total
    let look = SVGCanvas.Lettering(size: 13, isBold: true)
    canvas.text(sheet.score(total).text.text, scale.place(sum) + 8, y + Self.bar / 2 + 5, look)
  }

  /// A part of a bar with the number of its criterion; the price, which is weighed up and down, is marked.
  private static func segment(
    _ index: Int, _ criterion: Record, _ x: Int, _ y: Int, _ width: Int, _ height: Int, _ canvas: inout SVGCanvas
  ) {
    let isPrice = criterion[TenderCriterion.id] == TenderSensitivity.criterion
    let isDark = isPrice || index.isMultiple(of: 2)
    canvas.rectangle(
      x, y, width, height, fill: isPrice ? .second : isDark ? .main : .soft, stroke: isDark ? .paper : .past, line: 1)
    let number = String(index + 1)
    guard LetterWidths.width(number, size: 11, isBold: true) + 4 <= width else { return }
    let look = SVGCanvas.Lettering(size: 11, colour: isDark ? .paper : .text, isBold: true, anchor: .middle)
    canvas.text(number, x + width / 2, y + height / 2 + 4, look)
  }

  private func exclusion(_ candidate: String, _ index: Int, _ canvas: inout SVGCanvas) {
    let y = Self.top + index * Self.row + (Self.row - Self.bar) / 2
    name("", candidate, y, isBold: false, &canvas)
    let width = ChartFrame.width - Self.left - 8
    // On paper, so that the grid does not cross the words.
    canvas.rectangle(Self.left + 2, y, width, Self.bar, fill: .paper)
    canvas.label(
      MergedText(context.text("tender-out")), Self.left + 8, y + Self.bar / 2 + 5, width: width,
      .init(size: 13, colour: .muted))
  }

  private func name(_ rank: String, _ candidate: String, _ y: Int, isBold: Bool, _ canvas: inout SVGCanvas) {
    let name = sheet.name(of: candidate)
    canvas.lines(
      MergedText(rank + name.plainText, language: name.language), 0, middle: y + Self.bar / 2, width: Self.left - 10,
      most: 2, .init(size: 13, isBold: isBold))
  }

  private var description: String {
    let totals = sheet.result?.ranking.map {
      "\(sheet.name(of: $0.candidate).plainText) \(sheet.score($0.total).text.text)"
    }
    let out = sheet.excluded.map { "\(sheet.name(of: $0).plainText): \(context.text("tender-out"))" }
    return ((totals ?? []) + out).joined(separator: "; ")
  }
}
