// What waves are called, and where they stand, in words.

import Languages
import Site
import Transition

extension ComponentContext {
  /// "Welle 1: Schweden".
  func name(of wave: WaveProgress) -> String {
    let number = text("wave-number", ["n": language.number(wave.number)])
    let markets = language.list((wave.wave[Wave.markets] ?? []).map { language.regionName($0) })
    return markets.isEmpty ? number : "\(number): \(markets)"
  }

  /// Its state in a word, with a mark; nothing without a go-live.
  func state(of wave: WaveProgress) -> Figure.Cell {
    switch wave.state {
    case .ahead: Figure.Cell(text("wave-ahead"))
    case .late: Figure.Cell(text("state-late"), tone: .bad)
    case .approved: Figure.Cell(text("wave-approved"), tone: .open)
    case .hypercare: Figure.Cell(text("wave-hypercare"), tone: .attention)
    case .live: Figure.Cell(text("wave-live"), tone: .open)
    case .accepted: Figure.Cell(text("wave-accepted"), tone: .good)
    case nil: Figure.Cell("")
    }
  }

  /// "2. März – 10. April"; the years where they are not this one's.
  func span(_ from: Day?, _ to: Day?) -> String {
    [from, to].compactMap(\.self).map { shortDay($0) }.joined(separator: " – ")
  }
}
