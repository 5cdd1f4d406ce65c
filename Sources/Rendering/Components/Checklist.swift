// `::checklist{of=deliverables}`: any collection as a list to tick off, ticked already where the data say that it is done.

import Languages
import Site
import Syntax
import Transition

enum Checklist: Component {
  static let name = "checklist"
  static let group = ComponentGroup.data
  static let topics = ["S0.10", "S1.11"]
  static let parameters = [
    ComponentParameter(
      name: "of", kind: .text("a collection, or the name of a file in tables/"), summary: "What is to be done."),
    ComponentParameter(
      name: "phase", kind: .record([Phase.schema.collection]), summary: "Shows what belongs to this phase."),
    ComponentParameter(name: "owner", kind: .record([Role.schema.collection]), summary: "Shows what this role does."),
    ComponentParameter(
      name: "view", kind: .choice(["all", "open"]), summary: "Everything, or only what is still to be done."),
    .limit,
  ]
  /// Its arguments say what it shows.
  static let entity: EntitySchema? = nothing
  /// What stands for a collection that is not there.
  private static let nothing = EntitySchema(nested: "checklist", [])
  static let fields: [String] = []

  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    guard let schema = arguments["of"].flatMap(data.source) else {
      return ComponentBinding(entity: entity, fields: [], problems: [unknown(arguments["of"], data)])
    }
    let filters = [("phase", ["phase"]), ("owner", ChecklistItem.owners)].filter { arguments[$0.0] != nil }
    var binding = ComponentBinding(entity: schema, fields: ChecklistItem.fields(of: schema))
    for (argument, names) in filters {
      let own = names.filter { schema.field($0)?.kind.targets != nil }
      guard let first = own.first else {
        binding.problems.append(lacking(argument, schema))
        continue
      }
      // Readers may ask for what they see.
      if !own.contains(where: { ChecklistItem.isShown($0, of: schema, to: data.readers) }) {
        binding.hidden.append(first)
      }
    }
    return binding
  }

  private static func unknown(_ name: String?, _ data: ComponentData) -> ArgumentProblem {
    let message: Message =
      name.map { "there is no collection or table \"\($0)\"" as Message } ?? "::checklist does not say of what"
    let help = name.map { didYouMean($0, among: data.sources) } ?? "write ::checklist{of=deliverables}"
    return ArgumentProblem(argument: "of", message: message, rule: "of= names what the checklist is about", help: help)
  }

  private static func lacking(_ argument: String, _ schema: EntitySchema) -> ArgumentProblem {
    ArgumentProblem(
      argument: argument, message: "\(schema.collection) have no \(argument)",
      rule: "a checklist can be narrowed by what its records say", help: "leave \(argument)= out")
  }

  static func shown(_ context: ComponentContext) -> [EntitySchema] {
    [context.arguments["of"].flatMap { context.project.source($0)?.schema }].compactMap(\.self)
  }

  // MARK: The list

  static func figure(_ context: ComponentContext) -> Figure {
    let name = context.arguments["of"] ?? ""
    let (schema, records) = context.project.source(name) ?? (nothing, [])
    let items = ChecklistItem.items(of: records, schema, context).filter { $0.isMet(by: context.arguments) }
    let isOpenOnly = context.arguments["view"] == "open"
    let wanted = isOpenOnly ? items.filter { !$0.isDone } : items
    let shown = context.limited(wanted)
    var figure = Figure(
      caption: context.text("checklist-caption", ["list": title(name, context)]),
      emptyText: context.text(isOpenOnly && !items.isEmpty ? "checklist-all-done" : "checklist-empty"),
      columns: [
        .init(context.text("checklist-item"), field: nil), .init(context.text("status"), field: nil),
        .init(context.text("owner"), field: nil),
        .init(context.language.title(ofField: "due"), field: nil, isNumber: true),
      ],
      rows: shown.map { item in
        Figure.Row(
          record: item.record.id,
          cells: [item.box, item.status(context), item.owner, context.shortDayCell(item.due)])
      }
    ).withoutEmptyColumns()
    let progress = ChecklistProgress(items)
    guard !shown.isEmpty else { return figure }
    if progress.isKnown {
      figure.drawings = [ProgressBar(progress, context).draw(title: figure.caption)]
      figure.notes = [MergedText(progress.summary(context))]
    }
    figure.notes += context.more(wanted.count, than: shown.count)
    return figure
  }

  private static func title(_ name: String, _ context: ComponentContext) -> String {
    let table = name.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? name
    return context.language.title(ofCollection: table)
  }
}
