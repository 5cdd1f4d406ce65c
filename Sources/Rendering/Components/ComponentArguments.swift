// `::component-arguments{of=risk-matrix}`: what a component takes, from the very list that checks it.

import Languages
import Site
import Syntax
import Transition

enum ComponentArguments: Component {
  static let name = "component-arguments"
  static let group = ComponentGroup.data
  static let parameters = [
    ComponentParameter(name: "of", kind: .text("the name of a component"), summary: "The component.")
  ]
  static let sharedParameters = [ComponentParameter.caption]
  static let entity: EntitySchema? = nil
  static let fields: [String] = []
  static let tables: [String] = []

  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    var binding = ComponentBinding(entity: entity, fields: fields)
    let name = arguments["of"] ?? ""
    guard Components.named(name) == nil else { return binding }
    binding.problems.append(
      ArgumentProblem(
        argument: "of", message: "there is no component \"\(name)\"", rule: "of= names a component",
        help: didYouMean(name, among: Components.all.map { $0.name })))
    return binding
  }

  static func figure(_ context: ComponentContext) -> Figure {
    let component = context.arguments["of"].flatMap { Components.named($0) }
    return Figure(
      caption: context.text("component-arguments-caption", ["name": "::\(component?.name ?? "")"]),
      emptyText: context.text("no-arguments"),
      columns: [
        .init(context.text("argument"), field: nil), .init(context.text("field-form"), field: nil),
        .init(context.text("field-meaning"), field: nil),
      ],
      rows: component?.allParameters.map { row($0, context.language.tag) } ?? [])
  }

  private static func row(_ parameter: ComponentParameter, _ language: LanguageTag) -> Figure.Row {
    Figure.Row(
      record: parameter.name,
      cells: [
        Figure.Cell(parameter.name), Figure.Cell(CarriedMessages.text(parameter.form, in: language)),
        Figure.Cell(CarriedMessages.text(parameter.summary, in: language)),
      ])
  }
}
