// V21 to V23: risks without a plan, with more left than there was, or not looked at for too long.

import Languages
import Syntax

enum RiskPlan: Rule {
  static let id = "V21"
  static let weight = RuleClass.completeness
  static let isForAgreedPlans = true
  static let rationale =
    "A risk from a score of 8 on has a sign to watch for, something done beforehand and something done if it "
    + "occurs; a smaller one at least the second."
  static let messages = [
    "missing": RuleMessage(
      "the risk \"{id}\" (score {score}) has no {fields}", "add {fields}, or lower the score with a reason")
  ]
  static let example = RuleExample(
    broken: """
      risks.yaml
        - ‸{ id: r01, title: Exceptions are lost, owner: kno, probability: 4, impact: 4, mitigation: Shadowing }
      """,
    sound: """
      risks.yaml
        - id: r01
          title: Exceptions are lost
          owner: kno
          probability: 4
          impact: 4
          trigger: Fewer than 90 % of tests passed
          mitigation: Shadowing
          contingency: Two more weeks of overlap
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Risk.schema].compactMap { risk in
      guard let score = risk.riskScore else { return nil }
      let needed = score >= RiskScore.medium ? ["trigger", "mitigation", "contingency"] : ["mitigation"]
      let missing = needed.filter { risk.located($0) == nil }
      guard !missing.isEmpty else { return nil }
      return Finding("missing", risk, nil, ["score": String(score), "fields": missing.joined(separator: ", ")])
    }
  }
}

enum ResidualRisk: Rule {
  static let id = "V22"
  static let weight = RuleClass.completeness
  static let rationale = "What is left of a risk after mitigation is not more than there was before."
  static let messages = [
    "more": RuleMessage(
      "the residual score {residual} of \"{id}\" is higher than its score {score}", "correct one of the two")
  ]
  static let example = RuleExample(
    broken: """
      risks.yaml
        - { id: r01, title: Hiring is late, owner: ptm, probability: 3, impact: 3, residual: ‸{ p: 4, i: 3 } }
      """,
    sound: """
      risks.yaml
        - { id: r01, title: Hiring is late, owner: ptm, probability: 3, impact: 3, residual: { p: 2, i: 3 } }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Risk.schema].compactMap { risk in
      guard let score = risk.riskScore, let residual = risk.residualScore, score < residual else { return nil }
      return Finding("more", risk, "residual", ["score": String(score), "residual": String(residual)])
    }
  }
}

enum RiskReview: Rule {
  static let id = "V23"
  static let weight = RuleClass.advice
  static let rationale = "A high risk that is open is looked at at least every 30 days."
  static let messages = [
    "old": RuleMessage(
      "the high risk \"{id}\" was last looked at on {day}, more than 30 days ago",
      "look at it, then add the day to reviewed"),
    "never": RuleMessage("the high risk \"{id}\" was never looked at", "look at it, then add the day to reviewed"),
  ]
  static let example = RuleExample(
    broken: """
      risks.yaml
        - { id: r01, title: The team drains, owner: exm, probability: 4, impact: 4, reviewed: ‸2026-01-12 }
      """,
    sound: """
      risks.yaml
        - { id: r01, title: The team drains, owner: exm, probability: 4, impact: 4, reviewed: [2026-01-12, 2026-03-09] }
      """)

  /// Days after which a review is old.
  private static let longest = 30

  static func check(_ context: RuleContext) -> [Finding] {
    context[Risk.schema].compactMap { risk in
      guard let score = risk.riskScore, score >= RiskScore.high, ["open", "watch"].contains(risk.riskStatus) else {
        return nil
      }
      guard let last = risk[Risk.reviewed]?.max() else { return Finding("never", risk, "id") }
      guard context.asOf.day.days(since: last) > longest else { return nil }
      return Finding("old", risk, Risk.reviewed.spec.name, ["day": last.iso])
    }
  }
}
