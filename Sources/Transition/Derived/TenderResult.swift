// A tender weighed: totals, rank, and the weight of a criterion at which another candidate would win.

import Languages

package struct TenderResult: Sendable {
  static let winnerField = DerivedField(
    Tender.schema, "winner", .reference(["providers"]), "The candidate with the highest total."
  ) { tender, _ in TenderResult(tender)?.ranking.first.map { .reference($0.candidate) } }

  package struct Total: Sendable {
    package let candidate: String
    package let total: Ratio
  }

  /// Highest total first; equal ones in the order of the candidates. Candidates that fail a must criterion have none.
  package let ranking: [Total]
  /// A candidate's mean score by criterion.
  private let means: [String: [String: Ratio]]
  package let weights: [(criterion: String, weight: Ratio)]

  /// Nil when a total cannot be computed: a score or a weight is missing.
  package init?(_ tender: Record) {
    weights = (tender[Tender.criteria] ?? []).compactMap { criterion in
      guard let id = criterion[TenderCriterion.id], let weight = criterion[TenderCriterion.weight] else { return nil }
      return (id, Ratio(weight))
    }
    means = Self.means(tender)
    let excluded = Self.excluded(tender)
    var totals: [Total] = []
    for candidate in tender[Tender.candidates] ?? [] where !excluded.contains(candidate) {
      guard let total = Self.total(means[candidate] ?? [:], weights) else { return nil }
      totals.append(Total(candidate: candidate, total: total))
    }
    let order = totals.enumerated().sorted { a, b in
      a.element.total == b.element.total ? a.offset < b.offset : b.element.total < a.element.total
    }
    ranking = order.map(\.element)
    if weights.isEmpty || ranking.isEmpty { return nil }
  }

  /// Candidates that do not meet what they must.
  package static func excluded(_ tender: Record) -> Set<String> {
    Set(
      (tender[Tender.mustResults] ?? []).filter { $0[MustResult.met] == false }
        .compactMap { $0[MustResult.candidate] })
  }

  /// The must criteria that a candidate fails.
  package static func failed(_ tender: Record, by candidate: String) -> [Record] {
    (tender[Tender.mustResults] ?? []).filter { $0[MustResult.met] == false && $0[MustResult.candidate] == candidate }
  }

  /// The candidate that the decision about the award names; else the incoming provider. Nil without that decision.
  package static func awarded(_ tender: Record, in project: TransitionProject) -> String? {
    guard let decision = tender[Tender.award].flatMap({ project.find($0, in: Decision.schema) }) else { return nil }
    let candidates = tender[Tender.candidates] ?? []
    let named = decision.located("affects").flatMap { [String].from($0.value) } ?? []
    let incoming = project.record?[Project.incoming] ?? []
    return (named + incoming).first { candidates.contains($0) }
  }

  /// 1 for the highest total; equal totals have the same rank. Nil for candidates that have none.
  package func rank(of candidate: String) -> Int? {
    guard let own = ranking.first(where: { $0.candidate == candidate }) else { return nil }
    return 1 + ranking.count { own.total < $0.total }
  }

  /// What a criterion adds to a candidate's total: its score by its share of all weights.
  package func contribution(of criterion: String, to candidate: String) -> Ratio? {
    guard let weight = weights.first(where: { $0.criterion == criterion })?.weight,
      let score = means[candidate]?[criterion], let all = Ratio.sum(weights.map(\.weight))
    else { return nil }
    return score.multiplied(by: weight)?.divided(by: all)
  }

  /// Scores by candidate and criterion: the mean of those who scored.
  package static func means(_ tender: Record) -> [String: [String: Ratio]] {
    var scores: [String: [String: [Ratio]]] = [:]
    for score in tender[Tender.scores] ?? [] {
      guard let candidate = score[Score.candidate], let criterion = score[Score.criterion],
        let value = score[Score.score]
      else { continue }
      scores[candidate, default: [:]][criterion, default: []].append(Ratio(value))
    }
    return scores.mapValues { byCriterion in
      byCriterion.compactMapValues { Ratio.sum($0)?.divided(by: Ratio($0.count)) }
    }
  }

  private static func total(_ means: [String: Ratio], _ weights: [(criterion: String, weight: Ratio)]) -> Ratio? {
    let sum = Ratio.sum(weights.map { means[$0.criterion]?.multiplied(by: $0.weight) })
    return Ratio.sum(weights.map(\.weight)).flatMap { all in sum?.divided(by: all) }
  }

  /// The best candidate with another weight (percent) for one criterion; the winner of today before its equals.
  package func winner(weighing criterion: String, at percent: Ratio) -> Total? {
    totals(weighing: criterion, at: percent).reduce(nil) { best, next in
      best.map { $0.total < next.total ? next : $0 } ?? next
    }
  }

  /// Totals with another weight (percent) for one criterion; the others keep their proportions.
  package func totals(weighing criterion: String, at percent: Ratio) -> [Total] {
    ranking.compactMap { entry in
      guard let (own, rest) = parts(of: entry.candidate, criterion), let share = percent.divided(by: Ratio(100)),
        let other = Ratio(1).subtracting(share), let first = own.multiplied(by: share),
        let second = rest.multiplied(by: other)
      else { return nil }
      return first.adding(second).map { Total(candidate: entry.candidate, total: $0) }
    }
  }

  /// The weight (percent) at which the winner and another candidate are equal, nearest to the weight of today; nil
  /// when the winner wins at every weight.
  package func breakEven(of criterion: String) -> (weight: Ratio, candidate: String)? {
    guard let winner = ranking.first, let (own, rest) = parts(of: winner.candidate, criterion),
      let today = weights.first(where: { $0.criterion == criterion })?.weight
    else { return nil }
    var nearest: (weight: Ratio, candidate: String)?
    for other in ranking.dropFirst() {
      guard let (theirs, theirRest) = parts(of: other.candidate, criterion),
        let lead = rest.subtracting(theirRest), let gain = theirs.subtracting(own), let slope = lead.adding(gain),
        let weight = lead.divided(by: slope)?.multiplied(by: Ratio(100)), weight >= Ratio(0), weight <= Ratio(100)
      else { continue }
      if nearest.map({ distance(weight, today) < distance($0.weight, today) }) ?? true {
        nearest = (weight, other.candidate)
      }
    }
    return nearest
  }

  private func distance(_ a: Ratio, _ b: Ratio) -> Ratio {
    (a < b ? b.subtracting(a) : a.subtracting(b)) ?? Ratio(100)
  }

  /// A candidate's score in one criterion, and its total over the others.
  private func parts(of candidate: String, _ criterion: String) -> (own: Ratio, rest: Ratio)? {
    let others = weights.filter { $0.criterion != criterion }
    guard let means = means[candidate], let own = means[criterion], let rest = Self.total(means, others) else {
      return nil
    }
    return (own, rest)
  }
}
