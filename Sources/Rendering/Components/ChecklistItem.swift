// One thing of a checklist: what it is, whether it is done, who does it until when.

import Languages
import Site
import Transition

struct ChecklistItem {
  /// What its row shows.
  let record: Record
  let title: MergedText
  /// Nil where nothing says whether it is done: then there is a box to tick.
  let state: ListProgress.State?
  /// The word of the data for its state, where they have one.
  let word: String?
  let owner: Figure.Cell
  let due: Day?
  let isLate: Bool
  private let ownerIDs: [String]
  private let phase: String?

  var isDone: Bool { state?.isDone ?? false }

  /// Fields by which things are called, in the order in which one is looked for.
  private static let titles = [
    "title", "name", "publicName", "publicLabel", "criterion", "action", "where", "message", "question", "system",
    "statement", "term", "regime", "what", "topic", "label", "text",
  ]
  /// Who does it.
  static let owners = ["owner", "producer", "sender", "by"]
  /// What keeps things of the same name apart.
  private static let details = ["market", "country", "wave", "who", "holder"]

  static func fields(of schema: EntitySchema) -> [String] {
    let names = titles + owners + details + ["due", "phase"] + [ListProgress.fact(of: schema)].compactMap(\.self)
    return names.uniqued.filter { schema.field($0) != nil }
  }

  /// Whether all of those readers may see a field of the records that they see.
  static func isShown(_ field: String, of schema: EntitySchema, to readers: Audience) -> Bool {
    guard let spec = schema.field(field), (spec.audience ?? .public) <= readers else { return false }
    if schema.audience <= readers { return true }
    let open = readers == .public ? schema.publicFields : schema.publicFields + schema.partyFields
    return open.contains(field)
  }

  // MARK: The list

  /// What is late first, then what is due next; what is done last.
  static func items(of records: [Record], _ schema: EntitySchema, _ context: ComponentContext) -> [ChecklistItem] {
    let isKnown = ListProgress.fact(of: schema).map { isShown($0, of: schema, to: context.readers) } ?? false
    let items =
      schema === Readiness.schema
      ? records.flatMap { criteria(of: $0, isKnown: isKnown, context) }
      : records.map { ChecklistItem($0, isKnown: isKnown, context) }
    return items.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.isDone != second.isDone { return second.isDone }
      if first.due == second.due { return a.offset < b.offset }
      guard let day = first.due, let other = second.due else { return first.due != nil }
      return day < other
    }.map(\.element)
  }

  private init(_ record: Record, isKnown: Bool, _ context: ComponentContext) {
    self.record = record
    state = isKnown ? ListProgress.state(of: record, in: context.project) : nil
    due = ListProgress.due(of: record, in: context.project)
    isLate = ListProgress.isLate(state, due: due, in: context.project)
    title = Self.title(of: record, context)
    let field = Self.owners.first { name in
      record.located(name) != nil && record.schema.field(name)?.kind.targets != nil
    }
    owner = Figure.Cell(field.map { context.value(record, $0) } ?? MergedText(""))
    ownerIDs = field.flatMap { record.located($0) }.flatMap { [String].from($0.value) } ?? []
    phase = record.located("phase").flatMap { String.from($0.value) }
    word = record.schema.field("status").flatMap { spec in
      spec.name == ListProgress.fact(of: record.schema)
        ? record.located("status").flatMap { String.from($0.value) }.map { context.format.word($0, spec) } : nil
    }
  }

  /// A criterion of a readiness list; it is due on the day of its gate.
  private init(_ item: Record, of list: Record, isKnown: Bool, _ context: ComponentContext) {
    record = list
    let gate = list[Readiness.gate].flatMap { context.project.find($0, in: Milestone.schema) }
    let isMet = ReadinessVerdict.isMet(item)
    state = isKnown ? (isMet == true ? .done(nil) : isMet == false ? .running(nil) : .open) : nil
    due = gate?[Milestone.planned]
    isLate = ListProgress.isLate(state, due: due, in: context.project)
    let name = context.cell(item, ReadinessItem.criterion).text
    let gateName = gate.map { context.cell($0, Milestone.name).text.plainText } ?? ""
    let isOne = context.project[Readiness.schema].count < 2 || gateName.isEmpty
    title = isOne ? name : MergedText("\(name.plainText) (\(gateName))", language: name.language)
    owner = context.cell(item, ReadinessItem.owner)
    ownerIDs = [item[ReadinessItem.owner]].compactMap(\.self)
    phase = nil
    word = isMet.map { context.text($0 ? "criterion-met" : "criterion-unmet") }
  }

  private static func criteria(
    of list: Record, isKnown: Bool, _ context: ComponentContext
  ) -> [ChecklistItem] {
    (list[Readiness.items] ?? []).map { ChecklistItem($0, of: list, isKnown: isKnown, context) }
  }

  private static func title(of record: Record, _ context: ComponentContext) -> MergedText {
    let name = titles.first { record.located($0) != nil }.map { context.value(record, $0) }
    guard let name else { return MergedText(context.name(of: record)) }
    let details = details.filter { record.located($0) != nil }.map { detail in
      switch (detail, record.located(detail).flatMap { String.from($0.value) }) {
      case ("market", let code?), ("country", let code?): context.language.regionName(code)
      case ("wave", let id?): context.project.find(id, in: Wave.schema).map { context.waveName($0) } ?? ""
      default: context.value(record, detail).plainText
      }
    }.filter { !$0.isEmpty }
    guard !details.isEmpty else { return name }
    return MergedText("\(name.plainText) (\(details.joined(separator: ", ")))", language: name.language)
  }

  func isMet(by arguments: [String: String]) -> Bool {
    (arguments["owner"].map { ownerIDs.contains($0) } ?? true) && (arguments["phase"].map { $0 == phase } ?? true)
  }

  // MARK: Its row

  /// Its name, with a box that is ticked where it is done.
  var box: Figure.Cell {
    var cell = Figure.Cell(title)
    cell.hasBox = true
    cell.isTicked = isDone
    return cell
  }

  func status(_ context: ComponentContext) -> Figure.Cell {
    switch state {
    case nil: return Figure.Cell("")
    case .done(let day?):
      return Figure.Cell(context.text("done-on", ["date": context.shortDay(day)]), tone: .good)
    case .done(nil): return Figure.Cell(word ?? context.text("status-done"), tone: .good)
    case .open, .running:
      let share = if case .running(let share?) = state { context.language.percent(share) } else { nil as String? }
      let text = share ?? word ?? context.text("status-open")
      return isLate
        ? Figure.Cell(
          [context.text("state-late"), share ?? word].compactMap(\.self).joined(separator: ", "), tone: .bad)
        : Figure.Cell(text, tone: .open)
    }
  }
}

extension ComponentContext {
  /// The value of a field by its name, as text.
  fileprivate func value(_ record: Record, _ name: String) -> MergedText {
    guard let spec = record.schema.field(name), let located = record.located(name) else { return MergedText("") }
    return format.text(located.value, spec, of: record)
  }
}
