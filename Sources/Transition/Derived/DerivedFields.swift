// The list of values that are computed from facts and may be referred to like fields. People type facts, never these.

import Languages

/// A derived value of an entity.
package struct DerivedField: Sendable {
  package let schema: EntitySchema
  package let spec: FieldSpec
  let value: @Sendable (Record) -> Value?
}

package enum DerivedFields {
  package static let all: [DerivedField] = [
    DerivedField(
      schema: Risk.schema,
      spec: FieldSpec(
        name: "score", kind: .integer(1...25), need: .optional, audience: nil, isFact: false,
        summary: "Probability times impact.")
    ) { record in record.riskScore.map { .number(FixedDecimal($0)) } },
    DerivedField(
      schema: KPI.schema,
      spec: FieldSpec(
        name: "last", kind: .number(nil), need: .optional, audience: nil, isFact: false,
        summary: "The latest value of the regular series.")
    ) { record in record.series.last.flatMap { $0[Measurement.value] }.map { .number($0) } },
  ]

  static func named(_ name: String, of schema: EntitySchema) -> DerivedField? {
    all.first { $0.schema === schema && $0.spec.name == name }
  }
}

extension Record {
  /// A risk's score: probability times impact, 1 to 25; nil while one of the two is missing.
  package var riskScore: Int? {
    guard let probability = self[Risk.probability], let impact = self[Risk.impact] else { return nil }
    return Int(probability.mantissa * impact.mantissa)
  }

  /// A KPI's regular series, oldest first: the values of its own frequency that cover every market and channel.
  package var series: [Record] {
    let kind: Period.Kind? =
      switch self[KPI.frequency] {
      case "daily": .day
      case "weekly": .week
      case "quarterly": .quarter
      default: .month
      }
    let regular = (self[KPI.measurements] ?? []).filter {
      $0[Measurement.period]?.kind == kind && $0.located("market") == nil && $0.located("channel") == nil
    }
    return regular.sorted { a, b in
      guard let first = a[Measurement.period], let second = b[Measurement.period] else { return false }
      return first < second
    }
  }
}
