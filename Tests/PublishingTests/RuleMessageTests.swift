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
    let german = try #require(Wording("de"))
    let said = german(finding)
    #expect(said.message != finding.message && said.message.contains("2026-02-02"))
    #expect(said.rule != finding.rule && said.help != finding.help && said.line == finding.line)
  }

  @Test func aMessageInAMessageIsSaidToo() throws {
    let site = SmallSite([
      "index.sv.md": page("Hem"), "projects/p/project.yaml": "name: N\ntype: partner-chang\nstart: 2026-01-01\n",
    ])
    let finding = try #require(try site.allFindings().named("V04").first)
    let italian = try #require(Wording("it"))
    let said = italian(finding)
    #expect(finding.message == "\"partner-chang\" does not fit this field")
    #expect(finding.help == "did you mean \"partner-change\"?")
    #expect(said.message.contains("«partner-chang»") && said.help?.contains("«partner-change»") == true)
    #expect(said.rule?.contains("partner-change, insourcing") == true && said.rule != finding.rule)
  }

  private static let filled: [(message: Message, text: String)] = [
    ("plain", "plain"), ("a {1} stays without values", "a {1} stays without values"),
    ("\(1) of \("two" as Message)", "1 of two"),
    (Message(pattern: "{2} before {1}", values: [.text("a"), .text("b")]), "b before a"),
    (Message(pattern: "{3} {x} {1}", values: [.text("{1}")]), "{3} {x} {1}"),
  ]

  @Test(arguments: filled) func messagesAreFilled(_ message: Message, _ text: String) {
    #expect(message.english == text)
  }
}
