// The list of rules across the records of a project. A new rule is one file in this folder and one line here.

package import Syntax

/// A rule that needs more than one record, or more than one field, to judge.
package protocol Rule: Sendable {
  /// As in the domain's catalogue: `V01`.
  static var id: String { get }
  static func check(_ project: TransitionProject) -> [Diagnostic]
}

package enum Rules {
  package static let all: [any Rule.Type] = [
    DanglingReference.self, DuplicateID.self, ProjectDates.self, DependencyCycle.self, MilestoneDates.self,
    DatesInOrder.self,
  ]

  package static func check(_ project: TransitionProject) -> [Diagnostic] { all.flatMap { $0.check(project) } }
}
