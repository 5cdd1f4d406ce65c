// Which of a key figure's values are meant: those of all the service, or of a market, a channel, a provider.

package import Languages

/// A cut through the values of a key figure.
package struct MeasurementCut: Sendable, Hashable {
  package var market, channel, provider: String?
  /// Nil for the periods that the figure is regularly measured in.
  package var kind: Period.Kind?

  package init(market: String? = nil, channel: String? = nil, provider: String? = nil, kind: Period.Kind? = nil) {
    (self.market, self.channel, self.provider, self.kind) = (market, channel, provider, kind)
  }

  /// The regular values of all the service.
  package static let whole = MeasurementCut()
}

extension Record {
  /// The values of a KPI that belong to a cut, oldest first. Where nothing is said of the provider and there are none
  /// but those of one, as in that provider's own edition, these are meant.
  package func series(_ cut: MeasurementCut) -> [Record] {
    let kind = cut.kind ?? frequencyKind
    var series = (self[KPI.measurements] ?? []).filter {
      $0[Measurement.period]?.kind == kind && $0[Measurement.market] == cut.market
        && $0[Measurement.channel] == cut.channel
    }
    if let provider = cut.provider {
      series = series.filter { $0[Measurement.provider] == provider }
    } else if Set(series.map { $0[Measurement.provider] ?? "" }).count > 1 {
      series = series.filter { $0.located("provider") == nil }
    }
    return series.sorted { a, b in
      guard let first = a[Measurement.period], let second = b[Measurement.period] else { return false }
      return first < second
    }
  }
}
