// What the change costs once: planned, ordered, paid and expected in the end, by kind. Whole minor units.

package import Languages

package struct Spending: Sendable {
  /// Sums in minor units; nil where no item says anything.
  package struct Line: Sendable, Equatable {
    package var planned: Int64 = 0
    package var committed: Int64?
    package var paid: Int64?
    /// Expected in the end: forecasts, and plans where there is none; nil without any forecast.
    package var expected: Int64?
  }

  package static let kinds = ["one-off", "overlap", "exit", "contingency"]

  package let currency: Currency
  /// In the order of `kinds`; those that have items.
  package private(set) var lines: [(kind: String, line: Line)] = []
  package private(set) var total = Line()
  /// An item has cost more, or will cost more, than was planned for it.
  package private(set) var hasOverrun = false

  /// Nil without items, without currency, and when an amount is no whole number of minor units or out of range.
  package init?(_ project: TransitionProject) {
    let items = project[CostItem.schema].filter { $0[CostItem.baseline] != true }
    guard let currency = project.record?[Project.currency].flatMap({ Currency($0) }) else { return nil }
    self.currency = currency
    for kind in Self.kinds {
      let own = items.filter { $0[CostItem.kind] == kind }
      guard !own.isEmpty else { continue }
      guard let line = line(own) else { return nil }
      lines.append((kind, line))
    }
    guard !lines.isEmpty, let total = line(items.filter { Self.kinds.contains($0[CostItem.kind] ?? "") }) else {
      return nil
    }
    self.total = total
    hasOverrun = items.contains { isOverrun($0) }
  }

  private func line(_ items: [Record]) -> Line? {
    var line = Line()
    let hasForecast = items.contains { $0[CostItem.forecast] != nil }
    for item in items {
      guard let planned = BusinessCase.amount(item, currency.minorUnitDigits, year: 1) else { return nil }
      let forecast = amount(item, CostItem.forecast)
      guard let sum = Self.sum(line.planned, planned), Self.add(amount(item, CostItem.committed), to: &line.committed),
        Self.add(amount(item, CostItem.actual), to: &line.paid),
        Self.add(hasForecast ? forecast ?? planned : nil, to: &line.expected)
      else { return nil }
      line.planned = sum
    }
    return line
  }

  private func amount(_ item: Record, _ field: Field<FixedDecimal>) -> Int64? {
    item[field]?.scaled(by: currency.minorUnitDigits)
  }

  private func isOverrun(_ item: Record) -> Bool {
    guard Self.kinds.contains(item[CostItem.kind] ?? ""),
      let planned = BusinessCase.amount(item, currency.minorUnitDigits, year: 1)
    else { return false }
    let known = [CostItem.committed, CostItem.actual, CostItem.forecast].compactMap { amount(item, $0) }
    return known.contains { planned < $0 }
  }

  private static func sum(_ a: Int64, _ b: Int64) -> Int64? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }

  /// False when the sum leaves the range.
  private static func add(_ amount: Int64?, to total: inout Int64?) -> Bool {
    guard let amount else { return true }
    total = sum(total ?? 0, amount)
    return total != nil
  }

  /// Whether anything beyond the plan is known.
  package var isMeasured: Bool { total.committed != nil || total.paid != nil || total.expected != nil }

  /// Whether what is ordered, paid or expected exceeds the whole plan.
  package var exceedsPlan: Bool {
    [total.committed, total.paid, total.expected].contains { $0.map { total.planned < $0 } ?? false }
  }
}
