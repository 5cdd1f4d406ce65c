// What nobody has confirmed yet is shown as such, whatever component shows it.

import Site
import Transition

extension Figure {
  /// The figure, with the rows of those of its records marked that are proposed.
  func marked(_ records: [Record], _ context: ComponentContext) -> Figure {
    marked(where: Set(records.lazy.filter(\.isProposed).map(\.id)), context)
  }

  /// The same, by the ids of what its rows show.
  func marked(where proposed: Set<String>, _ context: ComponentContext) -> Figure {
    let rows = rows.indices.filter { proposed.contains(self.rows[$0].record) }
    guard !rows.isEmpty else { return self }
    var figure = self
    figure.proposed = Proposed(
      word: context.text("proposed-mark"), note: context.text("proposed-note"), rows: Set(rows))
    return figure
  }
}
