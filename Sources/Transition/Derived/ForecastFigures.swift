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
    guard let volume = forecast[Forecast.volume], let year = year(of: forecast, in: project),
      let total = Ratio.sum(year.map { $0[Forecast.volume].map { Ratio($0) } })
    else { return nil }
    return Ratio(volume).multiplied(by: Ratio(12))?.divided(by: total)
  }

  /// The busiest month of a year against the quietest one.
  package static func peakToTrough(_ forecast: Record, in project: TransitionProject) -> Ratio? {
    guard let volumes = year(of: forecast, in: project)?.compactMap({ $0[Forecast.volume] }), let peak = volumes.max(),
      let trough = volumes.min()
    else { return nil }
    return Ratio(peak).divided(by: Ratio(trough))
  }
}
