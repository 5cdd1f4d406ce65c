// V41 to V43 and V45: savings without steering, too little or too much of it, mixed money, savings that are no money.

import Languages
import Syntax

enum SteeringCost: Rule {
  static let id = "V41"
  static let weight = RuleClass.completeness
  static let rationale = "Every provider is steered, and steering costs: a saving without that cost is not true."
  static let messages = [
    "missing": RuleMessage(
      "there are savings and no cost of steering", "add cost items of kind steering, before and after")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: before, name: Rate before, kind: run, amount: 300000.00, cashable: true, baseline: true }
        - { id: ‸after, name: Rate after, kind: run, amount: 250000.00, cashable: true }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: before, name: Rate before, kind: run, amount: 300000.00, cashable: true, baseline: true }
        - { id: after, name: Rate after, kind: run, amount: 250000.00, cashable: true }
        - { id: steering, name: Provider manager, kind: steering, amount: 25000.00, cashable: true }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard context.type != "insourcing", let result = context.businessCase, result.gross > 0,
      !context.all[CostItem.schema].contains(where: { $0[CostItem.kind] == "steering" }),
      let item = context.all[CostItem.schema].first(where: { $0[CostItem.baseline] != true })
    else { return [] }
    return [Finding("missing", item, "id")]
  }
}

enum SteeringShare: Rule {
  static let id = "V42"
  static let weight = RuleClass.advice
  static let rationale =
    "Steering costs about a tenth of what is steered: much less is not steered, much more is bureaucracy."
  static let messages = [
    "before": RuleMessage(
      "steering before the change is {share} % of what runs",
      "look at it again: 5 to 15 % is usual; or accept it with a reason"),
    "after": RuleMessage(
      "steering after the change is {share} % of what runs",
      "look at it again: 5 to 15 % is usual; or accept it with a reason"),
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: run, name: Rate, kind: run, amount: 300000.00, cashable: true }
        - { id: ‸steering, name: Provider manager, kind: steering, amount: 9000.00, cashable: true }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: run, name: Rate, kind: run, amount: 300000.00, cashable: true }
        - { id: steering, name: Provider manager, kind: steering, amount: 30000.00, cashable: true }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard let result = context.businessCase, let project = context.all.record else { return [] }
    return [true, false].compactMap { isBefore in
      let item = context.all[CostItem.schema].first {
        $0[CostItem.kind] == "steering" && ($0[CostItem.baseline] == true) == isBefore
      }
      guard let item, let share = result.steeringShare(before: isBefore), share < Ratio(5) || Ratio(15) < share,
        let shown = share.rounded(1)
      else { return nil }
      return Finding(
        isBefore ? "before" : "after", at: item.place(of: "id"), ["share": shown.description], of: project)
    }
  }
}

enum CaseCurrency: Rule {
  static let id = "V43"
  static let weight = RuleClass.integrity
  static let rationale = "A business case adds up in one currency; amounts of another one cannot be added."
  static let messages = [
    "mixed": RuleMessage(
      "\"{id}\" is in {currency}, the project in {other}", "write the amount in {other}, with the rate in basis"),
    "range": RuleMessage(
      "the amounts of the business case cannot be added up", "look for an amount that is out of all proportion"),
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: run, name: Rate, kind: run, amount: 300000.00, currency: ‸SEK, cashable: true }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: run, name: Rate, kind: run, amount: 300000.00, currency: EUR, cashable: true }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard let currency = context.all.record?[Project.currency] else { return [] }
    let items = context.all[CostItem.schema]
    let mixed = items.compactMap { item -> Finding? in
      guard let own = item[CostItem.currency], own != currency else { return nil }
      return Finding("mixed", item, "currency", ["currency": own, "other": currency])
    }
    let isComplete = items.allSatisfy {
      $0[CostItem.kind] != nil && ($0.located("amount") ?? $0.located("series")) != nil
    }
    guard let first = items.first, isComplete, let money = Currency(currency), context.businessCase == nil,
      items.allSatisfy({ BusinessCase.amount($0, money.minorUnitDigits, year: 1) != nil })
    else { return mixed }
    return mixed + [Finding("range", first, "amount")]
  }
}

enum CashableShare: Rule {
  static let id = "V45"
  static let weight = RuleClass.advice
  static let rationale = "Savings that nobody can spend are named as such; a case that rests on them does not hold."
  static let messages = [
    "share": RuleMessage(
      "{share} % of the gross savings are not cashable", "look at what the case rests on; more than 30 % is too much")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: rate, name: Cheaper rate, kind: saving, amount: 60000.00, cashable: true }
        - { id: ‸contacts, name: Fewer contacts, kind: saving, amount: 40000.00, cashable: false }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, currency: EUR }
      costItems.yaml
        - { id: rate, name: Cheaper rate, kind: saving, amount: 90000.00, cashable: true }
        - { id: contacts, name: Fewer contacts, kind: saving, amount: 10000.00, cashable: false }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    guard let result = context.businessCase, result.gross > 0,
      let share = Ratio(Int(result.notCashableSavings)).multiplied(by: Ratio(100))?.divided(
        by: Ratio(Int(result.gross))),
      Ratio(30) < share, let shown = share.rounded(1),
      let item = context.all[CostItem.schema].first(where: {
        $0[CostItem.cashable] == false && ["saving", "avoided"].contains($0[CostItem.kind])
      })
    else { return [] }
    return [Finding("share", item, "id", ["share": shown.description])]
  }
}
