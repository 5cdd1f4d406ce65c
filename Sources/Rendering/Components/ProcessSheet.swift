// `::process-sheet{process=pr01}`: one process as a black box, then what those who take it over must know.

import Languages
import Markup
import Site
import Syntax
import Transition

enum ProcessSheet: PageComponent {
  static let name = "process-sheet"
  static let group = ComponentGroup.knowledge
  static let topics = ["S1.7"]
  static let parameters: [ComponentParameter] = [
    ComponentParameter(
      name: "process", kind: .record([ServiceProcess.schema.collection]), summary: "The process it is about.")
  ]
  static let entity: EntitySchema? = ServiceProcess.schema
  static let fields = [
    "name", "valueLine", "description", "trigger", "inputs", "outputs", "owner", "volumePerYear", "ahtSeconds",
    "channels", "markets", "languages", "criticality", "outsourceable", "outsourceableReason", "fate", "adaptability",
    "interactions", "interactionsReason", "contingency", "openCaseRule", "hiddenTasks", "documents", "status",
  ]
  static let tables = ["", "interactions"]

  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    var binding = ComponentBinding(entity: entity, fields: fields)
    guard arguments["process"] == nil else { return binding }
    binding.problems = [
      ArgumentProblem(
        argument: "process", message: "::process-sheet does not say of which process",
        rule: "process= names the process that the sheet is about", help: "write ::process-sheet{process=pr01}")
    ]
    return binding
  }

  static func figures(_ context: ComponentContext) -> [Figure] {
    let process = context.arguments["process"].flatMap { context.project.find($0, in: ServiceProcess.schema) }
    return [facts(process, context), interactions(process, context)]
  }

  // MARK: The facts

  private static func facts(_ process: Record?, _ context: ComponentContext) -> Figure {
    let name = process.map { context.cell($0, ServiceProcess.name).text.plainText }
    var figure = Figure(
      caption: name.map { context.text("process-sheet-caption", ["process": $0]) } ?? context.text("process-sheet"),
      emptyText: context.text("no-such-process"),
      columns: [.init(context.text("process-fact"), field: nil), .init(context.text("process-value"), field: nil)],
      rows: process.map { ProcessFacts($0, context).rows } ?? [])
    guard let process else { return figure }
    figure.drawings = [BlackBoxDrawing(process, context)?.draw(title: figure.caption)].compactMap(\.self)
    return figure
  }

  // MARK: With whom

  private static func interactions(_ process: Record?, _ context: ComponentContext) -> Figure {
    guard let process else {
      return Figure(caption: context.text("interactions-caption"), emptyText: "", columns: [], rows: [])
    }
    return context.figure(
      context.text("interactions-caption"), emptyText: context.text("no-interactions"), of: process.interactionList,
      [
        RecordColumn(Interaction.department, context) {
          Figure.Cell(context.department($0[Interaction.department] ?? ""))
        },
        RecordColumn(Interaction.direction, context) { interaction in
          let direction = interaction[Interaction.direction].flatMap { InteractionDirection(rawValue: $0) } ?? .unknown
          return Figure.Cell("\(direction.arrow)\u{A0}\(context.meaning(direction))")
        },
        RecordColumn(Interaction.what, context),
        RecordColumn(Interaction.frequency, context) { Figure.Cell(context.frequency($0)) },
        RecordColumn(Interaction.system, context),
      ], within: process)
  }
}
