// `::process-map`: which departments processes touch and which way, what was always done on the side, who was asked.

import Languages
import Site
import Transition

enum ProcessMap: PageComponent {
  static let name = "process-map"
  static let group = ComponentGroup.knowledge
  static let topics = ["S1.4", "S3.9", "S3.10"]
  static let parameters: [ComponentParameter] = [
    .filter(ServiceProcess.criticality), .filter(ServiceProcess.outsourceable), .filter(ServiceProcess.owner),
    ComponentParameter(
      name: "department", kind: .text("the name of a department, as processes.yaml has it"),
      summary: "Shows what touches this department."),
  ]
  static let entity: EntitySchema? = ServiceProcess.schema
  static let fields = [
    "name", "criticality", "outsourceable", "outsourceableReason", "fate", "interactions", "hiddenTasks", "owner",
  ]
  static let tables = ["", "processes", "hidden-tasks", "departments"]

  static func shown(_ context: ComponentContext) -> [EntitySchema] { [ServiceProcess.schema, Impact.schema] }

  static func figures(_ context: ComponentContext) -> [Figure] {
    let map = ProcessGrid(context, parameters)
    return [grid(map, context), processes(map, context), hiddenTasks(map, context), ImpactTable.figure(map, context)]
  }

  // MARK: Departments and processes

  private static func grid(_ map: ProcessGrid, _ context: ComponentContext) -> Figure {
    var figure = Figure(
      caption: context.caption("process-map-caption"),
      emptyText: context.text(context.project[ServiceProcess.schema].isEmpty ? "no-processes" : "no-such-processes"),
      columns: [.init(context.language.title(ofField: "department"), field: "interactions")]
        + map.processes.map { .init($0.mark, field: "interactions") },
      rows: map.processes.isEmpty ? [] : map.departments.map { row($0, map, context) } + [sums(map, context)])
    guard !map.processes.isEmpty else { return figure }
    figure.drawings = ProcessMapDrawing.draw(map, title: figure.caption, context)
    figure.form = .folded(context.text("as-table"))
    figure.notes = notes(map, context)
    return figure
  }

  private static func row(
    _ department: TouchedDepartment, _ map: ProcessGrid, _ context: ComponentContext
  ) -> Figure.Row {
    let cells = map.processes.map { process in
      Figure.Cell(process.record.direction(to: department.name).map { "\($0.arrow) \(context.word($0))" } ?? "")
    }
    return Figure.Row(record: "", cells: [Figure.Cell(map.name(of: department))] + cells)
  }

  private static func sums(_ map: ProcessGrid, _ context: ComponentContext) -> Figure.Row {
    let counts = map.processes.map { process in
      let count = process.hiddenTasks.count
      return Figure.Cell(context.language.number(count), FixedDecimal(count))
    }
    return Figure.Row(
      record: "", cells: [Figure.Cell(context.language.title(ofField: "hiddenTasks"))] + counts, isTotal: true)
  }

  private static func notes(_ map: ProcessGrid, _ context: ComponentContext) -> [MergedText] {
    let silent = map.processes.filter { $0.record.interactionList.isEmpty }.map(\.mark)
    let isSilent = silent.isEmpty ? nil : context.language.list(silent)
    let note = isSilent.map { context.text("processes-touching-none", ["processes": $0]) }
    return [note, map.undrawnNote].compactMap(\.self).map { MergedText($0) }
  }

  // MARK: The processes

  /// What the marks of the grid stand for.
  private static func processes(_ map: ProcessGrid, _ context: ComponentContext) -> Figure {
    let marks = context.project.processMarks
    return context.figure(
      context.text("process-list-caption"), emptyText: "", of: map.processes.map(\.record),
      [
        RecordColumn(context.language.title(ofField: "process"), field: "name") { process in
          Figure.Cell(context.name(of: process, mark: marks[process.id] ?? ""))
        },
        RecordColumn(ServiceProcess.criticality, context) { context.criticality($0) },
        RecordColumn(ServiceProcess.outsourceable, context) { process in
          var cell = context.cell(process, ServiceProcess.outsourceable)
          if process.isRetained { cell = cell.explained(MergedText(context.text("process-retained"))) }
          return cell
        },
        RecordColumn(ServiceProcess.fate, context),
        RecordColumn(ServiceProcess.owner, context),
      ])
  }

  // MARK: Hidden tasks

  private static func hiddenTasks(_ map: ProcessGrid, _ context: ComponentContext) -> Figure {
    let rows = map.processes.flatMap { process in
      process.hiddenTasks.map { task in
        let departments = process.record.interactionList.compactMap { $0[Interaction.department] }.uniqued
        return Figure.Row(
          record: process.record.id,
          cells: [
            Figure.Cell(context.name(of: process.record, mark: process.mark)),
            Figure.Cell(context.format.localized(task)),
            Figure.Cell(context.language.list(departments.map { context.department($0) })),
          ])
      }
    }
    var figure = Figure(
      caption: context.text("hidden-tasks-caption"),
      emptyText: map.processes.isEmpty ? "" : context.text("no-hidden-tasks"),
      columns: [
        .init(context.language.title(ofField: "process"), field: "name"),
        .init(context.text("hidden-task"), field: "hiddenTasks"),
        .init(context.text("departments"), field: "interactions"),
      ],
      rows: rows)
    if let text = context.language.plural("hidden-tasks", count: rows.count), !rows.isEmpty {
      figure.notes = [MergedText(text)]
    }
    return figure
  }
}

extension [String] {
  /// Each once, in the order of their first.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
