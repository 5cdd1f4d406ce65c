// `::business-case`: what the change saves and costs: key figures, the way from running cost to net saving, when it has
// paid for itself, and how the one-off cost develops.

import Languages
import Site
import Transition

enum BusinessCaseView: PageComponent {
  static let name = "business-case"
  static let group = ComponentGroup.partner
  static let topics = ["S3.3", "S4.6"]
  static let parameters = [
    ComponentParameter(name: "years", kind: .integer(1...20), summary: "Over how many years it is followed.")
  ]
  static let entity: EntitySchema? = CostItem.schema
  static let fields = [
    "name", "kind", "amount", "series", "committed", "actual", "forecast", "basis", "confidence", "cashable",
    "baseline",
  ]
  static let tables = ["key-figures", "lines", "cash", "one-off"]

  static func figures(_ context: ComponentContext) -> [Figure] {
    guard let result = BusinessCase(context.project) else {
      let captions = ["business-case-caption", "case-lines-caption", "case-cash-caption"].map { context.caption($0) }
      return captions.enumerated().map { index, caption in
        Figure(caption: caption, emptyText: index == 0 ? context.text("no-business-case") : "", columns: [], rows: [])
      } + [OneOffCost(context).figure]
    }
    let sheet = CaseSheet(result, context)
    return [sheet.keyFigures, sheet.lines, CaseCash(result, context).figure, OneOffCost(context).figure]
  }
}

/// The business case in tables: its key figures, and the lines that they come from.
struct CaseSheet {
  let result: BusinessCase
  let money: MoneyFormat
  let context: ComponentContext

  init(_ result: BusinessCase, _ context: ComponentContext) {
    (self.result, self.context) = (result, context)
    money = MoneyFormat(result.currency, context)
  }

  // MARK: Key figures

  var keyFigures: Figure {
    Figure(
      caption: context.caption("business-case-caption"), emptyText: context.text("no-business-case"),
      columns: [
        .init(context.text("case-figure"), field: nil), .init(context.text("case-value"), field: nil, isNumber: true),
        .init(context.text("case-note"), field: nil),
      ], rows: savings + paybacks + perContact)
  }

  private func row(_ name: String, _ value: Figure.Cell, _ note: String = "", isTotal: Bool = false, level: Int = 0)
    -> Figure.Row
  {
    Figure.Row(
      record: "", cells: [Figure.Cell(context.text(name)), value, Figure.Cell(note)], isTotal: isTotal, level: level)
  }

  private var savings: [Figure.Row] {
    [
      row("case-gross", money.cell(result.gross), context.text("case-gross-note")),
      row("case-steering", money.cell(result.extraSteering), steering),
      row("case-net", money.cell(result.net), isTotal: true),
      row("case-cashable", money.cell(result.cashable), notCashable, level: 1),
      row("case-one-off", money.cell(result.oneOff)),
    ]
  }

  /// Steering as a share of running, before and after.
  private var steering: String {
    let shares = [true, false].map { isBefore in
      result.steeringShare(before: isBefore)?.rounded(1).map { context.language.percent($0, fractionDigits: 1) }
    }
    guard result.steeringBefore != 0 || result.steeringAfter != 0, let before = shares[0], let after = shares[1] else {
      return ""
    }
    return context.text("case-steering-share", ["before": before, "after": after])
  }

  private var notCashable: String {
    guard result.notCashableSavings != 0 else { return "" }
    let share = Ratio(Int(result.notCashableSavings)).multiplied(by: Ratio(100))?.divided(by: Ratio(Int(result.gross)))
    let values = ["amount": money.text(result.notCashableSavings)]
    guard result.gross > 0, let shown = share?.rounded(1) else { return context.text("case-not-cashable", values) }
    return context.text(
      "case-not-cashable-share",
      values.merging(["share": context.language.percent(shown, fractionDigits: 1)]) { $1 })
  }

  private var paybacks: [Figure.Row] {
    var rows = [payback("case-payback-net", result.payback(from: \.net))]
    if result.extraSteering != 0 { rows.insert(payback("case-payback-gross", result.payback(from: \.gross)), at: 0) }
    if result.notCashableSavings != 0 {
      rows.append(payback("case-payback-cashable", result.payback(from: \.cashable)))
    }
    let span = CaseCash.years(context) ?? 3
    let words = context.language.plural("case-years", count: span) ?? context.language.number(span)
    let name = context.text("case-net-after", ["years": words])
    let balance = Figure.Row(
      record: "", cells: [Figure.Cell(name), money.cell(result.net(years: span)), Figure.Cell("")])
    return rows + [balance]
  }

  private func payback(_ name: String, _ months: Ratio?) -> Figure.Row {
    guard let rounded = months?.rounded(1) else { return row(name, Figure.Cell(context.text("case-never"))) }
    let years = months?.divided(by: Ratio(12))?.rounded(1).flatMap { context.language.plural("case-years", count: $0) }
    return row(name, Figure.Cell(Self.months(rounded, context), rounded), years ?? "")
  }

  /// "20,3 Monate".
  static func months(_ months: FixedDecimal, _ context: ComponentContext) -> String {
    context.language.plural("case-months", count: months) ?? context.language.number(months)
  }

  private var perContact: [Figure.Row] {
    guard let contacts = result.contacts(context.project), let cost = result.perContact(contacts) else { return [] }
    let note = context.text("case-contacts", ["n": context.language.number(contacts)])
    return [
      row("case-contact-before", money.exact(cost.before), note), row("case-contact-after", money.exact(cost.after)),
    ]
  }

  // MARK: Lines

  var lines: Figure {
    var rows = group("case-run-before", "run", isBefore: true, result.runBefore)
    rows += group("case-run-after", "run", isBefore: false, result.runAfter)
    rows += group("kind-avoided", "avoided", isBefore: false, result.avoided)
    rows += group("kind-saving", "saving", isBefore: false, result.otherSavings)
    rows.append(total("case-gross", result.gross))
    rows += group("case-steering-before", "steering", isBefore: true, result.steeringBefore)
    rows += group("case-steering-after", "steering", isBefore: false, result.steeringAfter)
    rows.append(total("case-net", result.net))
    let once = Spending.kinds.flatMap { items($0, isBefore: false) }
    if !once.isEmpty { rows += [total("case-one-off", result.oneOff)] + once.map(line) }
    func title(_ field: String) -> String { context.language.title(ofField: field) }
    var figure = Figure(
      caption: context.caption("case-lines-caption"), emptyText: context.text("no-business-case"),
      columns: [
        .init(context.text("cost"), field: "name"), .init(title("amount"), field: "amount", isNumber: true),
        .init(title("cashable"), field: "cashable"), .init(title("basis"), field: "basis"),
      ], rows: rows)
    figure.drawings = [CaseWaterfall(result, context).draw()]
    if result.changesOverYears { figure.notes = [MergedText(context.text("case-first-year"))] }
    return figure
  }

  private func items(_ kind: String, isBefore: Bool) -> [Record] {
    context.project[CostItem.schema].filter {
      $0[CostItem.kind] == kind && ($0[CostItem.baseline] == true) == isBefore
    }
  }

  /// A sum with the lines it is made up of.
  private func group(_ name: String, _ kind: String, isBefore: Bool, _ sum: Int64) -> [Figure.Row] {
    let items = items(kind, isBefore: isBefore)
    guard !items.isEmpty else { return [] }
    return [sumRow(context.text(name), sum)] + items.map(line)
  }

  private func sumRow(_ name: String, _ sum: Int64) -> Figure.Row {
    let blank = Array(repeating: Figure.Cell(""), count: 2)
    return Figure.Row(record: "", cells: [Figure.Cell(name), money.cell(sum)] + blank)
  }

  private func total(_ name: String, _ sum: Int64) -> Figure.Row {
    var row = sumRow(context.text(name), sum)
    row.isTotal = true
    return row
  }

  private func line(_ item: Record) -> Figure.Row { Figure.Row(record: item.id, cells: cells(item), level: 1) }

  private func cells(_ item: Record) -> [Figure.Cell] {
    let confidence = context.cell(item, CostItem.confidence).text.text
    let title = context.language.title(ofField: "confidence")
    return [
      context.cell(item, CostItem.name), money.cell(BusinessCase.amount(item, result.digits, year: 1)),
      context.cell(item, CostItem.cashable),
      context.cell(item, CostItem.basis)
        .explained(confidence.isEmpty ? nil : MergedText("\(title): \(confidence)")),
    ]
  }
}
