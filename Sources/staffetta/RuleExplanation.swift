// What `check --explain` prints: a rule, its class, why it is there, an example that breaks it and one that keeps it.

import ArgumentParser
import Site
import Syntax
import Transition

enum RuleExplanation {
  static func text(of id: String) throws -> String {
    guard let rule = SiteRules.description(id) else { throw ValidationError(unknown(id)) }
    var lines = ["\(rule.id): \(name(of: rule))", "", rule.rationale, ""]
    let messages = rule.messages.sorted { $0.key < $1.key }.map(\.value)
    if !messages.isEmpty {
      lines.append("It says:")
      for message in messages { lines += ["  \(message.text)", "    help: \(message.help)"] }
      lines.append("")
    }
    lines += ["This breaks it, at the mark ‸:", ""] + indented(rule.example.broken)
    lines += ["", "This keeps it:", ""] + indented(rule.example.sound)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func name(of rule: any RuleDescription.Type) -> String {
    switch rule.weight {
    case .safety: "safety, always an error, never waived"
    case .integrity: "integrity, always an error"
    case .completeness where rule.isForAgreedPlans: "completeness, an error once the project's stage is baselined"
    case .completeness: "completeness, a warning in a draft, an error once the project's stage is baselined"
    case .advice: "advice, a warning"
    }
  }

  private static func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
  }

  private static func unknown(_ id: String) -> String {
    if let part = Rules.reserved.first(where: { $0.ids.contains(id) })?.part {
      return "\(id) is not checked yet: it comes with \(part)"
    }
    return "there is no rule \(id): \(didYouMean(id, among: SiteRules.catalogue.map { $0.id }))"
  }
}
