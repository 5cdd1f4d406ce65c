// `::escalation-path{provider=…}`: who is called when, on both sides, and how soon they answer.

import Languages
import Site
import Transition

enum EscalationPath: Component {
  static let name = "escalation-path"
  static let group = ComponentGroup.meetings
  static let topics = ["S0.9"]
  static let parameters: [ComponentParameter] = [.filter(EscalationLevel.provider)]
  static let entity: EntitySchema? = EscalationLevel.schema
  static let fields = [
    "level", "provider", "clientRole", "providerRole", "trigger", "respondWithin", "resolveWithin", "channel",
  ]
  /// More ladders would only repeat each other.
  private static let mostLadders = 4

  static func figure(_ context: ComponentContext) -> Figure {
    let paths = paths(context)
    let isNarrowed = paths.isEmpty && !context.project[EscalationLevel.schema].isEmpty
    var figure = context.figure(
      context.caption("escalation-path-caption"),
      emptyText: context.text(isNarrowed ? "no-such-escalation" : "no-escalation"), of: paths.flatMap(\.self),
      [
        RecordColumn(EscalationLevel.level, context) { name(of: $0, isOne: paths.count == 1, context) },
        RecordColumn(EscalationLevel.clientRole, context),
        RecordColumn(EscalationLevel.providerRole, context),
        RecordColumn(EscalationLevel.respondWithin, context),
        RecordColumn(EscalationLevel.resolveWithin, context),
        RecordColumn(EscalationLevel.channel, context) { channel(of: $0, context) }.below,
        RecordColumn(EscalationLevel.trigger, context, title: context.text("escalation-trigger")).below,
      ])
    guard !paths.isEmpty else { return figure }
    figure.drawings = paths.prefix(mostLadders).map { EscalationLadder($0, context).draw() }
    figure.notes = [MergedText(context.text("escalation-times"))]
    return figure
  }

  /// Its number; with several providers whose level it is.
  private static func name(of level: Record, isOne: Bool, _ context: ComponentContext) -> Figure.Cell {
    let number = context.cell(level, EscalationLevel.level)
    guard !isOne, let provider = level[EscalationLevel.provider] else { return number }
    let values = ["provider": context.partyName(provider).plainText, "n": number.text.text]
    return Figure.Cell(context.text("escalation-step", values))
  }

  /// What is written, in the reader's words where it is a usual way: "phone", "e-mail".
  private static func channel(of level: Record, _ context: ComponentContext) -> Figure.Cell {
    let text = level[EscalationLevel.channel] ?? ""
    let kind = String(text.lowercased().unicodeScalars.filter { $0 != "-" })
    let word = context.format.word(kind, Channel.kind.spec)
    return Figure.Cell(word == kind ? text : word)
  }

  /// The levels with each provider, the first level first.
  private static func paths(_ context: ComponentContext) -> [[Record]] {
    let levels = context.records(EscalationLevel.schema, parameters).ordered(by: EscalationLevel.provider, context)
    var providers: [String?] = []
    for level in levels where !providers.contains(level[EscalationLevel.provider]) {
      providers.append(level[EscalationLevel.provider])
    }
    return providers.map { provider in
      levels.filter { $0[EscalationLevel.provider] == provider }.enumerated().sorted { a, b in
        let (first, second) = (a.element[EscalationLevel.level], b.element[EscalationLevel.level])
        guard let first, let second, first != second else { return a.offset < b.offset }
        return first < second
      }.map(\.element)
    }
  }
}
