// Who takes part in what: how many things each role answers for, does, is asked about and is told of; what is missing.

import Languages

/// The part that a role has in a row of the responsibility matrix.
package enum RACIPart: String, CaseIterable, Sendable {
  case accountable = "A"
  case responsible = "R"
  case consulted = "C"
  case informed = "I"

  package var field: Field<[String]> {
    switch self {
    case .accountable: RACI.accountable
    case .responsible: RACI.responsible
    case .consulted: RACI.consulted
    case .informed: RACI.informed
    }
  }
}

/// What is wrong with a row: exactly one role answers, at least one does the work.
package enum RACIGap: Sendable {
  case nobodyAccountable, severalAccountable, nobodyResponsible

  package static func of(_ row: Record) -> [RACIGap] {
    let accountable = row[RACI.accountable] ?? []
    var gaps: [RACIGap] = []
    if accountable.isEmpty { gaps.append(.nobodyAccountable) }
    if accountable.count > 1 { gaps.append(.severalAccountable) }
    if (row[RACI.responsible] ?? []).isEmpty { gaps.append(.nobodyResponsible) }
    return gaps
  }
}

/// The load of the roles in a responsibility matrix.
package struct RACILoad: Sendable {
  /// Who answers for more than this answers for none of them in time.
  package static let mostAccountabilities = 6

  private var counts: [String: [RACIPart: Int]] = [:]

  package init(_ rows: [Record]) {
    for row in rows {
      for part in RACIPart.allCases {
        for role in row[part.field] ?? [] { counts[role, default: [:]][part, default: 0] += 1 }
      }
    }
  }

  package func count(_ part: RACIPart, of role: String) -> Int { counts[role]?[part] ?? 0 }

  package func isTooMuch(for role: String) -> Bool { count(.accountable, of: role) > Self.mostAccountabilities }

  /// Whether a role answers for something and nobody stands in.
  package func lacksBackup(_ role: Record) -> Bool {
    count(.accountable, of: role.id) > 0 && role[Role.backup] == nil
  }

  /// The parts that a role has in a row.
  package static func parts(of role: String, in row: Record) -> [RACIPart] {
    RACIPart.allCases.filter { (row[$0.field] ?? []).contains(role) }
  }

  /// All roles that a row names, each once.
  package static func roles(in row: Record) -> [String] {
    var roles: [String] = []
    for part in RACIPart.allCases {
      for role in row[part.field] ?? [] where !roles.contains(role) { roles.append(role) }
    }
    return roles
  }
}
