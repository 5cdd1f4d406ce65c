// One field of an entity: a single declaration that decodes it, types it, checks it, hides it and documents it.

import Languages

/// How much a record needs a field.
package enum Need: Sendable {
  /// Absence is an error: nothing sensible can be said without it.
  case required
  /// Needed to be meaningful; its absence is a finding about completeness.
  case expected
  case optional
}

/// A field without its Swift type: what the reader, the schema export and the tests walk.
package struct FieldSpec: Sendable {
  package let name: String
  package let kind: FieldKind
  package let need: Need
  /// The widest audience that may see it, where that is narrower than the record's own.
  package let audience: Audience?
  /// The field says what has happened; hidden when that lies after the as-of day.
  package let isFact: Bool
  /// Fields with the day since when the value holds, the first that is written counts; hidden before that day.
  package let since: [String]
  package let summary: String

  package init(
    _ name: String, _ kind: FieldKind, _ need: Need, audience: Audience? = nil, isFact: Bool = false,
    since: [String] = [], _ summary: String
  ) {
    self.name = name
    self.kind = kind
    self.need = need
    self.audience = audience
    self.isFact = isFact
    self.since = since
    self.summary = summary
  }

  /// An optional field.
  package init(
    _ name: String, _ kind: FieldKind, audience: Audience? = nil, isFact: Bool = false, since: [String] = [],
    _ summary: String
  ) {
    self.init(name, kind, .optional, audience: audience, isFact: isFact, since: since, summary)
  }
}

/// A field with the type of its value, so that `record[Milestone.planned]` is a `Day?`.
package struct Field<Value: FieldValue>: Sendable {
  package let spec: FieldSpec

  package init(
    _ name: String, _ kind: FieldKind, _ need: Need, audience: Audience? = nil, isFact: Bool = false,
    since: [String] = [], _ summary: String
  ) {
    spec = FieldSpec(name, kind, need, audience: audience, isFact: isFact, since: since, summary)
  }

  /// An optional field.
  package init(
    _ name: String, _ kind: FieldKind, audience: Audience? = nil, isFact: Bool = false, since: [String] = [],
    _ summary: String
  ) {
    self.init(name, kind, .optional, audience: audience, isFact: isFact, since: since, summary)
  }
}
