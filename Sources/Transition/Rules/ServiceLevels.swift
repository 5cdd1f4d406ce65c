// V33 and V34: weights of service levels that do not add up, and agreements about figures that nobody defined.

import Languages
import Syntax

enum ServiceLevelWeights: Rule {
  static let id = "V33"
  static let weight = RuleClass.completeness
  static let rationale = "The weights of a provider's service levels are shares of a whole: together they are 100."
  static let messages = [
    "sum": RuleMessage("the weights of {provider} add up to {sum}, not 100", "correct the weights: {weights}")
  ]
  static let example = RuleExample(
    broken: """
      slas.yaml
        - { id: s1, kpi: k01, provider: svarsund, commitment: 80, weight: ‸60, measuredOver: monthly }
        - { id: s2, kpi: k03, provider: svarsund, commitment: 90, weight: 50, measuredOver: monthly }
      """,
    sound: """
      slas.yaml
        - { id: s1, kpi: k01, provider: svarsund, commitment: 80, weight: 60, measuredOver: monthly }
        - { id: s2, kpi: k03, provider: svarsund, commitment: 90, weight: 40, measuredOver: monthly }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    var byProvider: [(provider: String, slas: [Record])] = []
    for sla in context.all[SLA.schema] where sla[SLA.weight] != nil {
      let provider = sla[SLA.provider] ?? ""
      if let index = byProvider.firstIndex(where: { $0.provider == provider }) {
        byProvider[index].slas.append(sla)
      } else {
        byProvider.append((provider, [sla]))
      }
    }
    return byProvider.compactMap { provider, slas in
      Weights.finding("sum", slas, SLA.weight, ["provider": provider.isEmpty ? "all providers" : provider])
    }
  }
}

/// Shares that must be a hundred together.
enum Weights {
  static func finding(
    _ message: String, _ records: [Record], _ field: Field<FixedDecimal>, _ values: [String: String],
    of root: Record? = nil
  ) -> Finding? {
    let weights = records.compactMap { $0[field] }
    guard let first = records.first, let sum = Ratio.sum(weights.map { Ratio($0) }), sum != Ratio(100) else {
      return nil
    }
    let written = weights.map(\.description).joined(separator: " + ")
    let all = values.merging(["sum": sum.rounded(2).map(Self.short) ?? "", "weights": written]) { $1 }
    return Finding(
      message, at: first.place(of: field.spec.name), all, of: root ?? first,
      related: records.dropFirst().prefix(8).map { .init("and here", $0.place(of: field.spec.name)) })
  }

  /// Without zeros at its end.
  static func short(_ number: FixedDecimal) -> String {
    (0..<number.fractionDigits).map { number.rounded(toFractionDigits: $0) }.first { $0 == number }?.description
      ?? number.description
  }
}

enum ServiceLevelDefinition: Rule {
  static let id = "V34"
  static let weight = RuleClass.completeness
  static let rationale =
    "A service level that is paid for is defined, with what does not count: else the first bad month is a quarrel."
  static let messages = [
    "definition": RuleMessage(
      "\"{kpi}\" is agreed as a service level and has no definition", "add definition to the key figure"),
    "exclusions": RuleMessage(
      "the service level of \"{kpi}\" names no exclusions",
      "add exclusions; write a text that says so when there are none"),
  ]
  static let example = RuleExample(
    broken: """
      kpis.yaml
        - { id: k01, name: Service level, target: 80 }
      slas.yaml
        - { id: s1, kpi: ‸k01, provider: svarsund, commitment: 80, weight: 100, exclusions: [Announced outages] }
      """,
    sound: """
      kpis.yaml
        - { id: k01, name: Service level, target: 80, definition: Calls answered within 30 seconds of all calls }
      slas.yaml
        - { id: s1, kpi: k01, provider: svarsund, commitment: 80, weight: 100, exclusions: [Announced outages] }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[SLA.schema].flatMap { sla -> [Finding] in
      guard let kpi = context.find(sla[SLA.kpi], KPI.schema) else { return [] }
      var found: [Finding] = []
      if kpi[KPI.definition] == nil {
        found.append(
          Finding("definition", sla, "kpi", ["kpi": kpi.title], related: [.init("the key figure", kpi.place(of: "id"))])
        )
      }
      if (sla[SLA.exclusions] ?? []).isEmpty {
        found.append(Finding("exclusions", sla, "commitment", ["kpi": kpi.title]))
      }
      return found
    }
  }
}
