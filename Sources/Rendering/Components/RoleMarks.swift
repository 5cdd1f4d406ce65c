// Short marks for roles, where their titles would be too wide: their ids, or the first letters of these.

import Transition

/// One mark for each role, unlike all others.
struct RoleMarks {
  /// Longer ids are cut down to their first letters.
  private static let longest = 4
  private var marks: [String: String] = [:]

  init(_ roles: [String]) {
    var taken: Set<String> = []
    for role in roles where marks[role] == nil {
      let short = Self.short(role)
      var (mark, number) = (short, 1)
      while !taken.insert(mark).inserted {
        number += 1
        mark = short + String(number)
      }
      marks[role] = mark
    }
  }

  func of(_ role: String) -> String { marks[role] ?? Self.short(role) }

  private static func short(_ id: String) -> String {
    guard id.unicodeScalars.count > longest else { return id.uppercased() }
    let words = id.split(separator: "-")
    guard words.count > 1 else { return String(id.unicodeScalars.prefix(3)).uppercased() }
    return String(words.prefix(longest).compactMap(\.unicodeScalars.first).map(String.init).joined()).uppercased()
  }
}
