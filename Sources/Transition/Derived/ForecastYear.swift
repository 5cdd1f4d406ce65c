// The forecast of one calendar year, month by month: of the whole service, or of what of it is asked for.

package import Languages

package struct ForecastYear: Sendable {
  /// One month: sums over the records that it is made up of.
  package struct Month: Sendable {
    package let period: Period
    package let volume: Ratio?
    package let actual: Ratio?
    /// The month's volume against the mean of its year.
    package internal(set) var index: Ratio?
    package let requiredFTE: Ratio?
    package let plannedFTE: Ratio?
    /// The day from which it is not changed any more.
    package let lockDate: Day?
    /// Percent that it may miss by.
    package let tolerance: FixedDecimal?
    /// The records, by their ids.
    package let records: [Record]

    /// 100 less the deviation in percent; nil while nothing has come.
    package var accuracy: Ratio? {
      guard let volume, let actual else { return nil }
      return ForecastFigures.accuracy(expected: volume, actual: actual)
    }

    /// The lowest and the highest volume within the tolerance.
    package var band: (low: Ratio, high: Ratio)? {
      guard let volume, let tolerance else { return nil }
      return ForecastFigures.band(volume, tolerance)
    }

    /// How many people lack, as full-time equivalents; negative where there are more than needed.
    package var missingFTE: Ratio? {
      guard let requiredFTE, let plannedFTE else { return nil }
      return requiredFTE.subtracting(plannedFTE)
    }

    package var lacksPeople: Bool { missingFTE?.isPositive ?? false }

    /// Whether what came lies outside the tolerance; nil while nothing has come, or without one.
    package var isOutside: Bool? {
      guard let actual, let band else { return nil }
      return actual < band.low || band.high < actual
    }
  }

  package let year: Int
  /// Oldest first.
  package private(set) var months: [Month]

  /// The year that is asked for; else that of the day when all its months are known, else the nearest such year, later
  /// ones first, else the nearest that has any. Nil without forecasts.
  package init?(_ records: [Record], year wanted: Int?, on day: Day) {
    let whole = Self.coarsest(records)
    let byYear = Dictionary(grouping: whole) { $0[Forecast.month]?.firstDay.year ?? 0 }
    func distance(_ year: Int) -> Int { 2 * abs(year - day.year) + (year < day.year ? 1 : 0) }
    let years = byYear.keys.filter { $0 > 0 }.sorted { distance($0) < distance($1) }
    let full = years.first { year in Self.periods(byYear[year] ?? []).count == 12 }
    guard let year = wanted ?? full ?? years.first, let own = byYear[year] else { return nil }
    self.year = year
    months = Self.periods(own).map { Self.month($0, own) }
    let volumes = months.map(\.volume)
    for index in months.indices {
      months[index].index = months[index].volume.flatMap { ForecastFigures.index(of: $0, in: volumes) }
    }
  }

  /// Forecasts of the whole service where there are any; else those by market, those by channel, those by both.
  private static func coarsest(_ records: [Record]) -> [Record] {
    func level(_ record: Record) -> Int {
      (record.located("market") == nil ? 0 : 1) + (record.located("channel") == nil ? 0 : 2)
    }
    let least = records.map(level).min()
    return records.filter { $0[Forecast.month] != nil && level($0) == least }
  }

  private static func periods(_ records: [Record]) -> [Period] {
    Set(records.compactMap { $0[Forecast.month] }).sorted()
  }

  private static func month(_ period: Period, _ records: [Record]) -> Month {
    let own = records.filter { $0[Forecast.month] == period }
    func sum(_ field: Field<FixedDecimal>) -> Ratio? { Ratio.sum(own.map { $0[field].map { Ratio($0) } }) }
    let tolerances = Set(own.map { $0[Forecast.tolerance] })
    return Month(
      period: period, volume: sum(Forecast.volume), actual: sum(Forecast.actual),
      requiredFTE: Ratio.sum(own.map { ForecastFigures.required($0) }), plannedFTE: sum(Forecast.plannedFte),
      lockDate: own.compactMap { $0[Forecast.lockDate] }.max(),
      tolerance: tolerances.count == 1 ? tolerances.first ?? nil : nil, records: own)
  }

  package var peakToTrough: Ratio? { ForecastFigures.peakToTrough(months.map(\.volume)) }

  /// The busiest and the quietest month; nil unless all twelve are known.
  package var extremes: (peak: Month, trough: Month)? {
    let known = months.compactMap { month in month.volume.map { (month, $0) } }
    guard months.count == 12, known.count == 12, let peak = known.max(by: { $0.1 < $1.1 }),
      let trough = known.min(by: { $0.1 < $1.1 })
    else { return nil }
    return (peak.0, trough.0)
  }

  /// The mean of the months' accuracies, and over how many; nil while nothing has come.
  package var accuracy: (mean: Ratio, months: Int)? {
    let known = months.compactMap(\.accuracy)
    return Ratio.sum(known)?.divided(by: Ratio(known.count)).map { ($0, known.count) }
  }
}
