// The markets of a go-live under its day; those of days too near to each other share a place.

struct MarketLabel {
  static let size = 11
  /// Between two labels.
  private static let gap = 8

  private let x: Int
  private let markets: [String]
  /// The width of the drawing, which nothing leaves.
  private let frame: Int

  init(x: Int, markets: [String], within frame: Int) {
    (self.x, self.markets, self.frame) = (x, markets, frame)
  }

  var text: String { markets.joined(separator: " ") }

  private var half: Int { (LetterWidths.width(text, size: Self.size, isBold: true) + 1) / 2 }

  /// Where the middle of its text stands.
  var middle: Int { min(max(x, half), frame - half) }

  /// Labels from left to right, joined until none touches another.
  static func apart(_ labels: [MarketLabel]) -> [MarketLabel] {
    var placed: [MarketLabel] = []
    for label in labels {
      var label = label
      while let last = placed.last, label.middle - label.half < last.middle + last.half + gap {
        placed.removeLast()
        label = last.joined(with: label)
      }
      placed.append(label)
    }
    return placed
  }

  private func joined(with next: MarketLabel) -> MarketLabel {
    let all = markets + next.markets.filter { !markets.contains($0) }
    return MarketLabel(x: (x + next.x) / 2, markets: all, within: frame)
  }
}
