// `::concordance{limit=5}`: every topic of the playbook, with the pages, the records and the components that carry it.

import Languages
import Markup
import Site
import Syntax
import Transition

enum Concordance: Component {
  static let name = "concordance"
  static let group = ComponentGroup.data
  static let parameters: [ComponentParameter] = [.limit]
  static let sharedParameters = [ComponentParameter.caption]
  static let entity: EntitySchema? = Topic.schema
  static let isOfAllProjects = true
  static let fields = ["ref", "title"]

  static func figure(_ context: ComponentContext) -> Figure {
    // Every project has the topics of the site.
    let topics = context.projects.first?[Topic.schema] ?? []
    let shown = context.limited(topics)
    var figure = context.figure(
      context.text("concordance-caption"), emptyText: context.text("no-topics"), of: shown,
      [
        RecordColumn(context.text("concordance-topic"), field: "title") { topic($0, context) },
        RecordColumn(context.text("concordance-pages")) { pages(covering: $0, context) },
        RecordColumn(context.text("concordance-records")) { records(of: $0, context) },
        RecordColumn(context.text("concordance-components")) { components(of: $0, context) },
      ], hasAnchors: true)
    figure.notes = context.more(topics.count, than: shown.count)
    return figure
  }

  static func append(_ context: ComponentContext, figures: () -> [Figure], to html: inout Markup) {
    let download = context.tables.first.map { ($0, context.text("download-csv")) }
    for figure in figures() {
      FigureMarkup.append(figure.linked(from: context.surroundings.home), table: download, to: &html)
    }
  }

  private static func topic(_ topic: Record, _ context: ComponentContext) -> Figure.Cell {
    let title = context.cell(topic, Topic.title).text
    let ref = topic[Topic.ref] ?? topic.id
    return Figure.Cell(MergedText("\(ref) \(title.text)", language: title.language))
  }

  private static func pages(covering topic: Record, _ context: ComponentContext) -> Figure.Cell {
    let pages = context.surroundings.pages(covering: topic[Topic.ref] ?? "")
    guard !pages.isEmpty else { return Figure.Cell(context.text("concordance-no-page"), tone: .attention) }
    return Figure.Cell(
      links: pages.map { page in
        let isForeign = page.isFallback ? page.source.identity.language : nil
        return .init(text: MergedText(page.title, language: isForeign), page: page.route)
      })
  }

  private static func records(of topic: Record, _ context: ComponentContext) -> Figure.Cell {
    let schemas = (Entities.all + [GlossaryTerm.schema]).filter { $0.topics.contains(topic[Topic.ref] ?? "") }
    return Figure.Cell(schemas.map { context.language.title(ofCollection: $0.collection) }.joined(separator: ", "))
  }

  private static func components(of topic: Record, _ context: ComponentContext) -> Figure.Cell {
    let names = Components.all.filter { $0.topics.contains(topic[Topic.ref] ?? "") }.map { "::" + $0.name }
    return Figure.Cell(names.joined(separator: ", "))
  }
}
