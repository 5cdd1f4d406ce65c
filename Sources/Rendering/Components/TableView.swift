// `::table{of=risks columns="title, due" where="status=open" sort=due}`: any collection, or a table of the project.

import Languages
import Site
import Syntax
import Transition

enum TableView: Component {
  static let name = "table"
  static let group = ComponentGroup.data
  static let parameters = [
    ComponentParameter(
      name: "of", kind: .text("a collection, or the name of a file in tables/"), summary: "What it shows."),
    ComponentParameter(
      name: "columns", kind: .text("names of fields, separated by commas"), summary: "Which fields, in this order."),
    ComponentParameter(
      name: "where", kind: .text("conditions such as status=open, score>=8"),
      summary: "Shows the rows for which all hold."),
    ComponentParameter(
      name: "sort", kind: .text("a field, with - before it for the largest first"), summary: "The order of the rows."),
  ]
  /// Its arguments say what it shows.
  static let entity: EntitySchema? = nothing
  /// What stands for a collection that is not there.
  private static let nothing = EntitySchema(nested: "table", [])
  static let fields: [String] = []

  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    guard let schema = arguments["of"].flatMap(data.source) else {
      let names = data.sources
      let message: Message =
        arguments["of"].map { "there is no collection or table \"\($0)\"" as Message } ?? "::table does not say of what"
      let help = arguments["of"].map { didYouMean($0, among: names) } ?? "write ::table{of=risks}"
      return ComponentBinding(
        entity: entity, fields: [],
        problems: [
          ArgumentProblem(argument: "of", message: message, rule: "of= names what the table shows", help: help)
        ])
    }
    let query = TableQuery(arguments, schema)
    return ComponentBinding(
      entity: schema, fields: query.columns.map { $0.steps[0] }, problems: query.problems,
      hidden: query.hidden(from: data.readers).map(\.name))
  }

  static func figure(_ context: ComponentContext) -> Figure {
    let name = context.arguments["of"] ?? ""
    let (schema, records) = context.project.source(name) ?? (nothing, [])
    let query = TableQuery(context.arguments, schema)
    var rows = records.filter { record in query.conditions.allSatisfy { $0.holds(record, in: context.project) } }
    if let order = query.order {
      rows = TableOrder.sorted(rows, by: order.path, isDescending: order.isDescending, context)
    }
    let columns = query.columns.isEmpty ? defaults(schema, records) : query.columns
    return Figure(
      caption: caption(name, context), emptyText: context.text("no-rows"),
      columns: columns.map { path in
        .init(title(path.steps, context), field: path.steps[0], isNumber: path.spec.kind.isFigure)
      },
      rows: rows.map { record in
        Figure.Row(record: record.id, cells: columns.map { cell($0, record, context) })
      })
  }

  static func shown(_ context: ComponentContext) -> [EntitySchema] {
    [context.arguments["of"].flatMap { context.project.source($0)?.schema }].compactMap(\.self)
  }

  /// All columns of a table; of a collection the fields that matter, as far as its records have them.
  private static func defaults(_ schema: EntitySchema, _ records: [Record]) -> [TablePath] {
    let isCollection = Entities.all.contains { $0 === schema }
    let used = schema.fields.filter { field in
      let matters = !isCollection || field.need != .optional && field.name != "id"
      return matters && records.contains { $0.located(field.name) != nil }
    }
    let paths = used.compactMap { TablePath($0.name, in: schema) }.filter(\.fitsCell)
    return paths.isEmpty ? [TablePath("id", in: schema)].compactMap(\.self) : paths
  }

  private static func cell(_ path: TablePath, _ record: Record, _ context: ComponentContext) -> Figure.Cell {
    guard let value = path.value(of: record, in: context.project) else { return Figure.Cell("") }
    return Figure.Cell(context.format.text(value, path.spec, of: record))
  }

  /// A field's title in the reader's language; a column of a table is called what its file calls it.
  private static func title(_ steps: [String], _ context: ComponentContext) -> String {
    let titles = context.language.data.fields
    // What is inside a mapping mostly has a title that says so itself; the key of a market has none.
    if let last = steps.last, let title = titles[last] { return title }
    return steps.map { titles[$0] ?? $0 }.joined(separator: ": ")
  }

  private static func caption(_ name: String, _ context: ComponentContext) -> String {
    if Entities.named(collection: name) != nil { return context.language.title(ofCollection: name) }
    let table = name.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? name
    return context.language.data.fields[table] ?? table
  }
}
