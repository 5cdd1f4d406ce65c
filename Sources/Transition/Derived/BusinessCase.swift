// The business case: what the change costs and saves, with and without the cost of steering. Never floating point.

package import Languages

/// Amounts in whole minor units of the project's currency, a year where they come back.
package struct BusinessCase: Sendable {
  static let gross = field("grossSaving", "Savings a year before the cost of steering.") { $0.gross }
  static let net = field("netSaving", "Savings a year after the cost of steering.") { $0.net }
  static let oneOff = field("oneOffCost", "What the change costs once, contingency included.") { $0.oneOff }
  static let payback = DerivedField(
    Project.schema, "paybackMonths", .number(nil), audience: .restricted,
    "Months until the net savings have paid the one-off cost."
  ) { _, project in
    BusinessCase(project)?.payback(from: \.net)?.rounded(1).map { .number($0) }
  }

  private static func field(
    _ name: String, _ summary: String, _ amount: @escaping @Sendable (BusinessCase) -> Int64
  ) -> DerivedField {
    DerivedField(Project.schema, name, .money, audience: .restricted, summary) { _, project in
      BusinessCase(project).flatMap { FixedDecimal(mantissa: amount($0), fractionDigits: $0.digits) }
        .map { .number($0) }
    }
  }

  package let currency: Currency
  /// The year of the case whose amounts these are, from 1.
  package let year: Int
  private var before: [String: Int64] = [:]
  private var after: [String: Int64] = [:]
  private var notCashable: Int64 = 0
  private let items: [Record]

  /// Nil without cost items or currency, and when an amount is not a whole number of minor units or a sum overflows.
  package init?(_ project: TransitionProject) {
    guard let currency = project.record?[Project.currency].flatMap({ Currency($0) }) else { return nil }
    self.init(project[CostItem.schema], currency, year: 1)
  }

  private init?(_ items: [Record], _ currency: Currency, year: Int) {
    guard !items.isEmpty else { return nil }
    (self.items, self.currency, self.year) = (items, currency, year)
    for item in items {
      guard let kind = item[CostItem.kind], let amount = Self.amount(item, digits, year: year) else { return nil }
      let isBefore = item[CostItem.baseline] == true
      guard let sum = Self.sum((isBefore ? before : after)[kind] ?? 0, amount) else { return nil }
      if isBefore { before[kind] = sum } else { after[kind] = sum }
      if item[CostItem.cashable] == false, kind == "saving" || kind == "avoided" {
        guard let sum = Self.sum(notCashable, amount) else { return nil }
        notCashable = sum
      }
    }
    guard isInRange else { return nil }
  }

  package var digits: Int { currency.minorUnitDigits }

  /// The same in another year, where series say other amounts for it.
  package func inYear(_ year: Int) -> BusinessCase? {
    year == self.year ? self : BusinessCase(items, currency, year: year)
  }

  /// Whether its amounts differ from year to year.
  package var changesOverYears: Bool { lastYear > 1 }

  /// The last year that a series says something for: all later ones are like it.
  private var lastYear: Int {
    let years = items.flatMap { ($0[CostItem.series] ?? []).compactMap { $0[YearAmount.year] } }
    return max(1, years.map { Int($0.mantissa) }.max() ?? 1)
  }

  /// Far below where sums of a few of these could overflow.
  private var isInRange: Bool {
    (Array(before.values) + Array(after.values)).allSatisfy { $0.magnitude < UInt64(Int64.max / 64) }
  }

  private static func sum(_ a: Int64, _ b: Int64) -> Int64? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }

  /// An item's amount in a year of the case; a series goes on with its last year.
  package static func amount(_ item: Record, _ digits: Int, year: Int) -> Int64? {
    let years = (item[CostItem.series] ?? []).filter { ($0[YearAmount.year]?.mantissa ?? 0) <= year }
    let latest = years.max { ($0[YearAmount.year]?.mantissa ?? 0) < ($1[YearAmount.year]?.mantissa ?? 0) }
    let hasSeries = item.located("series") != nil
    guard let amount = latest?[YearAmount.amount] ?? (hasSeries ? FixedDecimal(0) : item[CostItem.amount]) else {
      return nil
    }
    return amount.scaled(by: digits)
  }

  private func before(_ kind: String) -> Int64 { before[kind] ?? 0 }
  private func after(_ kind: String) -> Int64 { after[kind] ?? 0 }

  package var runBefore: Int64 { before("run") }
  package var runAfter: Int64 { after("run") }
  package var steeringBefore: Int64 { before("steering") }
  package var steeringAfter: Int64 { after("steering") }
  package var avoided: Int64 { after("avoided") }
  package var otherSavings: Int64 { after("saving") }

  /// Cheaper running, costs avoided and savings, a year.
  package var gross: Int64 { runBefore - runAfter + after("avoided") + after("saving") }
  /// What steering costs more than before, a year.
  package var extraSteering: Int64 { steeringAfter - steeringBefore }
  package var net: Int64 { gross - extraSteering }
  /// The part of the net that can be spent otherwise.
  package var cashable: Int64 { net - notCashable }
  package var notCashableSavings: Int64 { notCashable }
  /// What the change costs once.
  package var oneOff: Int64 {
    ["one-off", "overlap", "exit", "contingency"].reduce(0) { $0 + after($1) }
  }

  /// Months until a yearly saving has paid the one-off cost, year by year where series differ; nil when it never does.
  package func payback(from saving: KeyPath<BusinessCase, Int64>) -> Ratio? {
    var open = oneOff
    for year in 1...lastYear {
      guard let saved = inYear(year)?[keyPath: saving] else { return nil }
      if saved > 0, year == lastYear || open <= saved {
        let months = Ratio(Int(open)).multiplied(by: Ratio(12))?.divided(by: Ratio(Int(saved)))
        return months?.adding(Ratio(12 * (year - 1)))
      }
      guard let rest = Self.difference(open, saved) else { return nil }
      open = rest
    }
    return nil
  }

  private static func difference(_ a: Int64, _ b: Int64) -> Int64? {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? nil : difference
  }

  /// What is left after some years: their net savings less the one-off cost.
  package func net(years: Int) -> Int64? { balance(of: \.net, years: max(1, years))?.last }

  /// The one-off cost, and what is left of it or gained after each year of a saving: at the start, after year 1, 2 …
  package func balance(of saving: KeyPath<BusinessCase, Int64>, years: Int) -> [Int64]? {
    var balance = [-oneOff]
    for year in 1...max(1, years) {
      guard let saved = inYear(year)?[keyPath: saving], let sum = Self.sum(balance[year - 1], saved) else { return nil }
      balance.append(sum)
    }
    return balance
  }

  /// What a contact costs before and after the change, in minor units; run, steering and what is avoided count.
  package func perContact(_ contacts: Int) -> (before: Ratio, after: Ratio)? {
    guard let before = Ratio(Int(runBefore + steeringBefore + avoided)).divided(by: Ratio(contacts)),
      let after = Ratio(Int(runAfter + steeringAfter)).divided(by: Ratio(contacts))
    else { return nil }
    return (before, after)
  }

  /// Contacts a year that the case is about: as many as the lines of what runs cover, if these are as many before and
  /// after; else those of the scope.
  package func contacts(_ project: TransitionProject) -> Int? {
    let covered = [true, false].map { isBefore in
      Ratio.sum(
        items.filter { $0[CostItem.kind] == "run" && ($0[CostItem.baseline] == true) == isBefore }
          .compactMap { $0[CostItem.contacts].map { Ratio($0) } })
    }
    if let first = covered[0], first == covered[1], first.isPositive, let count = first.rounded(0) {
      return Int(count.mantissa)
    }
    return ScopeVolume.contactsPerYear(project)
  }

  /// Steering as a share of running, percent; nil when nothing runs.
  package func steeringShare(before isBefore: Bool) -> Ratio? {
    let (steering, run) = isBefore ? (steeringBefore, runBefore) : (steeringAfter, runAfter)
    return Ratio(Int(steering)).multiplied(by: Ratio(100))?.divided(by: Ratio(Int(run)))
  }
}
