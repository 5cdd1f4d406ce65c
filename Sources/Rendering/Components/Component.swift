// What a component is: a name, its arguments, what it reads of the data, and the figure it makes of it.

package import Languages
package import Markup
package import Site
package import Syntax
package import Transition

/// What a directive shows: `::name{argument=value}` on a page.
package protocol PageComponent: Sendable {
  /// The directive's name, in kebab case.
  static var name: String { get }
  static var parameters: [ComponentParameter] { get }
  /// The entity whose records it shows; who may see these may use the component. Nil when it shows none: it may stand
  /// anywhere, also on a page of no project.
  static var entity: EntitySchema? { get }
  /// Fields it reads, for "where is this used".
  static var fields: [String] { get }
  /// What it shows with these arguments, and what is wrong with them beyond their form.
  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding
  /// Writes it where it stands.
  static func append(_ context: ComponentContext, to html: inout Markup)
}

/// A component that shows one figure.
package protocol Component: PageComponent {
  static func figure(_ context: ComponentContext) -> Figure
  /// The entity of the records that it shows there.
  static func shown(_ context: ComponentContext) -> EntitySchema?
}

extension Component {
  package static func shown(_ context: ComponentContext) -> EntitySchema? { entity }

  package static func append(_ context: ComponentContext, to html: inout Markup) {
    FigureMarkup.append(marked(context), to: &html)
  }
}

extension PageComponent {
  package static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    ComponentBinding(entity: entity, fields: fields)
  }
}

/// What there is to be shown at a place, by its names only.
package struct ComponentData: Sendable {
  let names: NameIndex
  let project: String
  let readers: Audience

  /// The collections and tables that the readers of the place may know of.
  var sources: [String] {
    names.sources(inProject: project).filter { (source($0)?.audience ?? .restricted) <= readers }
  }

  /// What the records of a collection or table are.
  func source(_ name: String) -> EntitySchema? { names.source(name, inProject: project) }
}

/// What a component shows where it stands.
package struct ComponentBinding: Sendable {
  /// Nil when it shows no records.
  package let entity: EntitySchema?
  package let fields: [String]
  var problems: [ArgumentProblem] = []
  /// Fields that its arguments name and its readers may not see.
  var hidden: [String] = []
}

/// An argument that a component cannot do anything with, in its own words.
package struct ArgumentProblem: Sendable {
  let argument: String
  let message: Message
  let rule: Message
  let help: Message?
}

/// An argument a component takes.
package struct ComponentParameter: Sendable {
  package let name: String
  package let kind: Kind
  package let summary: String

  package enum Kind: Sendable {
    case integer(ClosedRange<Int>)
    case choice([String])
    /// Anything; the component judges it. The text says how it is written.
    case text(Message)
  }

  /// How a value is written, for messages.
  var form: Message {
    switch kind {
    case .integer(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .text(let form): form
    }
  }

  func accepts(_ value: String) -> Bool {
    switch kind {
    case .integer(let bounds): Int(value).map { bounds.contains($0) } ?? false
    case .choice(let names): names.contains(value)
    case .text: !value.isEmpty
    }
  }
}

/// What a component draws from: one project as the audience sees it, one language, one day.
package struct ComponentContext: Sendable {
  package let project: TransitionProject
  package let format: ValueFormat
  package let arguments: [String: String]
  /// Whose edition it is.
  package let readers: Audience

  package init(project: TransitionProject, format: ValueFormat, arguments: [String: String], readers: Audience) {
    self.project = project
    self.format = format
    self.arguments = arguments
    self.readers = readers
  }

  package var language: Language { format.language }

  /// A text of the interface. A missing key shows as itself; a test holds that no language lacks one.
  func text(_ key: String, _ values: [String: String] = [:]) -> String { language.text(key, values) ?? key }

  /// The caption, with the project's name; without it for those who may not know it. Its id is no name.
  func caption(_ key: String) -> String {
    if let name = project.record?[Project.name] ?? project.record?[Project.publicName] {
      return text(key, ["project": format.localized(name).text])
    }
    let caption = text(key, ["project": ""])
    let end = caption.utf8.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ":") }
    return end.map { String(caption[...$0]) } ?? caption
  }

  /// The value of a field as text; empty when the record has none.
  func cell<Value: FieldValue>(_ record: Record, _ field: Field<Value>, format name: String? = nil) -> Figure.Cell {
    guard let located = record.located(field.spec.name) else { return Figure.Cell("") }
    return Figure.Cell(format.text(located.value, field.spec, of: record, format: name))
  }
}
