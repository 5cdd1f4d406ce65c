// What nobody has confirmed yet is shown as such, whatever component shows it.

import Site
import Transition

extension Component {
  /// The figure, with the rows of proposed records marked.
  static func marked(_ context: ComponentContext) -> Figure {
    var figure = figure(context)
    guard let schema = shown(context) else { return figure }
    let proposed = Set(context.project[schema].lazy.filter(\.isProposed).map(\.id))
    let rows = figure.rows.indices.filter { proposed.contains(figure.rows[$0].record) }
    guard !rows.isEmpty else { return figure }
    figure.proposed = Figure.Proposed(
      word: context.text("proposed-mark"), note: context.text("proposed-note"), rows: Set(rows))
    return figure
  }
}
