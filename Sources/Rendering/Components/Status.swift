// `::status`: the status report of the page's project, the same that `staffetta report` writes as a page of its own.

import Markup
import Transition

enum Status: PageComponent {
  static let name = "status"
  static let parameters: [ComponentParameter] = []
  /// Who may see the plan may see its status; each section shows what its readers may see of it.
  static let entity: EntitySchema? = Phase.schema
  static let fields = ["name", "start", "end"]

  static func append(_ context: ComponentContext, to html: inout Markup) {
    StatusMarkup.onPage(StatusReport(context, isOnProjectPage: true)).append(to: &html)
  }
}
