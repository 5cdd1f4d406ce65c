// What a component draws from: a project as its readers see it, one language, one day, and the arguments it was given.

package import Languages
package import Site
package import Syntax
package import Transition

/// What a component draws from: one project as the audience sees it, one language, one day.
package struct ComponentContext: Sendable {
  package let project: TransitionProject
  package let format: ValueFormat
  package let arguments: [String: String]
  /// Whose edition it is; of what shows all projects, whom its place is for.
  package let readers: Audience
  /// All projects of the site as the readers may see them, for what shows more than one.
  package let projects: [TransitionProject]
  /// Where its tables can be downloaded; empty where nothing else is published beside it.
  package let tables: [WebAddress]
  /// The site around it, for what shows pages and words rather than records.
  let surroundings: SiteView
  /// What ids begin with, so that they are unique on the page.
  private let place: String

  package init(
    project: TransitionProject, format: ValueFormat, arguments: [String: String], readers: Audience,
    projects: [TransitionProject]? = nil, surroundings: SiteView = SiteView(), tables: [WebAddress] = [],
    place: String = "figure"
  ) {
    (self.project, self.format, self.arguments, self.readers) = (project, format, arguments, readers)
    (self.projects, self.tables, self.place) = (projects ?? [project], tables, place)
    self.surroundings = surroundings
  }

  /// The same for another project of the site.
  func of(_ other: TransitionProject) -> ComponentContext {
    ComponentContext(
      project: other, format: format.of(other), arguments: arguments, readers: readers, projects: projects,
      surroundings: surroundings, tables: tables, place: "\(place)_\(other.id)")
  }

  /// The same without one of its arguments.
  func without(_ parameter: ComponentParameter) -> ComponentContext {
    ComponentContext(
      project: project, format: format, arguments: arguments.filter { $0.key != parameter.name }, readers: readers,
      projects: projects, surroundings: surroundings, tables: tables, place: place)
  }

  /// An id for a part of it. Anchors of headings have no underscore.
  func anchor(_ name: String) -> String { "\(place)_\(name)" }

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
    var cell = Figure.Cell(format.text(located.value, field.spec, of: record, format: name))
    // A number with a unit is no number to machines.
    if record.schema !== KPI.schema { cell.plain = Figure.Cell.Plain(located.value) }
    return cell
  }
}
