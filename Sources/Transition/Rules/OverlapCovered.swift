// V67 and V69: an overlap that outlives the old contract, and places that still show the old channel.

import Languages
import Syntax

enum OverlapCovered: Rule {
  static let id = "V67"
  static let weight = RuleClass.completeness
  static let rationale =
    "The outgoing provider stays until the last market has run for a while: its contract must last that long."
  static let messages = [
    "short": RuleMessage(
      "the overlap lasts until {until}, \"{id}\" ends on {end}",
      "prolong the contract, bring the last go-live forward, or shorten overlapDays")
  ]
  static let example = RuleExample(
    broken: """
      project.yaml
        { name: N, type: partner-change, outgoing: ponteluna, goLive: { SE: 2026-03-02 } }
      contracts.yaml
        - { id: c1, provider: ponteluna, kind: framework, start: 2023-01-01, end: ‸2026-03-10 }
      """,
    sound: """
      project.yaml
        { name: N, type: partner-change, outgoing: ponteluna, goLive: { SE: 2026-03-02 } }
      contracts.yaml
        - { id: c1, provider: ponteluna, kind: framework, start: 2023-01-01, end: 2026-04-30 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let outgoing = context.all.record?[Project.outgoing] ?? []
    guard let last = context.goLiveDays.max(), let until = ProviderOverlap.end(after: last, in: context.all)
    else { return [] }
    return context.all[Contract.schema].flatMap { contract -> [Finding] in
      guard contract[Contract.provider].map(outgoing.contains) == true, contract[Contract.kind] != "dpa",
        contract[Contract.kind] != "nda"
      else { return [] }
      return [Contract.end, Contract.exitUntil].compactMap { field in
        guard let end = contract[field], end < until else { return nil }
        return Finding("short", contract, field.spec.name, ["until": until.iso, "end": end.iso])
      }
    }
  }
}

enum TouchpointSwitched: Rule {
  static let id = "V69"
  static let weight = RuleClass.advice
  static let rationale =
    "From the day a channel is replaced no place shows the old one: customers believe what they read."
  static let messages = [
    "late": RuleMessage(
      "\"{id}\" is to show \"{channel}\" since {from}, and nothing says that it does", "switch it, then write switched")
  ]
  static let example = RuleExample(
    broken: """
      channels.yaml
        - { id: old, kind: phone, market: SE, address: "+46 8 465 004 10", validFrom: 2020-01-01 }
        - { id: new, kind: phone, market: SE, address: "+46 8 465 004 20", validFrom: 2026-03-02, replaces: old }
      touchpoints.yaml
        - { id: van, where: Van lettering, market: SE, shows: ‸new, owner: mse }
      """,
    sound: """
      channels.yaml
        - { id: old, kind: phone, market: SE, address: "+46 8 465 004 10", validFrom: 2020-01-01 }
        - { id: new, kind: phone, market: SE, address: "+46 8 465 004 20", validFrom: 2026-03-02, replaces: old }
      touchpoints.yaml
        - { id: van, where: Van lettering, market: SE, shows: new, owner: mse, switched: 2026-02-25 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context[Touchpoint.schema].compactMap { touchpoint in
      guard touchpoint[Touchpoint.switched] == nil,
        let channel = context.find(touchpoint[Touchpoint.shows], Channel.schema), channel[Channel.replaces] != nil,
        let from = channel[Channel.validFrom], context.isReached(from)
      else { return nil }
      return Finding("late", touchpoint, "shows", ["channel": channel.id, "from": from.iso])
    }
  }
}
