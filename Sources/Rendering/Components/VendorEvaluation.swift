// `::vendor-evaluation`: how the candidates of a tender were scored, what another weight of the price would change, and
// who failed what had to be met.

import Languages
import Site
import Transition

enum VendorEvaluation: PageComponent {
  static let name = "vendor-evaluation"
  static let group = ComponentGroup.partner
  static let topics = ["S4.3"]
  static let parameters = [
    ComponentParameter(
      name: "tender", kind: .record([Tender.schema.collection]), summary: "The tender, where there are several.")
  ]
  static let entity: EntitySchema? = Tender.schema
  static let fields = ["criteria", "candidates", "scores", "mustCriteria", "mustResults", "award"]
  static let tables = ["scores", "sensitivity", "must-criteria"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    let tenders = context.project[Tender.schema]
    let wanted = context.arguments["tender"]
    let tender = wanted.map { id in tenders.first { $0.id == id } } ?? tenders.first
    let sheet = tender.map { TenderSheet($0, context) }
    return [
      sheet?.scores ?? empty("vendor-evaluation-caption", "no-tender", context),
      sheet.map { TenderSensitivity($0, context).figure } ?? empty("tender-sensitivity-caption", "", context),
      sheet?.musts ?? empty("tender-musts-caption", "", context),
    ]
  }

  private static func empty(_ caption: String, _ text: String, _ context: ComponentContext) -> Figure {
    Figure(
      caption: context.caption(caption), emptyText: text.isEmpty ? "" : context.text(text), columns: [], rows: [])
  }
}

/// A tender as its readers see it: the candidates by rank, the criteria, the scores.
struct TenderSheet {
  let tender: Record
  /// Nil while a score or a weight is missing.
  let result: TenderResult?
  let criteria: [Record]
  /// By rank; in the order of the tender while there is none.
  let ranked: [String]
  let excluded: [String]
  private let means: [String: [String: Ratio]]
  private let context: ComponentContext

  init(_ tender: Record, _ context: ComponentContext) {
    (self.tender, self.context) = (tender, context)
    result = TenderResult(tender)
    criteria = tender[Tender.criteria] ?? []
    let candidates = tender[Tender.candidates] ?? []
    let failing = TenderResult.excluded(tender)
    ranked = result?.ranking.map(\.candidate) ?? candidates.filter { !failing.contains($0) }
    excluded = candidates.filter { failing.contains($0) }
    means = TenderResult.means(tender)
  }

  func name(of candidate: String) -> MergedText { context.format.name(of: candidate, Tender.candidates.spec) }

  func name(ofCriterion criterion: Record) -> MergedText {
    criterion[TenderCriterion.name].map { context.format.localized($0) }
      ?? MergedText(criterion[TenderCriterion.id] ?? "")
  }

  func weight(_ criterion: Record) -> String {
    criterion[TenderCriterion.weight].map { context.language.percent($0) } ?? "–"
  }

  func score(_ ratio: Ratio?) -> Figure.Cell {
    guard let rounded = ratio?.rounded(2) else { return Figure.Cell("–") }
    return Figure.Cell(context.language.number(rounded), rounded)
  }

  // MARK: Scores

  var scores: Figure {
    let isEmpty = criteria.isEmpty || ranked.isEmpty
    var figure = Figure(
      caption: context.caption("vendor-evaluation-caption"), emptyText: context.text("no-scores"),
      columns: [
        .init(context.text("criterion"), field: "criteria"),
        .init(context.text("tender-weight"), field: "criteria", isNumber: true),
      ] + ranked.map { .init(name(of: $0).plainText, field: "scores", isNumber: true) },
      rows: isEmpty ? [] : criteria.map(row) + [total, ranks].compactMap(\.self))
    guard !isEmpty else { return figure }
    if result != nil { figure.drawings = [TenderBarsDrawing(self, context).draw()] }
    figure.notes = award + excluded.map(exclusion)
    if result == nil { figure.notes.append(MergedText(context.text("tender-incomplete"))) }
    return figure
  }

  private func row(_ criterion: Record) -> Figure.Row {
    let id = criterion[TenderCriterion.id] ?? ""
    return Figure.Row(
      record: id,
      cells: [
        Figure.Cell(name(ofCriterion: criterion)), Figure.Cell(weight(criterion), criterion[TenderCriterion.weight]),
      ] + ranked.map { plain(means[$0]?[id]) })
  }

  /// A score with the digits it needs.
  private func plain(_ score: Ratio?) -> Figure.Cell {
    guard let score else { return Figure.Cell("–") }
    let exact = (0...2).lazy.compactMap { score.rounded($0) }.first { Ratio($0) == score } ?? score.rounded(2)
    return exact.map { Figure.Cell(context.language.number($0), $0) } ?? Figure.Cell("–")
  }

  private var total: Figure.Row? {
    guard let result else { return nil }
    let weights = Ratio.sum(result.weights.map(\.weight))?.rounded(0)
    return Figure.Row(
      record: "",
      cells: [
        Figure.Cell(context.text("tender-total")),
        Figure.Cell(weights.map { context.language.percent($0) } ?? "", weights),
      ] + result.ranking.map { score($0.total) }, isTotal: true)
  }

  private var ranks: Figure.Row? {
    guard let result else { return nil }
    let ranks = ranked.map { candidate in
      result.rank(of: candidate).map { Figure.Cell(context.language.number($0), FixedDecimal($0)) } ?? Figure.Cell("")
    }
    return Figure.Row(record: "", cells: [Figure.Cell(context.text("tender-rank")), Figure.Cell("")] + ranks)
  }

  /// Who got the award; why, when that is not rank 1.
  private var award: [MergedText] {
    guard let decision = tender[Tender.award].flatMap({ context.project.find($0, in: Decision.schema) }),
      let awarded = TenderResult.awarded(tender, in: context.project)
    else { return [MergedText(context.text("tender-no-award"))] }
    let day = decision[Decision.date].map { context.language.long($0) } ?? "–"
    var values = ["provider": name(of: awarded).plainText, "date": day]
    guard let rank = result?.rank(of: awarded) else { return [MergedText(context.text("tender-award", values))] }
    values["rank"] = context.language.number(rank)
    let said = MergedText(context.text(rank == 1 ? "tender-award-first" : "tender-award-other", values))
    guard rank > 1 else { return [said] }
    let reason = decision[Decision.rationale].map { context.format.localized($0, isMarkdown: true) }
    return [said, reason ?? MergedText(context.text("tender-no-rationale"))]
  }

  private func exclusion(_ candidate: String) -> MergedText {
    let failed = TenderResult.failed(tender, by: candidate).map { text(ofMust: $0[MustResult.criterion]).plainText }
    let values = ["provider": name(of: candidate).plainText, "criteria": failed.joined(separator: "; ")]
    return MergedText(context.text("tender-excluded", values))
  }

  // MARK: Must criteria

  private func text(ofMust id: String?) -> MergedText {
    let criterion = (tender[Tender.mustCriteria] ?? []).first { $0[MustCriterion.id] == id }
    return criterion?[MustCriterion.text].map { context.format.localized($0) } ?? MergedText(id ?? "")
  }

  var musts: Figure {
    let criteria = (tender[Tender.mustCriteria] ?? []).compactMap { $0[MustCriterion.id] }
    let results = tender[Tender.mustResults] ?? []
    let candidates = ranked + excluded
    var figure = Figure(
      caption: context.caption("tender-musts-caption"), emptyText: context.text("no-musts"),
      columns: [.init(context.text("tender-must"), field: "mustCriteria")]
        + candidates.map { .init(name(of: $0).plainText, field: "mustResults") },
      rows: criteria.map { criterion in
        let cells = candidates.map { candidate in
          verdict(
            results.filter { $0[MustResult.candidate] == candidate && $0[MustResult.criterion] == criterion }
              .compactMap { $0[MustResult.met] })
        }
        return Figure.Row(record: criterion, cells: [Figure.Cell(text(ofMust: criterion))] + cells)
      })
    figure.notes = excluded.flatMap { candidate in
      TenderResult.failed(tender, by: candidate).compactMap { $0[MustResult.comment] }.map {
        let comment = context.format.localized($0)
        return MergedText("\(name(of: candidate).plainText): \(comment.text)", language: comment.language)
      }
    }
    return figure
  }

  private func verdict(_ met: [Bool]) -> Figure.Cell {
    if met.contains(false) { return Figure.Cell(context.text("criterion-unmet"), tone: .bad) }
    return met.isEmpty
      ? Figure.Cell(context.text("criterion-open"), tone: .open)
      : Figure.Cell(context.text("criterion-met"), tone: .good)
  }
}
