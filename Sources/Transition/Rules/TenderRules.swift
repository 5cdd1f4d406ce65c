// V36 to V38: weights that do not add up, scores that are missing or off the scale, candidates that should be out.

import Languages
import Syntax

enum CriteriaWeights: Rule {
  static let id = "V36"
  static let weight = RuleClass.completeness
  static let rationale = "The weights of a tender's criteria are shares of a whole: together they are 100."
  static let messages = [
    "sum": RuleMessage("the weights of \"{id}\" add up to {sum}, not 100", "correct the weights: {weights}")
  ]
  static let example = RuleExample(
    broken: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: ‸60 }, { id: price, weight: 50 }]
      """,
    sound: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: 60 }, { id: price, weight: 40 }]
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Tender.schema].compactMap { tender in
      let criteria = (tender[Tender.criteria] ?? []).filter { $0[TenderCriterion.weight] != nil }
      return Weights.finding("sum", criteria, TenderCriterion.weight, ["id": tender.title], of: tender)
    }
  }
}

enum TenderScores: Rule {
  static let id = "V37"
  static let weight = RuleClass.completeness
  static let rationale =
    "Every candidate that is still in has a score on the scale for every criterion; else totals compare nothing."
  static let messages = [
    "missing": RuleMessage("\"{candidate}\" has no score for \"{criterion}\"", "add it, or write which must it fails"),
    "scale": RuleMessage("the score {score} of \"{candidate}\" is off the scale {min} to {max}", "correct it"),
    "unknown": RuleMessage("\"{criterion}\" is no criterion of the tender", "correct the score's criterion"),
  ]
  static let example = RuleExample(
    broken: """
      providers.yaml
        - { id: alba, side: candidate }
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          scale: { min: 1, max: 5 }
          criteria: [{ id: quality, weight: 60 }, { id: price, weight: 40 }]
          candidates: [alba]
          scores:
            - { candidate: alba, criterion: quality, score: 3 }
            - { candidate: alba, criterion: price, score: ‸6 }
      """,
    sound: """
      providers.yaml
        - { id: alba, side: candidate }
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          scale: { min: 1, max: 5 }
          criteria: [{ id: quality, weight: 60 }, { id: price, weight: 40 }]
          candidates: [alba]
          scores:
            - { candidate: alba, criterion: quality, score: 3 }
            - { candidate: alba, criterion: price, score: 5 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Tender.schema].flatMap { missing($0) + offScale($0) }
  }

  private static func missing(_ tender: Record) -> [Finding] {
    let excluded = TenderResult.excluded(tender)
    let scores = Set(
      (tender[Tender.scores] ?? []).map { [$0[Score.candidate] ?? "", $0[Score.criterion] ?? ""] })
    let criteria = (tender[Tender.criteria] ?? []).compactMap { $0[TenderCriterion.id] }
    let candidates = DanglingReference.references(in: tender.located("candidates"))
    return candidates.filter { !excluded.contains($0.0) }.flatMap { candidate, span in
      criteria.filter { !scores.contains([candidate, $0]) }.map { criterion in
        Finding(
          "missing", at: Place(tender.file, span), ["candidate": candidate, "criterion": criterion], of: tender)
      }
    }
  }

  private static func offScale(_ tender: Record) -> [Finding] {
    let scale = tender[Tender.scale]
    let criteria = Set((tender[Tender.criteria] ?? []).compactMap { $0[TenderCriterion.id] })
    return (tender[Tender.scores] ?? []).flatMap { score -> [Finding] in
      var found: [Finding] = []
      if let criterion = score[Score.criterion], !criteria.isEmpty, !criteria.contains(criterion) {
        found.append(Finding("unknown", at: score.place(of: "criterion"), ["criterion": criterion], of: tender))
      }
      if let value = score[Score.score], let min = scale?[ScoreScale.min], let max = scale?[ScoreScale.max],
        value < min || max < value
      {
        let values = [
          "score": value.description, "candidate": score[Score.candidate] ?? "", "min": min.description,
          "max": max.description,
        ]
        found.append(Finding("scale", at: score.place(of: "score"), values, of: tender))
      }
      return found
    }
  }
}

enum MustCriterionFailed: Rule {
  static let id = "V38"
  static let weight = RuleClass.completeness
  static let rationale = "Who fails what it must meet is out: it is not scored and not ranked."
  static let messages = [
    "ranked": RuleMessage(
      "\"{candidate}\" fails \"{criterion}\" and is scored all the same", "take its scores out, or correct the result")
  ]
  static let example = RuleExample(
    broken: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: 100 }]
          mustCriteria: [{ id: eu, text: Delivery inside the EU }]
          mustResults: [{ candidate: alba, criterion: eu, met: ‸false }]
          scores: [{ candidate: alba, criterion: quality, score: 3 }]
      """,
    sound: """
      tenders.yaml
        - id: t1
          documents: [{ kind: rfp, binding: true }]
          criteria: [{ id: quality, weight: 100 }]
          mustCriteria: [{ id: eu, text: Delivery inside the EU }]
          mustResults: [{ candidate: alba, criterion: eu, met: false }]
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Tender.schema].flatMap { tender -> [Finding] in
      let scored = Set((tender[Tender.scores] ?? []).compactMap { $0[Score.candidate] })
      return (tender[Tender.mustResults] ?? []).compactMap { result in
        guard result[MustResult.met] == false, let candidate = result[MustResult.candidate], scored.contains(candidate)
        else { return nil }
        let values = ["candidate": candidate, "criterion": result[MustResult.criterion] ?? ""]
        return Finding("ranked", at: result.place(of: "met"), values, of: tender)
      }
    }
  }
}
