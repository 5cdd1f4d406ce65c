// The rules of the site as a whole: their examples break them at the marked place, or do not.

import Site
import Syntax
import TestSites
import Testing
import Transition

@Suite struct SiteRuleTests {
  static let rules: [String] = SiteRules.catalogue.map { $0.id }.filter { Rules.description($0) == nil }

  private func findings(_ text: String, _ id: String) throws -> (lines: [String], marks: [String]) {
    var files = Dictionary(uniqueKeysWithValues: RuleExample.files(text).map { ($0.name, $0.text) })
    if files["index.sv.md"] == nil { files["index.sv.md"] = page("Hem") }
    let site = SmallSite(files)
    let found: [Diagnostic]
    switch id {
    // Reviews and links are judged in each edition, bytes when they are drawn; everything else once.
    case "V60": found = try site.build().diagnostics
    case "V58": found = try site.build("open").diagnostics
    case "V57", "V61": found = try site.build("open").leaks()
    default: found = try site.allFindings()
    }
    return (found.named(id).lines, site.marks.map { "\(id) \($0)" })
  }

  @Test(arguments: rules) func theExamplesSayWhatTheRuleHolds(_ id: String) throws {
    let rule = try #require(SiteRules.description(id))
    let broken = try findings(rule.example.broken, id)
    #expect(broken.lines == broken.marks && broken.marks.count == 1)
    #expect(try findings(rule.example.sound, id).lines == [])
  }

  @Test func thereIsOneOfEach() {
    #expect(Self.rules.sorted() == ["V57", "V58", "V60", "V61", "V70", "rules", "topics"])
    #expect(Set(SiteRules.catalogue.map { $0.id }).count == SiteRules.catalogue.count)
  }

  @Test func aPageThatARecordNamesExists() throws {
    let data = "- { id: w1, markets: [SE], goLive: 2026-03-02, cutover: ‸nite }\n"
    let site = SmallSite([
      "index.sv.md": page("Hem"), "projects/p/night.sv.md": page("Natten"),
      "projects/p/project.yaml": "name: N\ntype: partner-change\nstart: 2026-01-01\n", "projects/p/waves.yaml": data,
    ])
    #expect(try site.allFindings().named("V01").lines == site.marks.map { "V01 \($0)" })
    let right = SmallSite([
      "index.sv.md": page("Hem"), "projects/p/night.sv.md": page("Natten"),
      "projects/p/project.yaml": "name: N\ntype: partner-change\nstart: 2026-01-01\n",
      "projects/p/waves.yaml": data.replacing("‸nite", with: "night"),
    ])
    #expect(try right.allFindings().named("V01").isEmpty)
  }

  @Test(arguments: [("off", 0), ("warning", 1), ("error", 1)])
  func aSiteWeighsAdviceItself(_ severity: String, _ count: Int) throws {
    let site = SmallSite([
      "index.sv.md": page("Hem"), "site.yaml": SmallSite.configuration + "\nrules: { V72: \(severity) }\n",
      "projects/p/project.yaml": "name: N\ntype: partner-change\nstart: 2026-01-01\n",
    ])
    let found = try site.allFindings().named("V72")
    #expect(found.count == count)
    #expect(found.hasErrors == (severity == "error"))
  }
}
