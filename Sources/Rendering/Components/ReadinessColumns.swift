// The columns of gates and their criteria: as many as their readers have something to read in.

import Languages
import Site
import Transition

struct ReadinessColumns {
  private let context: ComponentContext
  private let hasArea, hasEvidence, hasOwner: Bool

  init(_ items: [Record], _ context: ComponentContext) {
    self.context = context
    hasArea = items.contains { $0[ReadinessItem.area] != nil }
    hasEvidence = items.contains { $0[ReadinessItem.evidence] != nil }
    hasOwner = items.contains { $0[ReadinessItem.owner] != nil }
  }

  var columns: [Figure.Column] {
    var columns: [Figure.Column] = [
      .init(context.text("criterion"), field: "items"), .init(context.text("wanted"), field: nil, isNumber: true),
      .init(context.text("found"), field: nil, isNumber: true), .init(context.text("status"), field: nil),
      .init(context.language.title(ofField: "must"), field: nil),
    ]
    if hasArea { columns.append(.init(context.text("status-area"), field: nil)) }
    if hasEvidence { columns.append(.init(context.language.title(ofField: "evidence"), field: nil)) }
    if hasOwner { columns.append(.init(context.text("owner"), field: nil)) }
    return columns
  }

  // MARK: A gate

  /// Its name and its day, how many criteria are met, and for the team the verdict.
  func head(_ gate: NextGate) -> Figure.Row {
    let met = context.text(
      "criteria-met-of",
      ["n": context.language.number(gate.metCount), "of": context.language.number(gate.items.count)])
    let blank = [hasArea, hasEvidence, hasOwner].filter(\.self).map { _ in Figure.Cell("") }
    return Figure.Row(
      record: gate.lists.count == 1 ? gate.lists[0].id : gate.milestone.id,
      cells: [Figure.Cell(context.name(of: gate)), Figure.Cell(""), Figure.Cell(met), verdict(gate), Figure.Cell("")]
        + blank)
  }

  private func verdict(_ gate: NextGate) -> Figure.Cell {
    if context.readers >= .team, let verdict = gate.verdict(in: context.project) {
      let tone: Figure.Tone = verdict == "go" ? .good : verdict == "no-go" ? .bad : .attention
      return Figure.Cell(context.format.word(verdict, ReadinessVerdict.field.spec), tone: tone)
    }
    return Figure.Cell(context.text(gate.isDecided ? "gate-decided" : "criterion-open"), tone: .open)
  }

  // MARK: A criterion

  func row(_ item: Record, _ gate: NextGate) -> Figure.Row {
    let tone = Self.tone(of: item)
    let word =
      switch tone {
      case .good: "criterion-met"
      case .open: "criterion-open"
      default: "criterion-unmet"
      }
    var cells = [
      context.cell(item, ReadinessItem.criterion), Figure.Cell(context.wanted(item)), Figure.Cell(context.found(item)),
      Figure.Cell(context.text(word), tone: tone),
      Figure.Cell(item[ReadinessItem.must].flatMap { context.language.text($0 ? "yes" : "no") } ?? ""),
    ]
    if hasArea { cells.append(context.cell(item, ReadinessItem.area)) }
    if hasEvidence { cells.append(context.cell(item, ReadinessItem.evidence)) }
    if hasOwner { cells.append(context.cell(item, ReadinessItem.owner)) }
    return Figure.Row(record: gate.list(of: item)?.id ?? item.id, cells: cells, level: 1)
  }

  /// Met, open, not met, or not met although it must be.
  static func tone(of item: Record) -> Figure.Tone {
    switch ReadinessVerdict.isMet(item) {
    case true: .good
    case false: item[ReadinessItem.must] == true ? .bad : .attention
    case nil: .open
    }
  }
}

extension NextGate {
  /// The list that a criterion stands in.
  fileprivate func list(of item: Record) -> Record? {
    lists.first { list in (list[Readiness.items] ?? []).contains { $0 === item } }
  }
}

extension ComponentContext {
  /// "Go/no-go for wave 2 (18 March 2026)": a gate and the day on which it is or was decided.
  func name(of gate: NextGate) -> MergedText {
    let name = cell(gate.milestone, Milestone.name).text
    let day = gate.milestone[Milestone.actual] ?? gate.milestone[Milestone.planned]
    return MergedText(name.plainText + (day.map { " (\(language.long($0)))" } ?? ""), language: name.language)
  }

  /// "≥ 95 %", "≤ 0", "yes": from which value on a criterion is met.
  func wanted(_ item: Record) -> String {
    guard let value = item[ReadinessItem.threshold]?.value else { return "" }
    if let flag = Bool.from(value) { return language.text(flag ? "yes" : "no") ?? "" }
    return (item[ReadinessItem.direction] == "lower" ? "≤\u{A0}" : "≥\u{A0}") + figure(value, item)
  }

  /// What was found.
  func found(_ item: Record) -> String {
    guard let value = item[ReadinessItem.actual]?.value else { return "–" }
    if let flag = Bool.from(value) { return language.text(flag ? "yes" : "no") ?? "" }
    return figure(value, item)
  }

  private func figure(_ value: Value, _ item: Record) -> String {
    FixedDecimal.from(value).map { format.quantity($0, unit: item[ReadinessItem.unit] ?? "") } ?? ""
  }
}
