// V39 and V40: an award that the scores do not give, and one that another weight of the price would change.

import Languages
import Syntax

enum AwardToWinner: Rule {
  static let id = "V39"
  static let weight = RuleClass.advice
  static let rationale =
    "Who is chosen although another scores higher is chosen for a reason, and the reason is written down."
  static let messages = [
    "other": RuleMessage(
      "the award goes to \"{awarded}\", rank 1 is \"{winner}\", and the decision gives no rationale",
      "add rationale to the decision, or correct the scores")
  ]
  static let example = RuleExample(
    broken: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: 100 }]
          candidates: [alba, svarsund]
          scores: [{ candidate: alba, criterion: quality, score: 5 }, { candidate: svarsund, criterion: quality, score: 4 }]
          award: ‸d1
      decisions.yaml
        - { id: d1, title: Award, date: 2025-08-28, by: spo, affects: [svarsund] }
      """,
    sound: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: 100 }]
          candidates: [alba, svarsund]
          scores: [{ candidate: alba, criterion: quality, score: 5 }, { candidate: svarsund, criterion: quality, score: 4 }]
          award: d1
      decisions.yaml
        - { id: d1, title: Award, date: 2025-08-28, by: spo, affects: [svarsund], rationale: It can start in March. }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Tender.schema].compactMap { tender in
      guard let decision = context.find(tender[Tender.award], Decision.schema), decision[Decision.rationale] == nil,
        let winner = TenderResult(tender)?.ranking.first?.candidate,
        let awarded = TenderResult.awarded(tender, in: context.all), awarded != winner
      else { return nil }
      return Finding("other", tender, "award", ["awarded": awarded, "winner": winner])
    }
  }
}

enum PriceSensitivity: Rule {
  static let id = "V40"
  static let weight = RuleClass.advice
  static let rationale =
    "A choice that 20 points more or less for the price would change is known as one before it is signed."
  static let messages = [
    "changes": RuleMessage(
      "at a price weight of {weight} \"{other}\" wins instead of \"{winner}\"; break-even at {breakEven}",
      "look at the weights again, or accept the finding with the reason")
  ]
  static let example = RuleExample(
    broken: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: 80 }, { id: price, weight: ‸20 }]
          candidates: [alba, svarsund]
          scores:
            - { candidate: svarsund, criterion: quality, score: 4 }
            - { candidate: svarsund, criterion: price, score: 3 }
            - { candidate: alba, criterion: quality, score: 3 }
            - { candidate: alba, criterion: price, score: 5 }
      """,
    sound: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: 80 }, { id: price, weight: 20 }]
          candidates: [alba, svarsund]
          scores:
            - { candidate: svarsund, criterion: quality, score: 5 }
            - { candidate: svarsund, criterion: price, score: 4 }
            - { candidate: alba, criterion: quality, score: 2 }
            - { candidate: alba, criterion: price, score: 5 }
      """)

  /// Points of weight by which the price is moved up and down.
  private static let step = 20

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Tender.schema].compactMap { tender in
      let price = (tender[Tender.criteria] ?? []).first { $0[TenderCriterion.id] == "price" }
      guard let price, let weight = price[TenderCriterion.weight], let result = TenderResult(tender),
        let winner = result.ranking.first?.candidate, let breakEven = result.breakEven(of: "price")
      else { return nil }
      for change in [step, -step] {
        guard let moved = Ratio(weight).adding(Ratio(change)), moved >= Ratio(0), moved <= Ratio(100),
          let best = result.winner(weighing: "price", at: moved),
          best.candidate != winner
        else { continue }
        let values = [
          "weight": moved.rounded(1).map(Weights.short) ?? "", "other": best.candidate, "winner": winner,
          "breakEven": breakEven.weight.rounded(1)?.description ?? "",
        ]
        return Finding("changes", at: price.place(of: "weight"), values, of: tender)
      }
      return nil
    }
  }
}
