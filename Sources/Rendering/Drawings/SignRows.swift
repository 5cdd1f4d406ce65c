// Lines of signs, one for each thing that is judged: how many of a group are done is seen before it is counted.

import Languages
import Markup
import Site

struct SignRows {
  struct Row {
    let name: MergedText
    let signs: [Figure.Tone]
    /// "3 of 4", behind the signs.
    let count: String
  }

  private static let (height, step, most) = (26, 20, 20)

  private let rows: [Row]
  private let legend: Legend
  /// Where the signs begin: behind the longest name.
  private let left: Int

  /// The legend explains those signs that are drawn.
  init(_ rows: [Row], _ meanings: [(tone: Figure.Tone, text: String)]) {
    self.rows = rows
    left = 24 + min(270, rows.map { LetterWidths.width($0.name.plainText, size: 12) }.max() ?? 0)
    let shown = meanings.filter { meaning in rows.contains { $0.signs.contains(meaning.tone) } }
    legend = Legend(
      shown.map { tone, text in Legend.Entry(text) { tone.draw(at: $1 + 11, $2, &$0) } }, width: ChartFrame.width)
  }

  func draw(title: String, language: LanguageTag) -> Markup {
    let bottom = rows.count * Self.height
    return SVGCanvas.draw(
      (ChartFrame.width, bottom + 10 + legend.height), title: title, description: description, language: language
    ) { canvas in
      for (index, row) in rows.enumerated() { draw(row, middle: index * Self.height + Self.height / 2, &canvas) }
      legend.draw(top: bottom + 8, &canvas)
    }
  }

  private func draw(_ row: Row, middle y: Int, _ canvas: inout SVGCanvas) {
    canvas.label(row.name, 0, y + 4, width: left - 16)
    for (index, tone) in row.signs.prefix(Self.most).enumerated() {
      tone.draw(at: left + index * Self.step, y, &canvas)
    }
    // Where there are more than a line holds, the count tells.
    let more = row.signs.count > Self.most ? "… " : ""
    let x = left + min(row.signs.count, Self.most) * Self.step
    canvas.label(MergedText(more + row.count), x, y + 4, width: ChartFrame.width - x, .init(size: 12, colour: .muted))
  }

  private var description: String { rows.map { $0.name.plainText + ": " + $0.count }.joined(separator: "; ") }
}
