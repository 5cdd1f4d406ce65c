// V32 and V35: objectives without a figure that foretells; figures in the client's hand that a provider answers for.

import Syntax

enum ObjectiveMeasures: Rule {
  static let id = "V32"
  static let weight = RuleClass.completeness
  static let rationale =
    "An objective is measured, and by at least one figure that foretells: you get what you measure, in time."
  static let messages = [
    "none": RuleMessage("the objective \"{id}\" is not measured", "add measure: with at least one key figure"),
    "leading": RuleMessage(
      "the objective \"{id}\" has no leading key figure", "name a figure of kind leading, or say objective: {id} in one"
    ),
  ]
  static let example = RuleExample(
    broken: """
      objectives.yaml
        - { id: ‸o1, problem: Slow answers, target: 80 %, motive: quality, measure: [k01], due: 2026-07-31 }
      kpis.yaml
        - { id: k01, name: Service level, kind: lagging, target: 80 }
      """,
    sound: """
      objectives.yaml
        - { id: o1, problem: Slow answers, target: 80 %, motive: quality, measure: [k01, k09], due: 2026-07-31 }
      kpis.yaml
        - { id: k01, name: Service level, kind: lagging, target: 80 }
        - { id: k09, name: Forecast accuracy, kind: leading, target: 93 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Objective.schema].compactMap { objective in
      let named = (objective[Objective.measure] ?? []).compactMap { context.find($0, KPI.schema) }
      let naming = context.all[KPI.schema].filter { $0[KPI.objective]?.contains(objective.id) == true }
      if named.isEmpty, naming.isEmpty {
        // Figures that do not exist are told as references.
        return objective[Objective.measure] == nil ? Finding("none", objective, "id") : nil
      }
      let hasLeading = (named + naming).contains { $0[KPI.kind] == "leading" }
      return hasLeading ? nil : Finding("leading", objective, "id", isAdvice: true)
    }
  }
}

enum ClientOwnedKPI: Rule {
  static let id = "V35"
  static let weight = RuleClass.advice
  static let rationale =
    "A figure that only the client can change is owned by the client; nobody answers for what others do."
  static let messages = [
    "owner": RuleMessage(
      "\"{id}\" is in the client's hand, and \"{owner}\" belongs to {party}", "give it an owner on the client's side")
  ]
  static let example = RuleExample(
    broken: """
      roles.yaml
        - { id: ptm, title: Transition manager, party: svarsund }
      kpis.yaml
        - { id: k09, name: Forecast accuracy, target: 93, party: client, owner: ‸ptm }
      """,
    sound: """
      roles.yaml
        - { id: wfm, title: Forecast analyst, party: client }
      kpis.yaml
        - { id: k09, name: Forecast accuracy, target: 93, party: client, owner: wfm }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[KPI.schema].compactMap { kpi in
      guard kpi[KPI.party] == "client", let owner = context.find(kpi[KPI.owner], Role.schema),
        let party = owner[Role.party], party != "client"
      else { return nil }
      return Finding("owner", kpi, "owner", ["owner": owner.id, "party": party])
    }
  }
}
