// How many contacts a year the scope covers, however its volumes are split.

import Languages

package enum ScopeVolume {
  /// The sum over countries where volumes are given by country, else over channels, else over both; nil without any.
  package static func contactsPerYear(_ project: TransitionProject) -> Int? {
    let volumes = project[Scope.schema].first?[Scope.volumesPerYear] ?? []
    func split(_ byMarket: Bool, _ byChannel: Bool) -> [Record] {
      volumes.filter {
        ($0[YearlyVolume.market] != nil) == byMarket && ($0[YearlyVolume.channel] != nil) == byChannel
      }
    }
    // The same contacts may be counted twice: once by country, once by channel.
    let counted =
      [split(false, false), split(true, false), split(false, true), split(true, true)]
      .first { !$0.isEmpty } ?? []
    let total = Ratio.sum(counted.map { $0[YearlyVolume.volume].map { Ratio($0) } })
    return total.flatMap { $0.isPositive ? $0.rounded(0).map { Int($0.mantissa) } : nil }
  }
}
