// V73: criteria of the partnership that the provider heard of before they were agreed.

import Languages
import Syntax

enum CriteriaShared: Rule {
  static let id = "V73"
  static let weight = RuleClass.advice
  static let rationale =
    "The client agrees what it holds to before the provider hears of it; else it negotiates with itself in public."
  static let messages = [
    "early": RuleMessage(
      "\"{id}\" was shared on {shared}, before it was agreed: {agreed}", "correct one of the two days"),
    "unagreed": RuleMessage("\"{id}\" was shared on {shared}, and nothing says that it was agreed", "add agreedOn"),
  ]
  static let example = RuleExample(
    broken: """
      partnershipCriteria.yaml
        - { id: openness, statement: Bad news first, agreedOn: 2025-10-06, sharedWithProvider: ‸2025-09-29 }
      """,
    sound: """
      partnershipCriteria.yaml
        - { id: openness, statement: Bad news first, agreedOn: 2025-05-12, sharedWithProvider: 2025-09-29 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    (context.all[PartnershipValue.schema] + context.all[PartnershipCriterion.schema]).compactMap { record in
      guard let shared = record[PartnershipValue.sharedWithProvider] else { return nil }
      guard let agreed = record[PartnershipValue.agreedOn] else {
        return Finding("unagreed", record, "sharedWithProvider", ["shared": shared.iso])
      }
      guard shared < agreed else { return nil }
      return Finding(
        "early", record, "sharedWithProvider", ["shared": shared.iso, "agreed": agreed.iso],
        related: [.init("agreed here", record.place(of: "agreedOn"))])
    }
  }
}
