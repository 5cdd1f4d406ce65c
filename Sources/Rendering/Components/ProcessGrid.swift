// The grid of departments and processes that the arguments leave, for the drawing and the tables of the process map.

import Languages
import Site
import Transition

struct ProcessGrid {
  struct Process {
    let record: Record
    /// Short, for the heads of columns.
    let mark: String

    var hiddenTasks: [LocalizedText] { record[ServiceProcess.hiddenTasks] ?? [] }
  }

  /// More rows than a drawing holds are in its table only.
  static let mostDrawn = 40

  /// What is handed over first, then what stays.
  let processes: [Process]
  let departments: [TouchedDepartment]
  /// Whether the readers may know who was asked.
  let knowsConsulted: Bool
  private let context: ComponentContext

  init(_ context: ComponentContext, _ parameters: [ComponentParameter]) {
    self.context = context
    let wanted = context.arguments["department"]
    let marks = context.project.processMarks
    let records = context.records(ServiceProcess.schema, parameters).filter { process in
      wanted.map { process.direction(to: $0) != nil } ?? true
    }
    processes = (records.filter { !$0.isRetained } + records.filter(\.isRetained)).map {
      Process(record: $0, mark: marks[$0.id] ?? $0.id)
    }
    departments = TouchedDepartment.all(of: records, in: context.project).filter { wanted == nil || $0.name == wanted }
    knowsConsulted = context.readers >= Impact.schema.audience
  }

  /// Which of the directions there are.
  var directions: [InteractionDirection] {
    let found = Set(
      departments.flatMap { department in processes.compactMap { $0.record.direction(to: department.name) } })
    return InteractionDirection.allCases.filter { found.contains($0) }
  }

  /// Whether the readers are to see that nobody asked it.
  func isUnconsulted(_ department: TouchedDepartment) -> Bool { knowsConsulted && !department.isConsulted }

  /// With the words that nobody asked it, where that is so.
  func name(of department: TouchedDepartment) -> String {
    let name = context.department(department.name)
    return isUnconsulted(department) ? "\(name) (\(context.text("not-consulted-mark")))" : name
  }

  var undrawnNote: String? {
    let undrawn = departments.count - Self.mostDrawn
    return undrawn > 0 ? context.language.plural("rows-not-drawn", count: undrawn) : nil
  }
}
