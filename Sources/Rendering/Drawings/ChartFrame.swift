// What all charts with axes share: where they stand, their grid with values and names, and the legend.

import Languages
import Markup
import Site

/// The plot of a chart within its drawing.
struct ChartFrame {
  /// As wide as the text of a page; its letters keep their size there, and on paper.
  static let width = 760
  static let size = 12

  let left, right, top, bottom: Int

  /// A grid across with its values at the left edge.
  func values(_ scale: LinearScale, _ text: (FixedDecimal) -> String, _ canvas: inout SVGCanvas) {
    for mark in scale.marks {
      let y = scale.place(mark)
      canvas.line(left, y, to: right, y, stroke: mark == 0 ? .past : .grid)
      let look = SVGCanvas.Lettering(size: Self.size, colour: .muted, anchor: .end)
      canvas.label(MergedText(text(scale.decimal(mark))), left - 8, y + 4, width: left - 8, look)
    }
  }

  /// The middle of each of so many equal places from left to right.
  func middle(_ index: Int, of count: Int) -> Int { left + (2 * index + 1) * (right - left) / (2 * max(1, count)) }

  /// Names below the plot, each in the middle of its place; as many as do not touch.
  func names(_ names: [String], _ canvas: inout SVGCanvas) {
    let place = (right - left) / max(1, names.count)
    let widest = names.map { LetterWidths.width($0, size: Self.size) }.max() ?? 0
    let step = max(1, (min(widest, 160) + 8 + place - 1) / max(1, place))
    let look = SVGCanvas.Lettering(size: Self.size, colour: .muted, anchor: .middle)
    for index in stride(from: 0, to: names.count, by: step) {
      let x = middle(index, of: names.count)
      // A name in the middle of its place may stand out of the drawing at its ends.
      let room = 2 * min(x, Self.width - x, step * place / 2)
      // The last one would be cut short rather than put where it does not belong.
      guard LetterWidths.width(names[index], size: Self.size) <= room || index == 0 else { continue }
      canvas.label(MergedText(names[index]), x, bottom + 18, width: room, look)
    }
  }
}

/// Signs and what they mean, in lines as wide as the drawing.
struct Legend {
  struct Entry {
    let text: String
    /// Draws the sign with its left end and its middle at a place, within 22 × 12.
    let sign: (inout SVGCanvas, Int, Int) -> Void

    init(_ text: String, _ sign: @escaping (inout SVGCanvas, Int, Int) -> Void) {
      (self.text, self.sign) = (text, sign)
    }

    static func bar(_ text: String, _ fill: Ink, stroke: Ink? = nil) -> Entry {
      Entry(text) { $0.rectangle($1 + 1, $2 - 5, 20, 10, fill: fill, stroke: stroke) }
    }

    static func line(_ text: String, _ ink: Ink, dashes: String? = nil) -> Entry {
      Entry(text) { $0.line($1, $2, to: $1 + 22, $2, stroke: ink, width: 3, dashes: dashes) }
    }
  }

  private static let (sign, gap, row) = (28, 20, 20)
  private let rows: [[(entry: Entry, x: Int)]]

  init(_ entries: [Entry], left: Int = 0, width: Int) {
    var rows: [[(entry: Entry, x: Int)]] = []
    var x = left
    for entry in entries {
      let needed = Self.sign + LetterWidths.width(entry.text, size: ChartFrame.size)
      if rows.isEmpty || x + needed > left + width {
        rows.append([])
        x = left
      }
      rows[rows.count - 1].append((entry, x))
      x += needed + Self.gap
    }
    self.rows = rows
    (self.left, self.width) = (left, width)
  }

  private let left, width: Int

  var height: Int { rows.count * Self.row }

  func draw(top: Int, _ canvas: inout SVGCanvas) {
    for (index, row) in rows.enumerated() {
      let middle = top + index * Self.row + Self.row / 2
      for (entry, x) in row {
        entry.sign(&canvas, x, middle)
        let look = SVGCanvas.Lettering(size: ChartFrame.size, colour: .muted)
        canvas.label(MergedText(entry.text), x + Self.sign, middle + 4, width: left + width - x - Self.sign, look)
      }
    }
  }
}
