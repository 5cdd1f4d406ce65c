// What a component is: a name, its arguments, what it reads of the data, and the figure it makes of it.

import Languages
package import Markup
import Site
import Syntax
package import Transition

/// What a directive shows: `::name{argument=value}` on a page.
package protocol PageComponent: Sendable {
  /// The directive's name, in kebab case.
  static var name: String { get }
  /// Beside which others the gallery shows it.
  static var group: ComponentGroup { get }
  /// Its own arguments; `project` and `caption` are every component's.
  static var parameters: [ComponentParameter] { get }
  static var sharedParameters: [ComponentParameter] { get }
  /// The entity whose records it shows; who may see these may use the component. Nil when it shows none: it may stand
  /// anywhere, also on a page of no project.
  static var entity: EntitySchema? { get }
  /// Shows all projects of the site, of each what all readers of its place may see; it may stand on a page of none.
  static var isOfAllProjects: Bool { get }
  /// Fields it reads, for "where is this used".
  static var fields: [String] { get }
  /// The topics of a playbook that it shows at work, as `ref` in `topics.yaml` names them: for the concordance.
  static var topics: [String] { get }
  /// The names of its tables: each is a file to download, called like the component and its name.
  static var tables: [String] { get }
  /// What it shows with these arguments, and what is wrong with them beyond their form.
  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding
  /// One for each of its tables.
  static func figures(_ context: ComponentContext) -> [Figure]
  /// The entities of the records that its rows show there.
  static func shown(_ context: ComponentContext) -> [EntitySchema]
  /// Writes it where it stands; `figures` are the finished ones.
  static func append(_ context: ComponentContext, figures: () -> [Figure], to html: inout Markup)
}

/// A component that shows one figure.
package protocol Component: PageComponent {
  static func figure(_ context: ComponentContext) -> Figure
}

extension Component {
  package static func figures(_ context: ComponentContext) -> [Figure] { [figure(context)] }
}

extension PageComponent {
  package static var sharedParameters: [ComponentParameter] { [.project, .caption] }
  package static var allParameters: [ComponentParameter] { parameters + sharedParameters }
  package static var tables: [String] { [""] }
  package static var isOfAllProjects: Bool { false }
  package static var topics: [String] { [] }

  package static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    ComponentBinding(entity: entity, fields: fields)
  }

  package static func shown(_ context: ComponentContext) -> [EntitySchema] { [entity].compactMap(\.self) }

  /// The figures as they are written in every format: with the caption that was asked for, and what is proposed marked.
  package static func finished(_ context: ComponentContext) -> [Figure] {
    let proposed = Set(shown(context).flatMap { context.project[$0] }.lazy.filter(\.isProposed).map(\.id))
    var figures = figures(context).map { $0.marked(where: proposed, context) }
    if let caption = context.arguments[ComponentParameter.caption.name], !figures.isEmpty {
      figures[0].caption = caption
    }
    return figures
  }

  package static func append(_ context: ComponentContext, figures: () -> [Figure], to html: inout Markup) {
    for (index, figure) in figures().enumerated() {
      let table = index < context.tables.count ? context.tables[index] : nil
      FigureMarkup.append(figure, table: table.map { ($0, context.text("download-csv")) }, to: &html)
    }
  }
}

/// The order of the gallery.
package enum ComponentGroup: String, CaseIterable, Sendable {
  case plan
  case goLive = "go-live"
  case people, meetings, quality, risks, knowledge, partner, customers, log, data
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
  /// Arguments that hold for the readers of the place where others are not given.
  var defaults: [String: String] = [:]
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
