// Every rule keeps its word: its example breaks it at the marked place, its other example does not break it.

import Languages
import Syntax
import TestSites
import Testing
import Transition

@Suite struct RuleExampleTests {
  static let rules: [String] = Rules.catalogue.map { $0.id }

  /// What is there when an example says nothing of the project.
  private static let project = "name: N\ntype: partner-change\ngoLive: { SE: 2026-03-02 }\nstage: baselined\n"

  /// Findings of one rule about an example, as `risks.yaml 3:5`; and the marks of the example.
  private func judge(_ text: String, _ id: String) throws -> (found: [Diagnostic], marks: [String]) {
    var record: Record?
    var records: [Record] = []
    var found: [Diagnostic] = []
    var marks: [String] = []
    var files = RuleExample.files(text)
    if !files.contains(where: { $0.name == "project.yaml" }) { files.insert(("project.yaml", Self.project), at: 0) }
    for (name, marked) in files {
      let schema = try #require(Entities.named(collection: String(name.split(separator: ".")[0])), "\(name)")
      let read = try read(marked, schema)
      marks += read.marks.map { "\(name) \($0)" }
      found += read.diagnostics
      if schema === Project.schema { record = read.records.first } else { records += read.records }
    }
    let project = TransitionProject(id: "p", record: record, records: records)
    found += Rules.check(project, asOf: try asOf("2026-03-16"))
    return (found.filter { $0.id == id }, marks)
  }

  private func place(_ finding: Diagnostic) -> String {
    "\(finding.place.path.split(separator: "/").last ?? "") \(position(finding))"
  }

  @Test(arguments: rules) func theBrokenExampleBreaksTheRule(_ id: String) throws {
    let rule = try #require(Rules.description(id))
    let (found, marks) = try judge(rule.example.broken, id)
    #expect(marks.count == 1, "one mark says where")
    #expect(found.map(place) == marks)
  }

  @Test(arguments: rules) func theSoundExampleDoesNot(_ id: String) throws {
    let rule = try #require(Rules.description(id))
    let (found, marks) = try judge(rule.example.sound, id)
    #expect(found.map(\.message) == [] && marks.isEmpty)
  }

  @Test(arguments: rules) func aRuleSaysWhatHoldsAndWhatToDo(_ id: String) throws {
    let rule = try #require(Rules.description(id))
    #expect(rule.rationale.hasSuffix(".") || rule.rationale.hasSuffix(")"), "\(rule.rationale)")
    #expect(!rule.rationale.contains("\n"))
    for message in rule.messages.values {
      #expect(MessagePattern(message.text) != nil, "\(message.text)")
      #expect(MessagePattern(message.help) != nil && !message.help.isEmpty, "\(message.text)")
    }
  }

  @Test func messagesNameTheirValues() throws {
    for rule in Rules.all {
      let (found, _) = try judge(rule.example.broken, rule.id)
      for finding in found {
        #expect(!finding.message.contains("{"), "\(finding.message)")
        #expect(finding.help?.contains("{") != true || finding.help?.contains(": {") == true, "\(finding.help ?? "")")
        #expect(finding.key?.hasPrefix(rule.id + ".") == true)
      }
    }
  }

  @Test func everyRuleOfTheCatalogueIsThereOrHasItsPlace() {
    let here = Set(Rules.catalogue.map { $0.id })
    let reserved = Set(Rules.reserved.flatMap(\.ids))
    // The site's own rules are walked with the site.
    let ofTheSite: Set<String> = ["V57", "V58", "V60", "V61", "V70"]
    for number in 1...73 {
      let id = number < 10 ? "V0\(number)" : "V\(number)"
      #expect(here.contains(id) || reserved.contains(id) || ofTheSite.contains(id), "\(id)")
    }
    #expect(here.isDisjoint(with: reserved))
  }
}
