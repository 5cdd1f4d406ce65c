// `::notice-card{notice=n1}`: one notice, what it says to whom and from when, as a list of its parts.

import Languages
import Site
import Syntax
import Transition

enum NoticeCard: Component {
  static let name = "notice-card"
  static let group = ComponentGroup.customers
  static let topics = ["S0.8"]
  static let parameters = [
    ComponentParameter(name: "notice", kind: .record([Notice.schema.collection]), summary: "The notice.")
  ]
  static let entity: EntitySchema? = Notice.schema
  static let fields = [
    "title", "type", "mode", "summary", "audience", "whatChanges", "whatStays", "whatToDo", "whatInstead", "effective",
    "ifPostponed", "oldChannel", "newChannel", "forwardUntil", "customerBenefit", "reason", "contact", "verify",
    "accessibleAlternative", "approvals", "draft", "withdrawn", "updates",
  ]

  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    guard arguments["notice"] == nil else { return ComponentBinding(entity: entity, fields: fields) }
    return ComponentBinding(
      entity: entity, fields: fields,
      problems: [
        ArgumentProblem(
          argument: "notice", message: "::notice-card does not say which notice",
          rule: "notice= names the notice that the card shows",
          help: "write ::notice-card{notice=…} with the id of a notice")
      ])
  }

  static func figure(_ context: ComponentContext) -> Figure {
    let notice = context.arguments["notice"].flatMap { context.project.find($0, in: Notice.schema) }
    let title = notice.map { NoticeWords(context: context).title($0).plainText } ?? ""
    return Figure(
      caption: context.text("notice-card-caption", ["title": title]), emptyText: context.text("notice-card-empty"),
      columns: [.init(context.text("field"), field: nil), .init(context.text("notice-content"), field: nil)],
      rows: notice.map { rows($0, context) } ?? [])
  }

  private static func rows(_ notice: Record, _ context: ComponentContext) -> [Figure.Row] {
    let parts = NoticeParts(notice, context)
    let all = parts.state + parts.content + parts.days + parts.channels + parts.answers + parts.updates
    return all.filter { !$0.cell.isEmpty }.map { part in
      Figure.Row(record: notice.id, cells: [Figure.Cell(part.name), part.cell])
    }
  }
}

/// The parts of a notice under their names, in the order in which a reader wants them.
private struct NoticeParts {
  typealias Part = (name: String, cell: Figure.Cell)

  private let notice: Record
  private let context: ComponentContext
  private let words: NoticeWords

  init(_ notice: Record, _ context: ComponentContext) {
    (self.notice, self.context) = (notice, context)
    words = NoticeWords(context: context)
  }

  private func part<Value: FieldValue>(_ field: Field<Value>) -> Part {
    (context.language.title(ofField: field.spec.name), context.cell(notice, field))
  }

  /// How far it is; why it was withdrawn.
  var state: [Part] {
    var parts: [Part] = words.approval(notice).map { [(context.text("notice-approval"), $0)] } ?? []
    if let withdrawn = notice[Notice.withdrawn], withdrawn[Withdrawal.date] != nil {
      parts.append((context.language.title(ofField: "reason"), context.cell(withdrawn, Withdrawal.reason)))
    }
    return parts
  }

  var content: [Part] {
    let audience = notice[Notice.audience]
    let customers = audience.map { context.cell($0, NoticeAudience.customers).text.text } ?? ""
    let segments = audience?[NoticeAudience.segments] ?? []
    let whom = ([words.markets(notice), customers] + segments).filter { !$0.isEmpty }.joined(separator: " · ")
    return [
      part(Notice.type), part(Notice.mode), part(Notice.summary),
      (context.language.title(ofField: "audience"), Figure.Cell(whom)), part(Notice.whatChanges),
      part(Notice.whatStays), part(Notice.whatToDo), part(Notice.whatInstead),
    ]
  }

  /// When it is announced and takes effect in each market, and what holds while a decision is to come.
  var days: [Part] {
    let effects = NoticeDates.effects(notice).orderedByDay(NoticeEffect.announce)
    var parts: [Part] = effects.map { effect in
      let market = effect[NoticeEffect.market].map { context.language.regionName($0) }
      let when = context.language.title(ofField: "when")
      return (market.map { "\(when): \($0)" } ?? when, Figure.Cell(text(effect)))
    }
    if effects.contains(where: { undecided($0) != nil }) { parts.append(part(Notice.ifPostponed)) }
    return parts
  }

  /// "announced from 2 February 2026; holds from 2 March 2026, provided that: go/no-go wave 1".
  private func text(_ effect: Record) -> String {
    var texts: [String] = []
    if let announce = effect[NoticeEffect.announce] {
      texts.append(context.text("notice-announced", ["date": context.language.long(announce)]))
    }
    let span = words.span(effect).text.text
    if !span.isEmpty { texts.append(context.text("notice-holds", ["date": span])) }
    if let gate = undecided(effect) {
      texts.append(context.text("notice-gate", ["gate": context.cell(gate, Milestone.name).text.plainText]))
    }
    return texts.joined(separator: "; ")
  }

  /// The decision that days wait for, while it is not taken.
  private func undecided(_ effect: Record) -> Record? {
    let gate = effect[NoticeEffect.gate] ?? notice[Notice.gate]
    return gate.flatMap { context.project.find($0, in: Milestone.schema) }.flatMap { milestone in
      milestone[Milestone.actual] == nil ? milestone : nil
    }
  }

  var channels: [Part] {
    let old = parts(of: notice[Notice.oldChannel], context.language.title(ofField: "oldChannel"))
    let new = parts(of: notice[Notice.newChannel], context.language.title(ofField: "newChannel"))
    return old + new + [part(Notice.forwardUntil), part(Notice.customerBenefit), part(Notice.reason)]
  }

  /// A part for each channel, by its market.
  private func parts(of ids: [String]?, _ name: String) -> [Part] {
    words.channels(ids).map { channel in
      let market = channel[Channel.market].map { context.language.regionName($0) }
      return (market.map { "\(name): \($0)" } ?? name, Figure.Cell(words.channel(channel)))
    }
  }

  /// Where to ask, how one knows that it is genuine, and the way for those who cannot use it.
  var answers: [Part] {
    let (contact, new) = (notice[Notice.contact] ?? [], notice[Notice.newChannel] ?? [])
    // New channels stand above already.
    let asked = parts(of: contact.filter { !new.contains($0) }, context.language.title(ofField: "contact"))
    let verify = words.inherited(Notice.verify, Channel.verify, notice)
    let alternative = words.inherited(Notice.accessibleAlternative, Channel.accessibleAlternative, notice)
    return asked + verify.map { (context.language.title(ofField: "verify"), Figure.Cell($0)) }
      + alternative.map { (context.language.title(ofField: "accessibleAlternative"), Figure.Cell($0)) }
  }

  var updates: [Part] {
    words.updates(notice).map { update in
      let time = context.cell(update, NoticeUpdate.dt).text.text
      return ("\(context.text("notice-update")): \(time)", context.cell(update, NoticeUpdate.text))
    }
  }
}
