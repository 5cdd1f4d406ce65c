// `::data-format{collection=risks}`: the fields of a kind of record, from the very declaration that reads them.

import Languages
import Site
import Syntax
import Transition

enum DataFormat: Component {
  static let name = "data-format"
  static let group = ComponentGroup.data
  static let parameters = [
    ComponentParameter(
      name: "collection", kind: .choice(Entities.all.map(\.collection)), summary: "The kind of records.")
  ]
  static let sharedParameters = [ComponentParameter.caption]
  static let entity: EntitySchema? = nil
  static let fields: [String] = []

  static func figure(_ context: ComponentContext) -> Figure {
    let schema = context.arguments["collection"].flatMap { Entities.named(collection: $0) }
    return Figure(
      caption: context.text("data-format-caption", ["file": schema?.location ?? ""]),
      emptyText: context.text("no-collection"),
      columns: [
        .init(context.text("field"), field: nil), .init(context.text("field-form"), field: nil),
        .init(context.text("field-need"), field: nil),
        .init(context.text("field-readers"), field: nil), .init(context.text("field-meaning"), field: nil),
      ],
      rows: schema.map { rows($0, $0, "", context) } ?? [])
  }

  /// The rows of an entity, and of the mappings in it under the name of the field that holds them.
  private static func rows(_ schema: EntitySchema, _ root: EntitySchema, _ prefix: String, _ context: ComponentContext)
    -> [Figure.Row]
  {
    schema.fields.flatMap { field -> [Figure.Row] in
      let own = row(field, root, prefix, context)
      guard let nested = field.kind.nested else { return [own] }
      return [own] + rows(nested, root, "\(prefix)\(field.name).", context)
    }
  }

  private static func row(_ field: FieldSpec, _ root: EntitySchema, _ prefix: String, _ context: ComponentContext)
    -> Figure.Row
  {
    let needs = [Need.required: "need-required", .expected: "need-expected", .optional: "need-optional"]
    return Figure.Row(
      record: "\(root.collection).\(prefix)\(field.name)",
      cells: [
        Figure.Cell("\(prefix)\(field.name) (\(context.language.title(ofField: field.name)))"),
        english(form(field.kind).english), Figure.Cell(context.text(needs[field.need] ?? "need-optional")),
        Figure.Cell(context.text("audience-\(max(root.audience, field.audience ?? .public).rawValue)")),
        english(field.summary),
      ])
  }

  /// What the fields of a mapping are, the rows below it say.
  private static func form(_ kind: FieldKind) -> Message {
    switch kind {
    case .record: "a mapping with the fields below"
    case .list(.record): "a list of mappings with the fields below"
    default: kind.form
    }
  }

  /// The declaration is written in English.
  private static func english(_ text: String) -> Figure.Cell {
    Figure.Cell(MergedText(text, language: LanguageTag("en")))
  }
}
