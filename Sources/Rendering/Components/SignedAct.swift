// An act of a handover pack: which one is meant, what it is called, and the criteria that it is signed by.

import Languages
import Site
import Transition

/// An act with the pack that it belongs to.
struct SignedAct {
  let pack, act: Record
  let context: ComponentContext
  private let title: String

  /// Of several the one that is meant for the whole; else the first.
  init?(_ context: ComponentContext) {
    guard let kind = context.arguments["act"] else { return nil }
    let packs = context.project[HandoverPack.schema].filter { pack in
      context.arguments["pack"].map { $0 == pack.id } ?? true
    }
    let acts = packs.flatMap { pack in (pack[HandoverPack.acts] ?? []).map { (pack, $0) } }
      .filter { $0.1[Act.kind] == kind && Self.isTheirs($0.1, context) }
    let wave = context.arguments["wave"]
    guard let (pack, act) = acts.first(where: { $0.1[Act.wave] == wave }) ?? (wave == nil ? acts.first : nil) else {
      return nil
    }
    (self.pack, self.act, self.context) = (pack, act, context)
    let parties = (act[Act.between] ?? []).map { context.name(ofParty: $0) }
    let markets = act[Act.wave].flatMap { context.project.find($0, in: Wave.schema) }.map { context.waveName($0) }
    title = [context.format.word(kind, Act.kind.spec), parties.joined(separator: " – "), markets ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A provider reads its own acts: of another's no provider is left among the parties.
  private static func isTheirs(_ act: Record, _ context: ComponentContext) -> Bool {
    guard context.readers == .partner, let parties = act[Act.between] else { return true }
    return parties.contains { $0 != "client" }
  }

  func caption(_ key: String) -> String { "\(title): \(context.text(key))" }

  /// By everyone who is to.
  private var isSigned: Bool {
    let signed = (act[Act.signed] ?? []).compactMap { $0[Signature.role] }
    return !signed.isEmpty && (act[Act.signatories] ?? []).allSatisfy { signed.contains($0) }
  }

  // MARK: Criteria

  var criteria: Figure {
    var figure = context.figure(
      caption("sign-off-criteria"), emptyText: context.text("sign-off-no-criteria"), of: act[Act.acceptance] ?? [],
      [
        RecordColumn(AcceptanceCriterion.criterion, context),
        RecordColumn(context.text("wanted"), field: "threshold", isNumber: true) { wanted($0, kpi($0)) },
        RecordColumn(context.text("found"), isNumber: true) { criterion in
          let actual = AcceptanceResult.actual(criterion, in: context.project)
          return Figure.Cell(actual.map { self.figure($0, kpi(criterion)) } ?? "")
        },
        RecordColumn(AcceptanceCriterion.evidence, context) { evidence($0, kpi($0)) },
        RecordColumn(context.text("status")) { met($0) },
      ], within: pack)
    figure.notes = conditions
    return figure
  }

  private func kpi(_ criterion: Record) -> Record? {
    criterion[AcceptanceCriterion.kpi].flatMap { context.project.find($0, in: KPI.schema) }
  }

  private func figure(_ number: FixedDecimal, _ kpi: Record?) -> String {
    context.format.quantity(number, unit: kpi?[KPI.unit] ?? "", decimals: kpi?[KPI.decimals])
  }

  /// "≥ 78 %"; without a threshold of its own the indicator's target.
  private func wanted(_ criterion: Record, _ kpi: Record?) -> Figure.Cell {
    if let limit = AcceptanceResult.limit(criterion, in: context.project) {
      return Figure.Cell((limit.isUpper ? "≤\u{A0}" : "≥\u{A0}") + figure(limit.value, kpi))
    }
    if let flag = criterion[AcceptanceCriterion.threshold].flatMap({ Bool.from($0.value) }) {
      return Figure.Cell(context.text(flag ? "yes" : "no"))
    }
    return kpi.map { context.cell($0, KPI.target) } ?? Figure.Cell("")
  }

  /// Where it is documented; of a figure what was measured, and over which time.
  private func evidence(_ criterion: Record, _ kpi: Record?) -> Figure.Cell {
    if criterion[AcceptanceCriterion.evidence] != nil { return context.cell(criterion, AcceptanceCriterion.evidence) }
    let written = criterion[AcceptanceCriterion.period]
    let period = written.map { text in Period(text).map { context.language.text($0) } ?? text }
    let name = kpi.map { context.cell($0, KPI.name).text.plainText }
    return Figure.Cell([name, period].compactMap(\.self).joined(separator: ", "))
  }

  /// What is measured is judged; what rests on evidence people tick on paper.
  private func met(_ criterion: Record) -> Figure.Cell {
    switch AcceptanceResult.isMet(criterion, in: context.project) {
    case true: return Figure.Cell(context.text("criterion-met"), tone: .good)
    case false:
      let isCovered = !AcceptanceResult.reservations(of: act, in: context.project).isEmpty
      return Figure.Cell(context.text("criterion-unmet"), tone: isCovered ? .attention : .bad)
    case nil:
      if criterion[AcceptanceCriterion.kpi] != nil { return Figure.Cell(context.text("criterion-open"), tone: .open) }
      if isSigned { return Figure.Cell(context.text("sign-off-by-evidence")) }
      var cell = Figure.Cell(context.text("sign-off-to-confirm"))
      cell.hasBox = true
      return cell
    }
  }

  /// When it is signed, what it rests on, and which language counts.
  private var conditions: [MergedText] {
    var texts: [MergedText] = []
    if let milestone = act[Act.milestone].flatMap({ context.project.find($0, in: Milestone.schema) }) {
      let day = AcceptanceResult.day(of: act, in: context.project).map { context.language.long($0) } ?? ""
      let name = context.cell(milestone, Milestone.name).text.plainText
      texts.append(labelled(context.text("milestone"), [name, day].filter { !$0.isEmpty }.joined(separator: ", ")))
    }
    if let reference = pack[HandoverPack.contractRef] {
      texts.append(labelled(context.language.title(ofField: "contractRef"), reference))
    }
    if let code = pack[HandoverPack.prevailingLanguage] {
      let name = LanguageTag(code).map { context.language.displayName(of: $0) } ?? code
      texts.append(labelled(context.language.title(ofField: "prevailingLanguage"), name))
    }
    if !transfers.isEmpty {
      texts.append(labelled(context.language.title(ofField: "responsibilityTransfer"), transfers))
    }
    return texts + (pack[HandoverPack.precedence].map { [context.format.localized($0)] } ?? [])
  }

  private func labelled(_ name: String, _ text: String) -> MergedText { MergedText("\(name): \(text)") }

  /// When responsibility passes to who takes over: of an act's wave, else of all. Nothing of it is part of a discharge.
  private var transfers: String {
    guard act[Act.kind] != "discharge" else { return "" }
    let all = pack[HandoverPack.responsibilityTransfer] ?? []
    let own = all.filter { transfer in act[Act.wave].map { $0 == transfer[ResponsibilityTransfer.wave] } ?? true }
    return own.map { transfer in
      let wave = transfer[ResponsibilityTransfer.wave].flatMap { context.project.find($0, in: Wave.schema) }
      let time = context.cell(transfer, ResponsibilityTransfer.at).text.text
      return [wave.map { context.waveName($0) }, time].compactMap(\.self).joined(separator: " ")
    }.joined(separator: "; ")
  }
}
