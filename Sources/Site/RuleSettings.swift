// The site's own severities name rules that there are, and only those that may be weighed otherwise.

import Languages
import Syntax
package import Transition

/// What `rules:` in `site.yaml` may say.
package enum RuleSettings: SiteRule {
  package static let id = "rules"
  package static let weight = RuleClass.integrity
  package static let rationale =
    "A site may change how much a rule of completeness or advice weighs, never safety or integrity."
  package static let messages = [
    "unknown": RuleMessage("there is no rule \"{rule}\"", "{hint}"),
    "fixed": RuleMessage(
      "{rule} is a rule of {weight} and stays an error", "take the line out; mend what the rule finds"),
  ]
  package static let example = RuleExample(
    broken: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        editions: { wiki: { audience: internal, url: "https://wiki.example" } }
        rules: { V01: ‸off }
      """,
    sound: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        editions: { wiki: { audience: internal, url: "https://wiki.example" } }
        rules: { V11: off }
      """)

  package static func check(_ content: ParsedContent) -> [Finding] {
    let settings = content.configuration.record[SiteFields.rules]?.entries ?? []
    return settings.compactMap { entry in
      let place = Place(content.configuration.record.file, entry.value.span)
      guard let rule = SiteRules.description(entry.key) else {
        // Findings outside the catalogue have names of their own.
        guard entry.key.utf8.first == UInt8(ascii: "V") else { return nil }
        let hint = didYouMean(entry.key, among: SiteRules.catalogue.map { $0.id })
        return Finding("unknown", at: place, ["rule": entry.key], notes: ["hint": hint])
      }
      guard rule.weight == .safety || rule.weight == .integrity else { return nil }
      return Finding("fixed", at: place, ["rule": entry.key, "weight": rule.weight.rawValue])
    }
  }
}
