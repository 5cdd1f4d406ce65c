// `::kpi-tree`: objectives, the key figures that measure them, and what those depend on.

import Languages
import Site
import Transition

enum KPITree: Component {
  static let name = "kpi-tree"
  static let group = ComponentGroup.quality
  static let topics = ["S1.1"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(
      name: "objective", kind: .record([Objective.schema.collection]), summary: "Shows the branch of this objective.")
  ]
  static let entity: EntitySchema? = KPI.schema
  static let fields = ["name", "target", "measurements", "kind", "objective", "parent"]

  /// An objective or a key figure, with what hangs on it.
  struct Node {
    /// Nil for the head of what measures no objective.
    let record: Record?
    var children: [Node]

    var isKPI: Bool { record?.schema === KPI.schema }
    /// How many ends it has.
    var leaves: Int { children.isEmpty ? 1 : children.reduce(0) { $0 + $1.leaves } }
    var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
    var figures: Int { children.reduce(isKPI ? 1 : 0) { $0 + $1.figures } }
  }

  static func shown(_ context: ComponentContext) -> [EntitySchema] { [KPI.schema, Objective.schema] }

  static func figure(_ context: ComponentContext) -> Figure {
    let roots = roots(context)
    var figure = Figure(
      caption: context.caption("kpi-tree-caption"), emptyText: context.text("no-kpis"),
      columns: [
        .init(context.text("objective-and-kpi"), field: "name"),
        .init(context.text("target"), field: "target", isNumber: true),
        .init(context.text("last-value"), field: "measurements", isNumber: true),
        .init(context.text("status"), field: nil), .init(context.text("period"), field: "measurements"),
        .init(context.language.title(ofField: "kind"), field: "kind"),
      ],
      rows: roots.flatMap { rows($0, level: 0, context) })
    guard !roots.isEmpty else { return figure }
    let drawing = KPITreeDrawing(roots, context)
    figure.drawings = [drawing.draw()]
    figure.form = .folded(context.text("as-table"))
    figure.notes = context.more(drawing.all, than: drawing.shown)
    return figure
  }

  // MARK: The tree

  private static func roots(_ context: ComponentContext) -> [Node] {
    let kpis = context.project[KPI.schema]
    let wanted = context.arguments["objective"]
    let objectives = ObjectiveProgress.byPriority(context.project[Objective.schema]).filter {
      wanted == nil || $0.id == wanted
    }
    var roots = objectives.map { objective in
      let measures = ObjectiveProgress.measures(objective, in: context.project)
      return Node(record: objective, children: tops(of: measures, kpis).map { node($0, kpis, []) })
    }
    guard wanted == nil else { return roots }
    let placed = Set(roots.flatMap(ids))
    let others = tops(of: kpis.filter { !placed.contains($0.id) }, kpis).map { node($0, kpis, []) }
    guard !others.isEmpty else { return roots }
    // Who may not see the objectives sees the figures alone.
    roots += objectives.isEmpty ? others : [Node(record: nil, children: others)]
    return roots
  }

  /// Those of some figures that are no part of another of them.
  private static func tops(of chosen: [Record], _ all: [Record]) -> [Record] {
    let ids = Set(chosen.map(\.id))
    return chosen.filter { kpi in
      var (passed, parent): (Set<String>, String?) = ([kpi.id], kpi[KPI.parent])
      while let id = parent, passed.insert(id).inserted {
        // In a circle each would be a part of the other: the first one leads.
        if ids.contains(id) { return leads(kpi.id, above: id, all) && chosen.first?.id == kpi.id }
        parent = all.first { $0.id == id }?[KPI.parent]
      }
      return true
    }
  }

  /// Whether one figure is above another.
  private static func leads(_ id: String, above other: String, _ all: [Record]) -> Bool {
    var (passed, parent): (Set<String>, String?) = ([other], all.first { $0.id == other }?[KPI.parent])
    while let next = parent, passed.insert(next).inserted {
      if next == id { return true }
      parent = all.first { $0.id == next }?[KPI.parent]
    }
    return false
  }

  /// Deeper than this nobody reads.
  private static let mostLevels = 8

  private static func node(_ kpi: Record, _ all: [Record], _ above: Set<String>) -> Node {
    let path = above.union([kpi.id])
    let parts = path.count == mostLevels ? [] : all.filter { $0[KPI.parent] == kpi.id && !path.contains($0.id) }
    return Node(record: kpi, children: parts.map { node($0, all, path) })
  }

  private static func ids(_ node: Node) -> [String] {
    (node.isKPI ? [node.record?.id ?? ""] : []) + node.children.flatMap(ids)
  }

  // MARK: In words

  private static func rows(_ node: Node, level: Int, _ context: ComponentContext) -> [Figure.Row] {
    let parts = node.children.flatMap { rows($0, level: level + 1, context) }
    return [Figure.Row(record: node.record?.id ?? "", cells: cells(node, context), level: level)] + parts
  }

  private static func cells(_ node: Node, _ context: ComponentContext) -> [Figure.Cell] {
    let blank = Figure.Cell("")
    guard let record = node.record, node.isKPI else {
      let name = node.record.map { Objectives.title(of: $0, context) }
      let standing = node.record.map { Objectives.standing(of: $0, context) }
      return [
        name ?? Figure.Cell(context.text("kpis-of-no-objective")), blank, blank, standing ?? blank, blank, blank,
      ]
    }
    let last = record.series.last
    let value = last?[Measurement.value]
    return [
      context.cell(record, KPI.name), context.cell(record, KPI.target),
      value == nil ? Figure.Cell(context.text("no-value")) : context.value(value, of: record),
      context.standing(KPIStatus.of(record, in: context.project)), context.period(last),
      context.cell(record, KPI.kind),
    ]
  }
}
