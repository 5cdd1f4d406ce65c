// `::raci{role=tl}`: who does, answers for, is asked about and is told of each thing, and the load of each role.

import Languages
import Markup
import Site
import Transition

enum RACIMatrix: PageComponent {
  static let name = "raci"
  static let group = ComponentGroup.people
  static let topics = ["S0.3"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(
      name: "role", kind: .record([Role.schema.collection]), summary: "Shows things in which this role takes part."),
    ComponentParameter(
      name: "kind", kind: .choice(["deliverable", "process", "task", "other"]), summary: "Shows things of this kind."),
    .limit,
  ]
  static let entity: EntitySchema? = RACI.schema
  static let fields = ["item", "R", "A", "C", "I"]
  static let tables = ["matrix", "workload"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let rows = context.limited(rows(context))
    let named = rows.flatMap { RACILoad.roles(in: $0) }
    let known = context.project[Role.schema].map(\.id)
    let others = named.filter { !known.contains($0) }
    var roles: [String] = []
    for role in known.filter({ named.contains($0) }) + others where !roles.contains(role) { roles.append(role) }
    let marks = RoleMarks(roles)
    return [matrix(rows, roles, marks, context), workload(roles, marks, context)]
  }

  private static func rows(_ context: ComponentContext) -> [Record] {
    context.project[RACI.schema].filter { row in
      let isOfKind = context.arguments["kind"].map { $0 == kind(of: row, context) } ?? true
      return isOfKind && (context.arguments["role"].map { RACILoad.roles(in: row).contains($0) } ?? true)
    }
  }

  private static func kind(of row: Record, _ context: ComponentContext) -> String {
    guard let item = row[RACI.item], case .reference(let id) = item.value else { return "other" }
    let kinds = [
      ("deliverable", Deliverable.schema), ("process", ServiceProcess.schema), ("task", TransitionTask.schema),
    ]
    return kinds.first { context.project.find(id, in: $0.1) != nil }?.0 ?? "other"
  }

  // MARK: The matrix

  private static func matrix(
    _ rows: [Record], _ roles: [String], _ marks: RoleMarks, _ context: ComponentContext
  ) -> Figure {
    // What is hidden from other readers would be a gap to them.
    let maySeeGaps = context.mayAskFor(RACI.schema) && context.readers >= .team
    let hasGaps = maySeeGaps && rows.contains { !RACIGap.of($0).isEmpty }
    var columns: [Figure.Column] = [.init(context.language.title(ofField: "item"), field: "item")]
    columns += roles.map { .init(marks.of($0), field: nil) }
    if hasGaps { columns.append(.init(context.text("raci-gap"), field: nil)) }
    var figure = Figure(
      caption: context.caption("raci-caption"), emptyText: emptyText(context), columns: columns,
      rows: rows.map { row in
        let parts = roles.map { cell(RACILoad.parts(of: $0, in: row), context) }
        return Figure.Row(
          record: row.id, cells: [context.cell(row, RACI.item)] + parts + (hasGaps ? [gaps(of: row, context)] : []))
      })
    figure.form = .grid
    let legend = RACIPart.allCases.map { context.language.title(ofField: $0.rawValue) }
    figure.notes = [MergedText(legend.joined(separator: " · "))]
    if maySeeGaps, !hasGaps { figure.notes.append(MergedText(context.text("raci-no-gaps"))) }
    return figure
  }

  private static func emptyText(_ context: ComponentContext) -> String {
    context.text(context.project[RACI.schema].isEmpty ? "no-raci" : "no-such-raci")
  }

  private static func cell(_ parts: [RACIPart], _ context: ComponentContext) -> Figure.Cell {
    guard !parts.isEmpty else { return Figure.Cell("") }
    let letters = parts.map(\.rawValue).joined(separator: ", ")
    let description = parts.map { context.language.title(ofField: $0.rawValue) }.joined(separator: ", ")
    return Figure.Cell(MergedText(letters), drawing: RACIMark.draw(parts, description: description))
  }

  private static func gaps(of row: Record, _ context: ComponentContext) -> Figure.Cell {
    let words = RACIGap.of(row).map { gap in
      switch gap {
      case .nobodyAccountable: context.text("raci-nobody-accountable")
      case .severalAccountable: context.text("raci-several-accountable")
      case .nobodyResponsible: context.text("raci-nobody-responsible")
      }
    }
    return words.isEmpty ? Figure.Cell("") : Figure.Cell(words.joined(separator: ", "), tone: .bad)
  }

  // MARK: The load

  /// Of all things, also where only some are shown above: the most accountabilities first.
  private static func workload(_ roles: [String], _ marks: RoleMarks, _ context: ComponentContext) -> Figure {
    let load = RACILoad(context.project[RACI.schema])
    func counts(_ role: String) -> (Int, Int) {
      (load.count(.accountable, of: role), load.count(.responsible, of: role))
    }
    let sorted = roles.enumerated().sorted { a, b in
      let (first, second) = (counts(a.element), counts(b.element))
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
    let parts = RACIPart.allCases.map { part in
      Figure.Column(part.rawValue, field: part.rawValue, isNumber: true)
    }
    return Figure(
      caption: context.caption("raci-load-caption"), emptyText: "",
      columns: [.init(context.text("role"), field: nil), .init(context.text("raci-mark"), field: nil)] + parts
        + [.init(context.text("raci-load"), field: nil)],
      rows: sorted.map { role in
        let numbers = RACIPart.allCases.map { part in
          let count = load.count(part, of: role)
          return Figure.Cell(context.language.number(count), FixedDecimal(count))
        }
        let most = context.language.number(RACILoad.mostAccountabilities)
        let hint = load.isTooMuch(for: role) ? context.text("raci-too-much", ["n": most]) : ""
        return Figure.Row(
          record: role,
          cells: [Figure.Cell(context.format.name(of: role, RACI.accountable.spec)), Figure.Cell(marks.of(role))]
            + numbers + [hint.isEmpty ? Figure.Cell("") : Figure.Cell(hint, tone: .attention)])
      }
    ).withoutEmptyColumns()
  }
}
