// `::change-log{since=2026-03-01}`: what was changed in the plan, the scope or the way of working, and who approved it.

import Languages
import Site
import Transition

enum ChangeLog: Component {
  static let name = "change-log"
  static let group = ComponentGroup.log
  static let topics = ["S1.10"]
  static let parameters: [ComponentParameter] = [
    .filter(ChangeEntry.requestedBy, as: "requested-by"), .filter(ChangeEntry.approvedBy, as: "approved-by"), Log.since,
    .limit,
  ]
  static let entity: EntitySchema? = ChangeEntry.schema
  static let fields = ["what", "date", "why", "requestedBy", "approvedBy", "affects", "version"]

  static func figure(_ context: ComponentContext) -> Figure {
    let log = Log(context: context) { $0[ChangeEntry.date] }
    return log.figure(
      "change-log-caption", emptyText: "change-log-empty",
      of: log.entries(context.records(ChangeEntry.schema, parameters)),
      [
        RecordColumn(ChangeEntry.what, context, title: context.text("change-log-change")),
        RecordColumn(day: ChangeEntry.date, context, title: context.text("log-day")),
        RecordColumn(ChangeEntry.why, context), RecordColumn(ChangeEntry.requestedBy, context),
        RecordColumn(ChangeEntry.approvedBy, context),
        RecordColumn(context.language.title(ofField: "affects"), field: "affects") { record in
          Figure.Cell(context.names(ofAny: record[ChangeEntry.affects] ?? []).joined(separator: " · "))
        },
        RecordColumn(ChangeEntry.version, context),
      ])
  }
}
