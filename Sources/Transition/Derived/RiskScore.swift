// A risk's score, before and after mitigation, and what class that is.

import Languages

package enum RiskScore {
  /// From this score on a risk needs a trigger, a mitigation and a contingency.
  package static let medium = 8
  /// From this score on a risk is high, and looked at every month.
  package static let high = 15

  static let score = DerivedField(Risk.schema, "score", .integer(1...25), "Probability times impact.") { risk, _ in
    risk.riskScore.map { .number(FixedDecimal($0)) }
  }

  static let level = DerivedField(
    Risk.schema, "level", .choice(["low", "medium", "high"]), "The class of the score: medium from 8, high from 15."
  ) { risk, _ in
    risk.riskScore.map { .text($0 >= high ? "high" : $0 >= medium ? "medium" : "low") }
  }

  static let residual = DerivedField(
    Risk.schema, "residualScore", .integer(1...25), "Probability times impact after mitigation."
  ) { risk, _ in
    risk.residualScore.map { .number(FixedDecimal($0)) }
  }
}

extension Record {
  /// A risk's score: probability times impact, 1 to 25; nil while one of the two is missing.
  package var riskScore: Int? {
    guard let probability = self[Risk.probability], let impact = self[Risk.impact] else { return nil }
    return Int(probability.mantissa * impact.mantissa)
  }

  /// The same after mitigation.
  package var residualScore: Int? {
    guard let residual = self[Risk.residual], let probability = residual[Residual.p], let impact = residual[Residual.i]
    else { return nil }
    return Int(probability.mantissa * impact.mantissa)
  }

  /// Where a risk stands on the as-of day: what is typed, as far as it held then; else whether it had occurred.
  package var riskStatus: String { self[Risk.status] ?? (self[Risk.occurred] == nil ? "open" : "occurred") }
}
