// How many rows each section of a status report may have, so that the whole stays on one page.

import Languages
import Site
import Transition

struct StatusLimits {
  let criteria, milestones, decisions, figures, risks: Int

  private static let most = StatusLimits(criteria: 6, milestones: 5, decisions: 3, figures: 6, risks: 5)
  /// For plans with many phases and long names.
  private static let fewer = StatusLimits(criteria: 5, milestones: 4, decisions: 2, figures: 5, risks: 3)

  /// What a page across holds below its head, in lines of its small type; and what sections take for their titles.
  private static let page = 42
  private static let titles = 12

  static func limits(_ status: ProjectStatus, _ context: ComponentContext) -> StatusLimits {
    most.lines(status, context) <= page ? most : fewer
  }

  /// About how many lines the page takes: the timeline, the tallest of the three places below it, and the risks.
  private func lines(_ status: ProjectStatus, _ context: ComponentContext) -> Int {
    let project = context.project
    let open = project[Milestone.schema].filter { $0[Milestone.actual] == nil }.orderedByDay(Milestone.planned)
    func lines(_ records: [Record], _ limit: Int, _ field: Field<LocalizedText>, _ width: Int) -> Int {
      records.prefix(limit).reduce(0) { sum, record in
        sum + (context.cell(record, field).text.plainText.unicodeScalars.count > width ? 9 : 5)
      }
    }
    // Fifths of a line: a row of one line takes five with its rule, one of two nine.
    let gate = lines(status.gate?.itemsByNeed ?? [], criteria, ReadinessItem.criterion, 44)
    let asked = NextGate.open(in: project)
    let middle = lines(open, milestones, Milestone.name, 36) + lines(asked, decisions, Milestone.name, 36)
    let decided = min(decisions, project[Decision.schema].count { $0[Decision.date] == nil }) * 9
    let measured = lines(project[KPI.schema], figures, KPI.name, 22)
    let lower = min(risks, status.risks.count) * 9
    let phases = min(Timeline.mostPhases, project[Phase.schema].count) * 5
    return Self.titles + (phases + max(gate, middle + decided + 15, measured) + lower) / 5
  }
}
