// The run of a key figure as a line over time: target, limits and baseline across, go-lives and hypercare down.

import Languages
import Markup
import Site
import Transition

struct KPIChartDrawing {
  private static let (top, bottom) = (34, 284)
  /// Nearer to each other points have no shape of their own.
  private static let room = 12

  private let kpi: Record
  private let caption: String
  private let context: ComponentContext
  private let points: [KPIChart.Point]
  /// Points that follow each other without a gap.
  let runs: [[KPIChart.Point]]
  let goLives: [GoLive]
  private let hypercare: [(from: Day, to: Day)]
  private let first, last: Day
  private let scale: LinearScale
  /// Its left edge leaves the values of the axis their place.
  private let frame: ChartFrame
  private let limits: [(name: String, value: FixedDecimal)]

  /// There is one point at least.
  init(_ kpi: Record, _ points: [KPIChart.Point], caption: String, _ context: ComponentContext) {
    (self.kpi, self.points, self.caption, self.context) = (kpi, points, caption, context)
    let first = points.first?.period.firstDay ?? context.format.asOf.day
    let last = max(first, points.last?.period.lastDay ?? first)
    (self.first, self.last) = (first, last)
    runs = Self.runs(points)
    goLives = context.goLives(from: first, to: last)
    hypercare = context.project[Wave.schema].compactMap { wave in
      guard let time = wave[Wave.hypercare], let from = time[Hypercare.from], let to = time[Hypercare.to],
        from <= to, from <= last, first <= to
      else { return nil }
      return (max(from, first), min(to, last))
    }
    limits = [KPI.critical, KPI.criticalMin, KPI.criticalMax].compactMap { field in
      kpi[field].map { (context.language.title(ofField: field.spec.name), $0) }
    }
    let target = KPITarget.ends(kpi).map { [$0.low, $0.high] } ?? []
    let all = points.map(\.value) + target + limits.map(\.value) + [kpi[KPI.baseline]].compactMap(\.self)
    let scale = LinearScale(all.map(\.approximate), from: Self.bottom, to: Self.top, hasZero: false)
    self.scale = scale
    let unit = kpi[KPI.unit] ?? ""
    let widths = scale.marks.map { mark in
      LetterWidths.width(context.format.quantity(scale.decimal(mark), unit: unit), size: ChartFrame.size)
    }
    frame = ChartFrame(
      left: min(160, max(48, (widths.max() ?? 0) + 12)), right: ChartFrame.width - 16, top: Self.top,
      bottom: Self.bottom)
  }

  /// Days on which nothing is measured, such as a weekend, are no gap.
  private static func runs(_ points: [KPIChart.Point]) -> [[KPIChart.Point]] {
    var runs: [[KPIChart.Point]] = []
    for point in points {
      if let before = runs.last?.last?.period, follows(point.period, before) {
        runs[runs.count - 1].append(point)
      } else {
        runs.append([point])
      }
    }
    return runs
  }

  private static func follows(_ period: Period, _ before: Period) -> Bool {
    period.kind == .day ? period.firstDay.days(since: before.firstDay) <= 4 : before.next == period
  }

  func draw() -> Markup {
    let legend = Legend(entries, left: frame.left, width: frame.right - frame.left)
    return SVGCanvas.draw(
      (ChartFrame.width, frame.bottom + 34 + legend.height), title: caption, description: description,
      language: context.language.tag
    ) { canvas in
      shades(&canvas)
      frame.values(scale, { context.format.quantity($0, unit: kpi[KPI.unit] ?? "") }, &canvas)
      references(&canvas)
      marks(&canvas)
      run(&canvas)
      periods(&canvas)
      legend.draw(top: frame.bottom + 30, &canvas)
    }
  }

  // MARK: Places

  private func x(_ day: Double) -> Int {
    let span = Double(last.days(since: first) + 1)
    return frame.left + Int((min(span, max(0, day)) / span * Double(frame.right - frame.left)).rounded())
  }

  private func x(_ day: Day) -> Int { x(Double(day.days(since: first))) }

  /// A value stands in the middle of its period.
  private func x(_ period: Period) -> Int {
    x(Double(period.firstDay.days(since: first) + period.lastDay.days(since: first) + 1) / 2)
  }

  private func y(_ value: FixedDecimal) -> Int { scale.place(value.approximate) }

  private func place(_ point: KPIChart.Point) -> (x: Int, y: Int) { (x(point.period), y(point.value)) }

  // MARK: What lies behind

  private func shades(_ canvas: inout SVGCanvas) {
    for (from, to) in hypercare {
      let (left, right) = (x(from), x(Double(to.days(since: first) + 1)))
      canvas.rectangle(left, frame.top, right - left, frame.bottom - frame.top, fill: .soft)
    }
    if let (low, high) = band {
      canvas.rectangle(frame.left, y(high), frame.right - frame.left, y(low) - y(high), fill: .low)
    }
  }

  private var band: (low: FixedDecimal, high: FixedDecimal)? {
    KPITarget.ends(kpi).flatMap { $0.low < $0.high ? $0 : nil }
  }

  private func references(_ canvas: inout SVGCanvas) {
    func across(_ value: FixedDecimal, _ ink: Ink, width: Int, dashes: String) {
      canvas.line(frame.left, y(value), to: frame.right, y(value), stroke: ink, width: width, dashes: dashes)
    }
    if let baseline = kpi[KPI.baseline] { across(baseline, .past, width: 2, dashes: Self.baseline) }
    for limit in limits { across(limit.value, .bad, width: 2, dashes: Self.limit) }
    guard let (low, high) = KPITarget.ends(kpi) else { return }
    for end in low == high ? [low] : [low, high] { across(end, .good, width: 2, dashes: Self.target) }
  }

  private static let (target, limit, baseline, goLive) = ("10 4", "3 3", "2 4", "6 3")

  /// The days of go-live with their markets; days too near to each other share a place.
  private func marks(_ canvas: inout SVGCanvas) {
    var labels: [(x: Int, text: String)] = []
    for goLive in goLives {
      let x = x(goLive.day)
      canvas.line(x, frame.top - 4, to: x, frame.bottom, stroke: .text, dashes: Self.goLive)
      let text = goLive.markets.joined(separator: " ")
      if let last = labels.last, x - last.x < (width(last.text) + width(text)) / 2 + 8 {
        labels[labels.count - 1].text = last.text + " " + text
      } else {
        labels.append((x, text))
      }
    }
    for label in labels {
      let half = width(label.text) / 2
      let x = min(max(label.x, half), ChartFrame.width - half)
      canvas.label(
        MergedText(label.text), x, frame.top - 10, width: ChartFrame.width,
        .init(size: 12, isBold: true, anchor: .middle))
    }
  }

  private func width(_ text: String) -> Int { LetterWidths.width(text, size: 12, isBold: true) }

  // MARK: The run

  private func run(_ canvas: inout SVGCanvas) {
    let hasShapes = isRoomy
    for run in runs {
      let places = run.map(place)
      if places.count > 1 { canvas.curve(places, stroke: .main, width: 3) }
      for (point, place) in zip(run, places) where hasShapes || run.count == 1 || point.period == points.last?.period {
        ComponentContext.tone(ofKPI: point.status).draw(at: place.x, place.y, &canvas)
      }
    }
  }

  private var isRoomy: Bool {
    let places = points.map { x($0.period) }
    return zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= Self.room }
  }

  /// Names of periods below the plot, the last one first: as many as do not touch.
  private func periods(_ canvas: inout SVGCanvas) {
    var free = ChartFrame.width
    for point in points.reversed() {
      let text = name(point.period)
      let half = (LetterWidths.width(text, size: ChartFrame.size) + 1) / 2
      let place = x(point.period)
      let middle = min(max(place, half), ChartFrame.width - half)
      guard middle + half <= free else { continue }
      canvas.line(place, frame.bottom, to: place, frame.bottom + 4, stroke: .past)
      canvas.text(text, middle, frame.bottom + 18, .init(size: ChartFrame.size, colour: .muted, anchor: .middle))
      free = middle - half - 10
    }
  }

  private func name(_ period: Period) -> String {
    switch period.kind {
    case .day: context.shortDay(period.firstDay)
    case .week: context.language.week(of: period.firstDay, relativeTo: context.format.asOf.day)
    default: context.language.text(period)
    }
  }

  // MARK: Words

  private var entries: [Legend.Entry] {
    func amount(_ value: FixedDecimal) -> String { "\u{A0}" + Scorecard.text(value, of: kpi, context) }
    let shapes: [Legend.Entry] = ["met", "missed", "critical"].compactMap { status in
      guard isRoomy ? points.contains(where: { $0.status == status }) : points.last?.status == status else {
        return nil
      }
      return Legend.Entry(context.format.word(status, KPIStatus.status.spec)) { canvas, x, y in
        ComponentContext.tone(ofKPI: status).draw(at: x + 11, y, &canvas)
      }
    }
    var lines: [Legend.Entry] = [.line(context.language.title(ofField: "value"), .main)]
    if let target = kpi.located(KPI.target.spec.name) {
      let text = context.format.text(target.value, KPI.target.spec, of: kpi).text
      lines.append(.line(context.text("target") + "\u{A0}" + text, .good, dashes: Self.target))
    }
    lines += limits.map { .line($0.name + amount($0.value), .bad, dashes: Self.limit) }
    if let baseline = kpi[KPI.baseline] {
      lines.append(.line(context.language.title(ofField: "baseline") + amount(baseline), .past, dashes: Self.baseline))
    }
    if !goLives.isEmpty {
      lines.append(
        Legend.Entry(context.text("timeline-go-live")) { canvas, x, y in
          canvas.line(x + 11, y - 8, to: x + 11, y + 8, stroke: .text, dashes: Self.goLive)
        })
    }
    if !hypercare.isEmpty { lines.append(.bar(context.language.title(ofField: "hypercare"), .soft)) }
    return lines + shapes
  }

  /// All values in words, or of very many the ends and the extremes.
  private var description: String {
    func words(_ point: KPIChart.Point) -> String {
      context.language.text(point.period) + ": " + Scorecard.text(point.value, of: kpi, context)
    }
    guard points.count > 36 else { return points.map(words).joined(separator: "; ") }
    let extremes = [points.min { $0.value < $1.value }, points.max { $0.value < $1.value }]
    let chosen = [points.first] + extremes + [points.last]
    return chosen.compactMap(\.self).map(words).joined(separator: "; ")
  }
}
