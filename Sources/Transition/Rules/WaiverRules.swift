// Waivers: findings that somebody accepts for a while. Safety is never waived, and a waiver names what it accepts.

import Languages
package import Syntax

enum WaiverRules: Rule {
  static let id = "waiver"
  static let weight = RuleClass.integrity
  static let rationale =
    "A waiver names a rule that there is and that may be waived, a record, a reason, who accepts it and until when."
  static let messages = [
    "unknown": RuleMessage("there is no rule \"{rule}\"", "{hint}"),
    "safety": RuleMessage(
      "{rule} is about safety and is never waived", "mend what it finds; delete the waiver"),
    "integrity": RuleMessage(
      "{rule} finds data that contradicts itself, which no reason makes true", "mend what it finds; delete the waiver"),
  ]
  static let example = RuleExample(
    broken: """
      waivers.yaml
        - { rule: ‸V65, record: bot, reason: Everybody knows, by: spo, until: 2026-12-31 }
      """,
    sound: """
      waivers.yaml
        - { rule: V40, record: tender-2025, reason: Quality is the goal, by: spo, until: 2026-12-31 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Waiver.schema].compactMap { waiver in
      guard let id = waiver[Waiver.rule] else { return nil }
      guard let rule = Rules.description(id) else {
        let hint = didYouMean(id, among: Rules.catalogue.map { $0.id })
        return Finding("unknown", waiver, "rule", ["rule": id], notes: ["hint": hint])
      }
      switch rule.weight {
      case .safety: return Finding("safety", waiver, "rule", ["rule": id])
      case .integrity: return Finding("integrity", waiver, "rule", ["rule": id])
      default: return nil
      }
    }
  }
}

/// Findings that the project's waivers accept on the day: reported with the reason, but they fail nothing.
package enum Waivers {
  package static func apply(_ diagnostics: [Diagnostic], _ project: TransitionProject, asOf: AsOf) -> [Diagnostic] {
    // What no person has confirmed, and what nobody may know of yet, accepts nothing.
    let waivers = project[Waiver.schema].filter { !$0.isHeldBack(asOf) }
    guard !waivers.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      guard let rule = Rules.description(diagnostic.id), rule.weight == .advice || rule.weight == .completeness,
        let waiver = waivers.first(where: { accepts($0, diagnostic, asOf) })
      else { return diagnostic }
      var accepted = diagnostic
      accepted.severity = .note
      accepted.acceptance = words(waiver)
      return accepted
    }
  }

  private static func accepts(_ waiver: Record, _ diagnostic: Diagnostic, _ asOf: AsOf) -> Bool {
    guard waiver[Waiver.rule] == diagnostic.id, let record = waiver[Waiver.record], record == diagnostic.record,
      let until = waiver[Waiver.until]
    else { return false }
    return !asOf.isOver(Period(until)).holds
  }

  private static func words(_ waiver: Record) -> String {
    let reason = waiver[Waiver.reason]?.entries.first?.text ?? ""
    return "by \(waiver[Waiver.by] ?? "nobody") until \(waiver[Waiver.until]?.iso ?? ""): \(reason)"
  }
}
