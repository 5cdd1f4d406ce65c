// The arguments of components: what each may hold, and those that choose records by one of their fields.

import Languages
package import Syntax
import Transition

/// An argument a component takes.
package struct ComponentParameter: Sendable {
  package let name: String
  package let kind: Kind
  /// What it does, for the gallery and for help.
  package let summary: Message
  /// The field that it chooses records by.
  private(set) var field: FieldSpec?
  /// Records without a value in that field are about all of them, and are shown as well.
  private(set) var isForAllWhenLeftOut = false

  package enum Kind: Sendable {
    case integer(ClosedRange<Int>)
    case choice([String])
    /// The id of a record of one of these collections.
    case record([String])
    /// The id of a project.
    case project
    /// A country's code.
    case market
    /// A day as data has it.
    case day
    /// Anything; the component judges it. The text says how it is written.
    case text(Message)
  }

  /// How a value is written, for messages.
  package var form: Message {
    switch kind {
    case .integer(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .record(let collections): "the id of a record of \(collections.joined(separator: ", "))"
    case .project: "the id of a project"
    case .market: "a country by its two capital letters, such as SE"
    case .day: "a day as YYYY-MM-DD"
    case .text(let form): form
    }
  }

  package func accepts(_ value: String) -> Bool {
    switch kind {
    case .integer(let bounds): Int(value).map { bounds.contains($0) } ?? false
    case .choice(let names): names.contains(value)
    case .market: value.utf8.count == 2 && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    case .day: Day(iso: value) != nil
    case .text, .record, .project: !value.isEmpty
    }
  }
}

extension ComponentParameter {
  static let project = ComponentParameter(name: "project", kind: .project, summary: "The project, where it is another.")
  static let caption = ComponentParameter(name: "caption", kind: .text("a text"), summary: "What stands above it.")
  static let limit = ComponentParameter(
    name: "limit", kind: .integer(1...1000), summary: "How many rows it shows at most.")

  /// Shows the records that have this value in a field, or among the field's values.
  static func filter<Value>(
    _ field: Field<Value>, as name: String? = nil, isForAllWhenLeftOut: Bool = false
  ) -> ComponentParameter {
    let spec = field.spec
    let name = name ?? spec.name
    var parameter = ComponentParameter(
      name: name, kind: kind(spec.kind, name), summary: "Shows those with this \(name).")
    parameter.field = spec
    parameter.isForAllWhenLeftOut = isForAllWhenLeftOut
    return parameter
  }

  private static func kind(_ kind: FieldKind, _ name: String) -> Kind {
    switch kind {
    case .list(let element): self.kind(element, name)
    case .choice(let names): .choice(names)
    case .reference(let collections): .record(collections)
    default: name == "market" ? .market : .text("a text")
    }
  }

  func isMet(by record: Record, _ wanted: String) -> Bool {
    guard let field, let value = record.located(field.name)?.value else { return isForAllWhenLeftOut }
    return Self.holds(value, wanted)
  }

  private static func holds(_ value: Value, _ wanted: String) -> Bool {
    switch value {
    case .text(let text), .reference(let text): text == wanted
    case .list(let elements): elements.contains { holds($0.value, wanted) }
    case .map(let entries): entries.contains { $0.key == wanted }
    default: false
    }
  }
}

extension ComponentContext {
  /// The records of a kind that the arguments leave.
  func records(_ schema: EntitySchema, _ parameters: [ComponentParameter]) -> [Record] {
    let filters = parameters.compactMap { parameter -> (ComponentParameter, String)? in
      guard let field = parameter.field, schema.field(field.name) != nil else { return nil }
      return arguments[parameter.name].map { (parameter, $0) }
    }
    guard !filters.isEmpty else { return project[schema] }
    return project[schema].filter { record in filters.allSatisfy { $0.isMet(by: record, $1) } }
  }

  /// As many as `limit` says.
  func limited<Item>(_ items: [Item]) -> [Item] {
    arguments[ComponentParameter.limit.name].flatMap { Int($0) }.map { Array(items.prefix($0)) } ?? items
  }
}
