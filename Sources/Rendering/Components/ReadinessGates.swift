// `::readiness{gate=m10}`: what must be true at a go/no-go, what was found, and for the team what follows from it.

import Languages
import Markup
import Site
import Transition

enum ReadinessGates: Component {
  static let name = "readiness"
  static let group = ComponentGroup.goLive
  static let topics = ["S4.2"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(
      name: "gate", kind: .record([Milestone.schema.collection]), summary: "The go/no-go; the next one when left out."),
    ComponentParameter(name: "view", kind: .choice(["next", "all"]), summary: "The next go/no-go, or all of them."),
    ComponentParameter(
      name: "area", kind: ComponentParameter.filter(ReadinessItem.area).kind, summary: "Shows criteria of this area."),
    .limit,
  ]
  static let entity: EntitySchema? = Readiness.schema
  static let fields = ["gate", "items", "conditions"]

  static func shown(_ context: ComponentContext) -> [EntitySchema] { [Readiness.schema, Milestone.schema] }

  static func figure(_ context: ComponentContext) -> Figure {
    let gates = gates(context)
    let items = gates.map { self.items($0, context) }
    let columns = ReadinessColumns(items.flatMap(\.self), context)
    let rows = zip(gates, items).flatMap { gate, items in
      items.isEmpty ? [] : [columns.head(gate)] + items.map { columns.row($0, gate) }
    }
    var figure = Figure(
      caption: caption(gates, context), emptyText: emptyText(gates, context), columns: columns.columns,
      rows: rows)
    guard !rows.isEmpty else { return figure }
    figure.drawings = [drawing(Array(zip(gates, items)), caption: figure.caption, context)]
    figure.notes = conditions(gates, context)
    return figure
  }

  /// What a single gate is called, else the project.
  private static func caption(_ gates: [NextGate], _ context: ComponentContext) -> String {
    guard gates.count == 1 else { return context.caption("readiness-caption") }
    return context.text("readiness-caption", ["project": context.name(of: gates[0]).text])
  }

  // MARK: Which

  /// The one that is asked for, all in their order, or the next.
  private static func gates(_ context: ComponentContext) -> [NextGate] {
    let project = context.project
    if let id = context.arguments["gate"] {
      return project.find(id, in: Milestone.schema).map { [NextGate($0, in: project)] } ?? []
    }
    if context.arguments["view"] == "all" {
      return NextGate.all(in: project).orderedByDay(Milestone.planned).map { NextGate($0, in: project) }
    }
    return NextGate(project).map { [$0] } ?? []
  }

  private static func items(_ gate: NextGate, _ context: ComponentContext) -> [Record] {
    let area = context.arguments["area"]
    return context.limited(gate.itemsByNeed.filter { area == nil || $0[ReadinessItem.area] == area })
  }

  private static func emptyText(_ gates: [NextGate], _ context: ComponentContext) -> String {
    if gates.isEmpty {
      let hasGates = !NextGate.all(in: context.project).isEmpty && context.arguments["gate"] == nil
      return context.text(hasGates ? "no-gate" : "no-gates")
    }
    guard gates.count == 1, context.arguments["area"] == nil else { return context.text("no-gate-criteria") }
    let name = context.cell(gates[0].milestone, Milestone.name).text.plainText
    return context.text("gate-without-criteria", ["gate": name])
  }

  // MARK: How far

  /// Every criterion as a sign: a line for each area, or for each gate where there are several.
  private static func drawing(
    _ gates: [(NextGate, [Record])], caption: String, _ context: ComponentContext
  ) -> Markup {
    var rows: [SignRows.Row] = []
    if gates.count == 1, let items = gates.first?.1 {
      for area in areas(items) {
        let here = items.filter { ($0[ReadinessItem.area] ?? "") == area }
        let name = area.isEmpty ? context.text("area-other") : context.format.word(area, ReadinessItem.area.spec)
        rows.append(row(MergedText(name), here, context))
      }
    } else {
      rows = gates.filter { !$0.1.isEmpty }.map { gate, items in
        row(context.cell(gate.milestone, Milestone.name).text, items, context)
      }
    }
    let legend: [(Figure.Tone, String)] = [
      (.good, context.text("criterion-met")), (.attention, context.text("criterion-unmet")),
      (.bad, context.text("criterion-unmet-must")), (.open, context.text("criterion-open")),
    ]
    return SignRows(rows, legend).draw(title: caption, language: context.language.tag)
  }

  /// The areas in the order of the list of their names.
  private static func areas(_ items: [Record]) -> [String] {
    guard case .choice(let names) = ReadinessItem.area.spec.kind else { return [] }
    return (names + [""]).filter { name in items.contains { ($0[ReadinessItem.area] ?? "") == name } }
  }

  private static func row(_ name: MergedText, _ items: [Record], _ context: ComponentContext) -> SignRows.Row {
    let tones = items.map { ReadinessColumns.tone(of: $0) }
    let met = context.text(
      "criteria-met-of",
      ["n": context.language.number(tones.count { $0 == .good }), "of": context.language.number(tones.count)])
    return SignRows.Row(name: name, signs: tones, count: met)
  }

  // MARK: Conditions

  /// What a conditional go demands, once it is known to be one, for those who may know the verdict.
  private static func conditions(_ gates: [NextGate], _ context: ComponentContext) -> [MergedText] {
    guard context.readers >= .team else { return [] }
    return gates.flatMap { gate -> [MergedText] in
      let name = gates.count == 1 ? "" : context.cell(gate.milestone, Milestone.name).text.plainText + ": "
      let conditional = gate.lists.filter { ReadinessVerdict.of($0, in: context.project) == "conditional" }
      return conditional.flatMap { $0[Readiness.conditions] ?? [] }.map { condition in
        let text = context.format.localized(condition).text
        return MergedText(name + context.text("gate-condition", ["condition": text]))
      }
    }
  }
}
