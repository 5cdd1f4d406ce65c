// `::status`: the status report of the page's project, the same that `staffetta report` writes as a page of its own.

import Markup
import Transition

enum Status: PageComponent {
  static let name = "status"
  static let group = ComponentGroup.plan
  static let topics = ["S0.6", "S0.9"]
  static let parameters: [ComponentParameter] = []
  static let sharedParameters = [ComponentParameter.project]
  static let tables: [String] = []
  /// Who may see the plan may see its status; each section shows what its readers may see of it.
  static let entity: EntitySchema? = Phase.schema
  static let fields = ["name", "start", "end"]

  /// The lights; what stands below them are figures of other components.
  static func figures(_ context: ComponentContext) -> [Figure] {
    let report = StatusReport(context, isOnProjectPage: true)
    let lights = report.emptyText == nil ? [report.summary.overall] + report.summary.lights : []
    return [
      Figure(
        caption: report.title, emptyText: report.emptyText ?? "",
        columns: [
          .init(context.text("status-area"), field: nil), .init(context.text("status"), field: nil),
          .init(context.text("status-reason"), field: nil),
        ],
        rows: lights.map { light in
          Figure.Row(
            record: "",
            cells: [Figure.Cell(light.name), Figure.Cell(light.word, tone: light.tone), Figure.Cell(light.reason)])
        })
    ]
  }

  static func append(_ context: ComponentContext, figures: () -> [Figure], to html: inout Markup) {
    StatusMarkup.onPage(StatusReport(context, isOnProjectPage: true)).append(to: &html)
  }
}
