// The coverage of a knowledge transfer as a drawing: processes down, methods across, held and planned sessions.

import Languages
import Markup
import Site
import Transition

struct TransferDrawing {
  private static let left = 196
  /// Behind the grid, for the state in words.
  private static let states = 150
  private static let row = 36
  /// Heads stand in two steps, so that each has the width of two columns.
  private static let (upper, lower, top) = (20, 58, 82)

  private let transfer: TransferGrid
  private let rows: [TransferGrid.Row]
  private let context: ComponentContext
  private let legend: Legend

  init(_ transfer: TransferGrid, _ context: ComponentContext) {
    (self.transfer, self.context) = (transfer, context)
    rows = Array(transfer.rows.prefix(TransferGrid.mostDrawn))
    let signs: [(Sign, String)] = [
      (.whole, context.text("sessions-all-held")), (.part, context.text("sessions-partly-held")),
      (.ahead, context.text("sessions-ahead")),
    ]
    let drawn = Set(rows.flatMap { row in transfer.methods.compactMap { Sign(row.coverage.of(method: $0)) } })
    legend = Legend(
      signs.filter { drawn.contains($0.0) }.map { sign, text in
        Legend.Entry(text) { sign.draw(at: $1 + 11, $2, &$0) }
      }, width: ChartFrame.width)
  }

  private var column: Int { min(110, (ChartFrame.width - Self.left - Self.states) / max(1, transfer.methods.count)) }
  private var right: Int { Self.left + column * transfer.methods.count }
  private var bottom: Int { Self.top + Self.row * rows.count }

  func draw(title: String) -> Markup {
    SVGCanvas.draw(
      (ChartFrame.width, bottom + 14 + legend.height), title: title, description: description,
      language: context.language.tag
    ) { canvas in
      heads(&canvas)
      for (index, row) in rows.enumerated() { line(row, Self.top + index * Self.row, &canvas) }
      legend.draw(top: bottom + 10, &canvas)
    }
  }

  private func middle(_ index: Int) -> Int { Self.left + column * index + column / 2 }

  private func heads(_ canvas: inout SVGCanvas) {
    let look = SVGCanvas.Lettering(size: 11, anchor: .middle)
    for (index, method) in transfer.methods.enumerated() {
      let word = MergedText(context.format.word(method, KTSession.method.spec))
      let isUpper = index % 2 == 0
      let x = middle(index)
      canvas.lines(word, x, middle: isUpper ? Self.upper : Self.lower, width: 2 * column - 10, most: 3, look)
      if isUpper { canvas.line(x, Self.upper + 20, to: x, Self.top - 4, stroke: .past) }
    }
  }

  private func line(_ row: TransferGrid.Row, _ top: Int, _ canvas: inout SVGCanvas) {
    let y = top + Self.row / 2
    canvas.line(0, top, to: ChartFrame.width, top, stroke: .grid)
    canvas.lines(row.name, 0, middle: y, width: Self.left - 12, most: 2)
    for (index, method) in transfer.methods.enumerated() {
      let coverage = row.coverage.of(method: method)
      guard let sign = Sign(coverage) else { continue }
      sign.draw(at: middle(index) - 14, y, &canvas)
      canvas.label(MergedText(context.share(of: coverage)), middle(index), y + 4, width: column / 2 - 2)
    }
    (context.state(of: row.coverage).tone ?? .open).draw(at: right + 14, y, &canvas)
    canvas.lines(
      MergedText(context.shortState(of: row.coverage)), right + 26, middle: y, width: ChartFrame.width - right - 26,
      most: 2)
  }

  private var description: String {
    rows.map { row in
      let shares = transfer.methods.compactMap { method -> String? in
        let coverage = row.coverage.of(method: method)
        guard !coverage.planned.isEmpty else { return nil }
        return "\(context.format.word(method, KTSession.method.spec)) \(context.share(of: coverage))"
      }
      return "\(row.name.plainText): " + (shares + [context.shortState(of: row.coverage)]).joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

extension TransferDrawing {
  /// How far the sessions of a method are held: a full, a half or an empty square.
  fileprivate enum Sign {
    case whole, part, ahead

    /// Nil where none is planned.
    init?(_ coverage: TransferCoverage) {
      guard !coverage.planned.isEmpty else { return nil }
      self =
        coverage.held.count == coverage.planned.count ? .whole : coverage.held.isEmpty ? .ahead : .part
    }

    func draw(at x: Int, _ y: Int, _ canvas: inout SVGCanvas) {
      canvas.rectangle(x - 7, y - 7, 14, 14, fill: self == .whole ? .main : .paper, stroke: .main)
      if self == .part { canvas.rectangle(x - 7, y - 7, 7, 14, fill: .main) }
    }
  }
}
