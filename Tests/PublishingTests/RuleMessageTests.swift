// What rules say, in every language that the program carries: the same messages, with the same values in them.

import Languages
import Publishing
import Site
import Syntax
import TestSites
import Testing
import Transition

@Suite struct RuleMessageTests {
  /// Every key with the English text: the rule itself, its messages, and what to do.
  static let english: [String: String] = {
    var texts: [String: String] = [:]
    for rule in SiteRules.catalogue {
      texts[rule.id] = rule.rationale
      for (name, message) in rule.messages {
        texts["\(rule.id).\(name)"] = message.text
        texts["\(rule.id).\(name).help"] = message.help
      }
    }
    for (name, message) in PagesNamed.messages.merging(PartiesNamed.messages, uniquingKeysWith: { $1 }) {
      texts["V01.\(name)"] = message.text
      texts["V01.\(name).help"] = message.help
    }
    return texts
  }()

  @Test(arguments: ["it", "sv", "de"]) func everyMessageIsSaidWithItsValues(_ code: String) throws {
    let language = try #require(LanguageTag(code).flatMap(LanguageLoader.carried))
    #expect(Set(language.data.messages.keys) == Set(Self.english.keys))
    for (key, text) in language.data.messages {
      let pattern = try #require(MessagePattern(text), "\(key): \(text)")
      let wanted = try #require(Self.english[key].flatMap { MessagePattern($0) }, "\(key)")
      #expect(Set(pattern.placeholders) == Set(wanted.placeholders), "\(code) \(key)")
    }
  }

  @Test func aFindingIsSaidInAnotherLanguage() throws {
    let site = SmallSite([
      "index.sv.md": page("Hem"),
      "projects/p/project.yaml": "name: N\ntype: partner-change\nstart: 2026-01-01\n",
      "projects/p/phases.yaml": "- { id: p1, name: Plan, start: 2026-02-02, end: 2026-01-30 }\n",
    ])
    let finding = try #require(try site.allFindings().named("V07").first)
    let german = try #require(LanguageTag("de").flatMap(LanguageLoader.carried))
    let said = finding.said(in: german)
    #expect(said.message != finding.message && said.message.contains("2026-02-02"))
    #expect(said.rule != finding.rule && said.help != finding.help && said.line == finding.line)
  }
}
