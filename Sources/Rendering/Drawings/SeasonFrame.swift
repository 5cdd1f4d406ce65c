// What both drawings of a season share: twelve places, their months, and below them the peaks of other clients, hatched.

import Languages
import Site
import Transition

struct SeasonFrame {
  static let (left, right) = (130, 756)
  private static let strip = 26
  /// Of more providers than these the table tells.
  private static let mostPeaks = 4

  let sheet: SeasonSheet
  let top, bottom: Int
  let frame: ChartFrame
  private let peaks: ArraySlice<ClientPeaks>

  init(_ sheet: SeasonSheet, top: Int, bottom: Int, hasPeaks: Bool) {
    (self.sheet, self.top, self.bottom) = (sheet, top, bottom)
    frame = ChartFrame(left: Self.left, right: Self.right, top: top, bottom: bottom)
    peaks = hasPeaks ? sheet.peaks.prefix(Self.mostPeaks) : []
  }

  /// Below the names of the months and the peaks.
  var end: Int { bottom + 28 + peaks.count * Self.strip }

  func middle(_ index: Int) -> Int { frame.middle(index, of: sheet.year.months.count) }

  var place: Int { (Self.right - Self.left) / max(1, sheet.year.months.count) }

  func draw(_ scale: LinearScale, _ canvas: inout SVGCanvas) {
    frame.values(scale, { sheet.context.language.number(Self.thousands(scale) ? Self.thousandth($0) : $0) }, &canvas)
    frame.names(sheet.year.months.map { sheet.context.language.shortMonth($0.period.firstDay) }, &canvas)
    for (index, peaks) in peaks.enumerated() {
      let y = bottom + 28 + index * Self.strip
      canvas.lines(peaks.name, 0, middle: y + Self.strip / 2 - 1, width: Self.left - 10, most: 2, .init(size: 10))
      for band in bands(peaks) { hatch(band, y + 2, &canvas) }
    }
  }

  /// Large numbers are marked in thousands: the round marks of an axis would read like amounts of something else.
  static func thousands(_ scale: LinearScale) -> Bool { scale.high >= 10_000 }

  private static func thousandth(_ mark: FixedDecimal) -> FixedDecimal {
    let exact = (0...3).lazy.compactMap { Ratio(mark).divided(by: Ratio(1000))?.rounded($0) }
    return exact.first { Ratio($0).multiplied(by: Ratio(1000)) == Ratio(mark) } ?? mark
  }

  /// Months beside each other with the same share.
  private struct Band {
    var first, last: Int
    let share: FixedDecimal?
  }

  private func bands(_ peaks: ClientPeaks) -> [Band] {
    var bands: [Band] = []
    for (index, month) in sheet.year.months.enumerated() {
      guard let share = peaks.shares[month.period.firstDay.month] else { continue }
      if let last = bands.last, last.last == index - 1, last.share == share {
        bands[bands.count - 1].last = index
      } else {
        bands.append(Band(first: index, last: index, share: share))
      }
    }
    return bands
  }

  private func hatch(_ band: Band, _ y: Int, _ canvas: inout SVGCanvas) {
    let (x, end) = (middle(band.first) - place / 2 + 3, middle(band.last) + place / 2 - 3)
    let height = Self.strip - 6
    Self.hatch(x, y, end - x, height, &canvas)
    guard let share = band.share else { return }
    let text = sheet.context.language.percent(share)
    let width = LetterWidths.width(text, size: 11) + 6
    guard width < end - x else { return }
    canvas.rectangle((x + end - width) / 2, y + 2, width, height - 4, fill: .paper)
    canvas.text(text, (x + end) / 2, y + height / 2 + 4, .init(size: 11, anchor: .middle))
  }

  /// A place with lines across it, which says "taken" in any colour.
  static func hatch(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ canvas: inout SVGCanvas) {
    canvas.rectangle(x, y, width, height, fill: .paper, stroke: .muted, line: 1)
    for start in stride(from: 6 - height, to: width, by: 6) {
      // From the lower edge up to the right, as far as the place reaches.
      let (low, high) = (max(0, start), min(width, start + height))
      guard low < high else { continue }
      canvas.line(x + low, y + height - (low - start), to: x + high, y + height - (high - start), stroke: .muted)
    }
  }
}
