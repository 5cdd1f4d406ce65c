// `::glossary{limit=5}`: the words of the field in the order of the page's language, each to be linked to.

import Languages
import Site
import Syntax
import Transition

enum GlossaryList: Component {
  static let name = "glossary"
  static let group = ComponentGroup.data
  static let topics = ["S2.2"]
  static let parameters: [ComponentParameter] = [.limit]
  static let sharedParameters = [ComponentParameter.caption]
  static let entity: EntitySchema? = nil
  static let fields: [String] = []

  static func figure(_ context: ComponentContext) -> Figure {
    let terms = context.language.sorted(context.surroundings.terms) { name(of: $0, context).text }
    let shown = context.limited(terms)
    var figure = context.figure(
      context.text("glossary-caption"), emptyText: context.text("no-glossary"), of: shown,
      [
        RecordColumn(context.text("glossary-term"), field: "term") { Figure.Cell(name(of: $0, context)) },
        RecordColumn(GlossaryTerm.definition, context, title: context.text("glossary-definition")),
        RecordColumn(context.text("glossary-avoid"), field: "avoid") { avoided(in: $0, context) }.below,
        RecordColumn(context.text("glossary-see-also"), field: "seeAlso") { related(to: $0, shown, context) }.below,
      ], hasAnchors: true)
    figure.notes = context.more(terms.count, than: shown.count)
    return figure
  }

  /// "Service-Level-Vereinbarung (SLA)".
  private static func name(of term: Record, _ context: ComponentContext) -> MergedText {
    guard let written = term[GlossaryTerm.term] else { return MergedText(term.id) }
    let name = context.format.localized(written)
    guard let short = term[GlossaryTerm.abbreviation], short != name.text else { return name }
    return MergedText("\(name.text) (\(short))", language: name.language)
  }

  /// Words of the page's language that mislead; those of another one mislead nobody here.
  private static func avoided(in term: Record, _ context: ComponentContext) -> Figure.Cell {
    let words = (term[GlossaryTerm.avoid] ?? []).compactMap { $0[context.language.tag] }
    return Figure.Cell(words.joined(separator: ", "))
  }

  private static func related(to term: Record, _ terms: [Record], _ context: ComponentContext) -> Figure.Cell {
    let others = (term[GlossaryTerm.seeAlso] ?? []).compactMap { id in terms.first { $0.id == id } }
    return Figure.Cell(links: others.map { .init(text: name(of: $0, context), anchor: context.anchor($0.id)) })
  }
}
