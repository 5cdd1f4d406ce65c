// Who was asked what the change does to a department's daily work, and what came of it; who was not asked comes first.

import Languages
import Site
import Transition

enum ImpactTable {
  /// A department, and what is known of an effect on it.
  private struct Entry {
    let department: String
    let isConsulted: Bool
    let impact: Record?
  }

  /// Nothing for readers who may not see impacts.
  static func figure(_ map: ProcessGrid, _ context: ComponentContext) -> Figure {
    let entries = map.knowsConsulted ? entries(map, context) : []
    var figure = Figure(
      caption: context.text("impacts-caption"),
      emptyText: map.knowsConsulted && !map.processes.isEmpty ? context.text("no-impacts") : "",
      columns: [
        .init(context.language.title(ofField: "department"), field: nil),
        .init(context.language.title(ofField: "consulted"), field: nil),
        .init(context.language.title(ofField: "process"), field: nil),
        .init(context.language.title(ofField: "severity"), field: nil, isNumber: true),
        .init(context.text("owner"), field: nil),
        .init(context.language.title(ofField: "effect"), field: nil, isBelow: true),
        .init(context.language.title(ofField: "action"), field: nil, isBelow: true),
      ],
      rows: entries.map { row($0, map, context) })
    let missing = map.departments.filter { map.isUnconsulted($0) }.count
    if !entries.isEmpty, missing > 0, let text = context.language.plural("unconsulted-departments", count: missing) {
      figure.notes = [MergedText(text)]
    } else if !entries.isEmpty {
      figure.notes = [MergedText(context.text("all-departments-consulted"))]
    }
    return figure
  }

  /// Departments without an entry and those that were not asked first, then the severest effects.
  private static func entries(_ map: ProcessGrid, _ context: ComponentContext) -> [Entry] {
    let isFiltered = !context.arguments.keys.allSatisfy { ["project", "caption"].contains($0) }
    let asked = TouchedDepartment.consulted(in: context.project)
    let touched = map.departments.map(\.name)
    let ids = Set(map.processes.map(\.record.id))
    let impacts = context.project[Impact.schema].filter { impact in
      guard isFiltered else { return true }
      guard touched.contains(impact[Impact.department] ?? "") else { return false }
      return impact[Impact.process].map { ids.contains($0) } ?? true
    }
    let blank = touched.filter { name in !impacts.contains { $0[Impact.department] == name } }
    let all =
      blank.map { Entry(department: $0, isConsulted: asked.contains($0), impact: nil) }
      + impacts.map { impact in
        let name = impact[Impact.department] ?? ""
        return Entry(department: name, isConsulted: asked.contains(name), impact: impact)
      }
    return all.enumerated().sorted { a, b in
      let (first, second) = (rank(a.element), rank(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  private static func rank(_ entry: Entry) -> Int {
    guard entry.isConsulted else { return entry.impact == nil ? 0 : 1 }
    return 10 - Int(entry.impact?[Impact.severity]?.mantissa ?? 0)
  }

  private static func row(_ entry: Entry, _ map: ProcessGrid, _ context: ComponentContext) -> Figure.Row {
    guard let impact = entry.impact else {
      return Figure.Row(
        record: "",
        cells: [Figure.Cell(context.department(entry.department)), consulted(entry, context)]
          + [Figure.Cell](repeating: Figure.Cell(""), count: 5))
    }
    let process = impact[Impact.process].flatMap { context.project.find($0, in: ServiceProcess.schema) }
    let marks = context.project.processMarks
    return Figure.Row(
      record: impact.id,
      cells: [
        Figure.Cell(context.department(entry.department)), consulted(entry, context),
        process.map { Figure.Cell(context.name(of: $0, mark: marks[$0.id] ?? "")) } ?? Figure.Cell(""),
        severity(impact, context), context.cell(impact, Impact.owner), context.cell(impact, Impact.effect),
        context.cell(impact, Impact.action),
      ])
  }

  /// Whether the department was asked, and when about this.
  private static func consulted(_ entry: Entry, _ context: ComponentContext) -> Figure.Cell {
    guard entry.isConsulted else { return Figure.Cell(context.text("not-consulted"), tone: .bad) }
    guard let impact = entry.impact else { return Figure.Cell(context.text("consulted"), tone: .good) }
    guard impact[Impact.consulted] == true else {
      return Figure.Cell(context.text("not-consulted-here"), tone: .attention)
    }
    guard let day = impact[Impact.date] else { return Figure.Cell(context.text("consulted"), tone: .good) }
    return Figure.Cell(context.text("consulted-on", ["date": context.shortDay(day)]), tone: .good)
  }

  /// Five grades, in a number and a tint.
  private static func severity(_ impact: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let severity = impact[Impact.severity] else { return Figure.Cell("") }
    return context.cell(impact, Impact.severity)
      .tinted(severity.mantissa >= 4 ? .high : severity.mantissa == 3 ? .middle : .low)
  }
}
