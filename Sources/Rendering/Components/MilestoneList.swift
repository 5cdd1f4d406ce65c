// `::milestone-list`: the milestones in the order of their days, planned and actual.

import Languages
import Site
import Transition

enum MilestoneList: Component {
  static let name = "milestone-list"
  static let parameters: [ComponentParameter] = []
  static let entity: EntitySchema? = Milestone.schema
  static let fields = ["name", "phase", "planned", "actual"]

  static func figure(_ context: ComponentContext) -> Figure {
    let milestones = context.project[Milestone.schema].enumerated().sorted { a, b in
      let (first, second) = (a.element[Milestone.planned], b.element[Milestone.planned])
      if first == second { return a.offset < b.offset }
      guard let first, let second else { return first != nil }
      return first < second
    }
    return Figure(
      caption: context.caption("milestone-list-caption"), emptyText: context.text("no-milestones"),
      columns: [
        .init(context.text("milestone"), field: "name"),
        .init(context.text("phase"), field: "phase"),
        .init(context.text("planned"), field: "planned", isNumber: true),
        .init(context.text("actual"), field: "actual", isNumber: true),
      ],
      rows: milestones.map { row($0.element, context) })
  }

  private static func row(_ milestone: Record, _ context: ComponentContext) -> Figure.Row {
    let name =
      milestone.located("name") == nil
      ? context.cell(milestone, Milestone.publicLabel) : context.cell(milestone, Milestone.name)
    return Figure.Row(
      record: milestone.id,
      cells: [
        name, context.cell(milestone, Milestone.phase), context.cell(milestone, Milestone.planned, format: "long"),
        context.cell(milestone, Milestone.actual, format: "long"),
      ])
  }
}
