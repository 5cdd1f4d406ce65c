// `::seasonality`: a year of the forecast month by month: how strong the season is, whom it takes, how well it was met,
// and when the provider's other clients have their peaks.

import Languages
import Site
import Transition

enum Seasonality: PageComponent {
  static let name = "seasonality"
  static let group = ComponentGroup.partner
  static let topics = ["S3.4"]
  static let parameters: [ComponentParameter] = [
    .filter(Forecast.market), .filter(Forecast.channel),
    ComponentParameter(name: "year", kind: .integer(2000...2999), summary: "Shows this year."),
    ComponentParameter(
      name: "view", kind: .choice(["volume", "fte"]), summary: "Shows only the contacts, or only the people."),
    ComponentParameter(
      name: "provider", kind: .record([Provider.schema.collection]),
      summary: "Whose other clients' peaks are shown; the project's providers when left out."),
  ]
  static let entity: EntitySchema? = Forecast.schema
  static let fields = [
    "month", "market", "channel", "volume", "actual", "aht", "occupancy", "shrinkage", "hoursPerFte", "plannedFte",
    "lockDate", "tolerance",
  ]

  static let tables = ["volume", "fte"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let year = ForecastYear(
      context.records(Forecast.schema, parameters), year: context.arguments["year"].flatMap { Int($0) },
      on: context.format.asOf.day)
    guard let year else { return [empty("no-forecast", context), empty("", context)] }
    let sheet = SeasonSheet(year, context)
    guard sheet.showsVolume || sheet.showsFTE else { return [empty("no-forecast", context), empty("", context)] }
    return [
      sheet.showsVolume ? sheet.volume : empty("", context), sheet.showsFTE ? sheet.fte : empty("", context),
    ]
  }

  private static func empty(_ text: String, _ context: ComponentContext) -> Figure {
    Figure(
      caption: context.caption("seasonality-caption"), emptyText: text.isEmpty ? "" : context.text(text), columns: [],
      rows: [])
  }
}

/// A year of the forecast as a table.
struct SeasonSheet {
  let year: ForecastYear
  let peaks: [ClientPeaks]
  let showsVolume, showsFTE: Bool
  let context: ComponentContext

  init(_ year: ForecastYear, _ context: ComponentContext) {
    (self.year, self.context) = (year, context)
    peaks = ClientPeaks.all(context)
    let view = context.arguments["view"]
    let hasFTE = year.months.contains { $0.requiredFTE != nil || $0.plannedFTE != nil }
    showsFTE = view != "volume" && hasFTE
    showsVolume = view != "fte" && year.months.contains { $0.volume != nil }
  }

  var volumeCaption: String { "\(context.caption("seasonality-caption")), \(year.year)" }
  var fteCaption: String { "\(context.caption("season-fte-caption")), \(year.year)" }

  /// The forecast stands from that day on.
  func isLocked(_ month: ForecastYear.Month) -> Bool { month.lockDate.map { $0 <= context.format.asOf.day } ?? false }

  // MARK: The table

  /// A column with its cells; left out when no month has anything in it.
  private struct Column {
    let column: Figure.Column
    let cell: (ForecastYear.Month) -> Figure.Cell?
  }

  var volume: Figure {
    var figure = figure(volumeCaption, volumeColumns + (peaks.isEmpty ? [] : [peakColumn]))
    figure.drawings = [SeasonVolumeDrawing(self).draw()]
    figure.notes = [extremes, accuracy].compactMap { $0.map { MergedText($0) } } + peakNotes
    return figure
  }

  var fte: Figure {
    let hasPeaks = !showsVolume && !peaks.isEmpty
    var figure = figure(fteCaption, fteColumns + (hasPeaks ? [peakColumn] : []))
    figure.drawings = [SeasonFTEDrawing(self).draw()]
    figure.notes = [MergedText(context.text("season-fte-note"))] + (hasPeaks ? peakNotes : [])
    return figure
  }

  private func figure(_ caption: String, _ columns: [Column]) -> Figure {
    let months = year.months
    let used = columns.filter { column in months.contains { column.cell($0) != nil } }
    return Figure(
      caption: caption, emptyText: context.text("no-forecast"),
      columns: [.init(context.language.title(ofField: "month"), field: "month")] + used.map(\.column),
      rows: months.map { month in
        Figure.Row(
          record: month.records.first?.id ?? "",
          cells: [Figure.Cell(context.language.text(month.period))] + used.map { $0.cell(month) ?? Figure.Cell("") })
      })
  }

  private func column(
    _ title: String, _ field: String?, isNumber: Bool = true, _ cell: @escaping (ForecastYear.Month) -> Figure.Cell?
  ) -> Column { Column(column: .init(title, field: field, isNumber: isNumber), cell: cell) }

  private func number(_ ratio: Ratio?, _ digits: Int) -> Figure.Cell? {
    ratio?.rounded(digits).map { Figure.Cell(context.language.number($0), $0) }
  }

  private func percent(_ ratio: Ratio?) -> Figure.Cell? {
    ratio?.rounded(1).map { Figure.Cell(context.language.percent($0, fractionDigits: 1), $0) }
  }

  private var volumeColumns: [Column] {
    [
      column(context.text("season-volume"), "volume") { number($0.volume, 0) },
      column(context.text("season-index"), nil) { number($0.index, 2) },
      column(context.text("season-band"), "tolerance", isNumber: false) { band($0) },
      column(context.text("actual"), "actual") { actual($0) },
      column(context.text("season-accuracy"), nil) { percent($0.accuracy) },
    ]
  }

  /// By how much the month may miss, and from when on the forecast stands. In percent, as contracts say it.
  private func band(_ month: ForecastYear.Month) -> Figure.Cell? {
    let tolerance = month.tolerance.map { "±" + context.language.percent($0) }
    let lock = month.lockDate.map { day in
      context.text(isLocked(month) ? "season-locked" : "season-locks", ["date": context.language.long(day)])
    }
    guard tolerance != nil || lock != nil else { return nil }
    return Figure.Cell(tolerance ?? "").explained(lock.map { MergedText($0) })
  }

  /// What came; marked where that is more or less than the tolerance allows.
  private func actual(_ month: ForecastYear.Month) -> Figure.Cell? {
    guard let rounded = month.actual?.rounded(0) else { return nil }
    let text = context.language.number(rounded)
    guard month.isOutside == true else { return Figure.Cell(text, rounded) }
    var cell = Figure.Cell(text, tone: .bad).explained(MergedText(context.text("season-outside")))
    cell.plain = .number(rounded)
    return cell
  }

  private var fteColumns: [Column] {
    [
      column(context.text("season-required"), nil) { number($0.requiredFTE, 1) },
      column(context.text("season-planned"), "plannedFte") { number($0.plannedFTE, 1) },
      column(context.text("season-difference"), nil) { difference($0) },
    ]
  }

  private func difference(_ month: ForecastYear.Month) -> Figure.Cell? {
    guard let difference = month.missingFTE.flatMap({ Ratio(0).subtracting($0) })?.rounded(1) else { return nil }
    var cell = Figure.Cell(
      (difference > FixedDecimal(0) ? "+" : "") + context.language.number(difference),
      tone: difference < FixedDecimal(0) ? .attention : nil)
    cell.plain = .number(difference)
    return cell
  }

  /// Who of the provider's other clients is busy then; marked where the month is busy here too.
  private var peakColumn: Column {
    column(context.text("season-others"), nil, isNumber: false) { month in
      let names = peaks.compactMap { $0.text(in: month.period.firstDay.month, context) }
      guard !names.isEmpty else { return nil }
      return Figure.Cell(names.joined(separator: ", "), tone: isBusy(month) ? .attention : nil)
    }
  }

  /// Busier than the mean of the year.
  private func isBusy(_ month: ForecastYear.Month) -> Bool { month.index.map { Ratio(1) < $0 } ?? false }

  // MARK: Notes

  private var peakNotes: [MergedText] {
    [sameSeason, peaks.isEmpty ? nil : context.text("season-others-note")].compactMap { $0.map { MergedText($0) } }
  }

  private var extremes: String? {
    guard let extremes = year.extremes, let ratio = year.peakToTrough?.rounded(2) else { return nil }
    return context.text(
      "season-extremes",
      [
        "ratio": context.language.number(ratio), "peak": context.language.text(extremes.peak.period),
        "trough": context.language.text(extremes.trough.period),
      ])
  }

  private var accuracy: String? {
    guard let accuracy = year.accuracy, let mean = accuracy.mean.rounded(1) else { return nil }
    let values = ["accuracy": context.language.percent(mean, fractionDigits: 1)]
    return context.language.plural("season-accuracy-mean", count: accuracy.months, values)
  }

  /// The months in which others are busy when this service is.
  private var sameSeason: String? {
    let months = year.months.filter { month in
      isBusy(month) && peaks.contains { $0.shares[month.period.firstDay.month] != nil }
    }
    guard !months.isEmpty else { return nil }
    let names = months.map { context.language.text($0.period) }
    return context.text("season-same", ["months": context.language.list(names)])
  }
}

/// When a provider's other clients are busy, and how much of its people that binds.
struct ClientPeaks {
  let name: MergedText
  /// Percent by month of the year; nil where only the month is known.
  let shares: [Int: FixedDecimal?]

  /// Of the providers of the project, the incoming one first; of the candidates while there is none.
  static func all(_ context: ComponentContext) -> [ClientPeaks] {
    let providers = context.project[Provider.schema]
    let order = ["incoming", "internal", "retained", "outgoing"]
    var shown = providers.filter { $0.id == context.arguments["provider"] }
    if context.arguments["provider"] == nil {
      shown = order.flatMap { side in providers.filter { $0[Provider.side] == side } }
      if !shown.contains(where: { $0[Provider.side] == "incoming" }) {
        shown += providers.filter { $0[Provider.side] == "candidate" }
      }
    }
    return shown.compactMap { ClientPeaks($0, context) }
  }

  private init?(_ provider: Record, _ context: ComponentContext) {
    var shares: [Int: FixedDecimal?] = [:]
    for season in provider[Provider.otherClientSeasons] ?? [] {
      for month in season[ClientSeason.months] ?? [] {
        shares[Int(month.mantissa)] = .some(season[ClientSeason.share])
      }
    }
    guard !shares.isEmpty else { return nil }
    self.shares = shares
    name = context.format.name(of: provider.id, Tender.candidates.spec)
  }

  /// "Svarsund (25 %)"; nil in a month without a peak.
  func text(in month: Int, _ context: ComponentContext) -> String? {
    guard let share = shares[month] else { return nil }
    return share.map { "\(name.plainText) (\(context.language.percent($0)))" } ?? name.plainText
  }
}
