// What a forecast means: its seasonality and the people it takes.

import Languages

package enum ForecastFigures {
  static let index = DerivedField(
    Forecast.schema, "index", .number(nil), "The month's volume against the mean of the twelve around it."
  ) { forecast, project in seasonality(forecast, in: project)?.rounded(2).map { .number($0) } }

  static let requiredFte = DerivedField(
    Forecast.schema, "requiredFte", .number(nil),
    "volume × aht ÷ 3600 ÷ occupancy ÷ (hoursPerFte × (1 − shrinkage)), full-time equivalents."
  ) { forecast, _ in required(forecast)?.rounded(1).map { .number($0) } }

  static let volumeLow = DerivedField(
    Forecast.schema, "volumeLow", .number(nil), "The smallest volume within the tolerance."
  ) { forecast, _ in band(forecast)?.low.rounded(0).map { .number($0) } }

  static let volumeHigh = DerivedField(
    Forecast.schema, "volumeHigh", .number(nil), "The largest volume within the tolerance."
  ) { forecast, _ in band(forecast)?.high.rounded(0).map { .number($0) } }

  /// The volume less and more the part of it that the tolerance allows, in per cent.
  static func band(_ forecast: Record) -> (low: Ratio, high: Ratio)? {
    guard let volume = forecast[Forecast.volume].map({ Ratio($0) }), let tolerance = forecast[Forecast.tolerance] else {
      return nil
    }
    return band(volume, tolerance)
  }

  static func band(_ volume: Ratio, _ tolerance: FixedDecimal) -> (low: Ratio, high: Ratio)? {
    guard let part = Ratio(tolerance).divided(by: Ratio(100))?.multiplied(by: volume),
      let low = volume.subtracting(part), let high = volume.adding(part)
    else { return nil }
    return (low, high)
  }

  /// Handled hours, by the share of time in which people handle contacts, by the hours a person is there for them.
  package static func required(_ forecast: Record) -> Ratio? {
    guard let volume = forecast[Forecast.volume], let aht = forecast[Forecast.aht],
      let occupancy = forecast[Forecast.occupancy], let paid = forecast[Forecast.hoursPerFte]
    else { return nil }
    let shrinkage = Ratio(forecast[Forecast.shrinkage] ?? FixedDecimal(0))
    let present = Ratio(100).subtracting(shrinkage)?.divided(by: Ratio(100)).flatMap { $0.multiplied(by: Ratio(paid)) }
    let share = Ratio(occupancy).divided(by: Ratio(100))
    let handled = Ratio(volume).multiplied(by: Ratio(aht))?.divided(by: Ratio(3600))
    guard let handled, let share, let present else { return nil }
    return handled.divided(by: share)?.divided(by: present)
  }

  /// The months of the same calendar year, market and channel; twelve of them, or nothing is derived.
  private static func year(of forecast: Record, in project: TransitionProject) -> [Record]? {
    guard let year = forecast[Forecast.month]?.firstDay.year else { return nil }
    let months = project[Forecast.schema].filter { other in
      other[Forecast.month]?.firstDay.year == year && other[Forecast.market] == forecast[Forecast.market]
        && other[Forecast.channel] == forecast[Forecast.channel]
    }
    return months.count == 12 ? months : nil
  }

  package static func seasonality(_ forecast: Record, in project: TransitionProject) -> Ratio? {
    guard let volume = forecast[Forecast.volume], let year = year(of: forecast, in: project) else { return nil }
    return index(of: Ratio(volume), in: year.map { $0[Forecast.volume].map { Ratio($0) } })
  }

  /// A month's volume against the mean of its year; nil unless all twelve are known.
  static func index(of volume: Ratio, in year: [Ratio?]) -> Ratio? {
    guard year.count == 12, let total = Ratio.sum(year) else { return nil }
    return volume.multiplied(by: Ratio(12))?.divided(by: total)
  }

  /// The busiest month of a year against the quietest one.
  package static func peakToTrough(_ forecast: Record, in project: TransitionProject) -> Ratio? {
    guard let year = year(of: forecast, in: project) else { return nil }
    return peakToTrough(year.map { $0[Forecast.volume].map { Ratio($0) } })
  }

  static func peakToTrough(_ year: [Ratio?]) -> Ratio? {
    let volumes = year.compactMap(\.self)
    guard year.count == 12, let peak = volumes.max(), let trough = volumes.min() else { return nil }
    return peak.divided(by: trough)
  }

  /// 100 less the distance of what came from what was expected, in percent of what was expected; never below 0.
  package static func accuracy(expected: Ratio, actual: Ratio) -> Ratio? {
    guard let difference = actual.subtracting(expected) else { return nil }
    let distance = difference.isNegative ? Ratio(0).subtracting(difference) : difference
    return distance?.multiplied(by: Ratio(100))?.divided(by: expected).flatMap { Ratio(100).subtracting($0) }
      .map { max($0, Ratio(0)) }
  }
}
