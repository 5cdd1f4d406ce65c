// Who may read something: five ordered levels, and the providers among whom the partner level is divided.

/// Audiences from the widest to the narrowest. What is marked with one is read by it and by all narrower ones.
package enum Audience: String, CaseIterable, Comparable, Sendable {
  /// Anyone: customers, the press.
  case `public`
  /// The providers that take part; each has an edition of its own.
  case partner
  /// Any employee of the client.
  case `internal`
  /// The core project team.
  case team
  /// The board and those who know prices and persons.
  case restricted

  package var level: Int {
    switch self {
    case .public: 0
    case .partner: 1
    case .internal: 2
    case .team: 3
    case .restricted: 4
    }
  }

  package static func < (a: Audience, b: Audience) -> Bool { a.level < b.level }

  package static let names = allCases.map(\.rawValue)
}

/// Who reads an edition: an audience and, in a partner edition, the provider it is for.
package struct Readership: Sendable, Hashable {
  package let audience: Audience
  /// The provider's id; only with audience `partner`.
  package let partner: String?

  package init(_ audience: Audience, partner: String? = nil) {
    self.audience = audience
    self.partner = partner
  }
}
