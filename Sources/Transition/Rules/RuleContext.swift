// What a rule judges: the project as it is known on the as-of day, and the whole of it.

import Languages
import Syntax

package struct RuleContext: Sendable {
  /// As known on the as-of day: what became a fact later is not in it.
  package let project: TransitionProject
  /// With everything that is written.
  package let all: TransitionProject
  package let asOf: AsOf
  /// All records by their ids, known on the day or not.
  let index: RecordIndex
  /// The holidays of the project's calendar, by country.
  let holidays: [String: Set<Day>]
  /// Nil where there is none to compute.
  let businessCase: BusinessCase?

  package init(_ project: TransitionProject, asOf: AsOf) {
    var all = project
    all.proposals = []
    self.all = all
    self.asOf = asOf
    self.project = all.selected(for: Readership(.restricted), asOf: asOf)
    index = RecordIndex(all.allRecords)
    holidays = WorkingDays.holidays(all)
    businessCase = BusinessCase(all)
  }

  /// A record by its id, in one of some collections; known on the day or not.
  func find(_ id: String?, in collections: [String]) -> Record? {
    id.flatMap { index.find($0, in: collections) }
  }

  func find(_ id: String?, _ schema: EntitySchema) -> Record? { id.flatMap { index.find($0, in: schema) } }

  subscript(schema: EntitySchema) -> [Record] { project[schema] }

  /// Whether the plan has been agreed: from then on what is incomplete is an error.
  var isAgreed: Bool { all.isAgreed }

  var type: String? { project.record?[Project.type] }

  func isPast(_ day: Day) -> Bool { asOf.isOver(Period(day)).holds }
  func isReached(_ day: Day) -> Bool { asOf.hasReached(day).holds }

  /// The days on which markets go live: of the project, or of its waves.
  var goLiveDays: [Day] {
    let written = project.record?[Project.goLive]?.entries.compactMap { Day.from($0.value.value) } ?? []
    return written.isEmpty ? self[Wave.schema].compactMap { $0[Wave.goLive] } : written
  }
}

extension TransitionProject {
  /// Whether the plan has been agreed: from then on what is incomplete is an error.
  package var isAgreed: Bool { record?[Project.stage].map { $0 != "draft" } ?? false }
}
