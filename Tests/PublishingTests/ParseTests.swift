// From files to content: which file is what, and what is said of those that are nothing.

import Languages
import Site
import Syntax
import TestSites
import Testing
import Transition

@testable import Publishing

@Suite struct ParseTests {
  private let project = "name: n\ntype: insourcing\nstart: 2026-01-01\n"

  @Test(arguments: [
    ("projects/p/risk.yaml", "did you mean risks.yaml?"), ("projects/p/risks.old.yaml", nil), ("risks.yaml", nil),
    ("projects/p/deep/risks.yaml", nil), ("projects/p/site.yaml", nil),
  ])
  func dataThatNothingReadsIsNamed(_ path: String, _ help: String?) throws {
    let site = SmallSite([
      "index.sv.md": page("Hem"), path: "- { id: r, title: t, owner: lead }\n", "projects/p/project.yaml": project,
    ])
    let (parsed, found) = try site.parsed()
    #expect(found.lines == ["unused-file content/\(path)"])
    #expect(found.first?.severity == .warning)
    #expect(parsed.unused == [path])
    #expect(parsed.content.project("p")?.allRecords.isEmpty == true)
    if let help { #expect(found.first?.help == help) }
  }

  @Test func aSiteNeedsItsConfiguration() {
    let (parsed, found) = ContentParser.parse(SourceTree(), jobs: 1)
    #expect(parsed == nil)
    #expect(found.lines == ["site-configuration content/site.yaml"])
  }

  @Test(arguments: [
    ("languages: [sv, de]", "languages: [sv, ‸Deutsch]", "V04"),
    ("sourceLanguage: sv", "sourceLanguage: ‸it", "site-configuration"),
    ("timezone: Europe/Stockholm", "timezone: ‸Europe/Malmö", "V04"),
    ("timezone: Europe/Stockholm", "‸timezon: Europe/Stockholm\ntimezone: Europe/Stockholm", "V03"),
    ("audience: public, url", "audience: ‸publik, url", "V04"),
    ("partner: svarsund, url", "‸partnr: svarsund, url", "V03"),
    ("\"https://open.example/hjalp\"", "‸\"ftp://open.example\"", "site-configuration"),
    ("\"https://open.example/hjalp\"", "‸\"https://open.example/?a\"", "site-configuration"),
  ])
  func aMistakeInTheConfigurationIsFound(_ right: String, _ wrong: String, _ id: String) {
    let site = SmallSite(
      ["index.sv.md": page("Hem")],
      configuration: SmallSite.configuration.replacing(right, with: wrong, maxReplacements: 1))
    #expect(
      site.findings().errors.lines.contains { $0 == "\(id) \(site.marks.first ?? "")" }, "\(site.findings().lines)")
  }

  @Test func aPartnersEditionNamesThePartner() {
    let text = SmallSite.configuration.replacing("partner: svarsund, ", with: "")
    #expect(SmallSite(["index.sv.md": page("Hem")], configuration: text).findings().map(\.id) == ["site-configuration"])
  }

  @Test func aProjectHasAFileAndItsFoldersName() {
    let site = SmallSite([
      "index.sv.md": page("Hem"), "projects/p/project.yaml": "id: ‸q\n" + project,
      "projects/r/roles.yaml": "- { id: lead, title: t, party: client }\n",
    ])
    #expect(site.findings().lines == site.marks.map { "V04 \($0)" } + ["V04 content/projects/r/roles.yaml"])
  }

  @Test(arguments: ["P", "p q", "på", "p_q"]) func aProjectsFolderIsAnId(_ name: String) {
    let site = SmallSite(["index.sv.md": page("Hem"), "projects/\(name)/project.yaml": project])
    #expect(site.findings().lines == ["file-name content/projects/\(name)/project.yaml"])
  }

  @Test func aRefusedConfigurationIsNotMissing() {
    let (parsed, found) = ContentParser.parse(SourceTree(refused: ["content/site.yaml"]), jobs: 1)
    #expect(parsed == nil && found.isEmpty)
  }

  @Test func bareTextsAreInTheProjectsLanguage() throws {
    let site = SmallSite([
      "index.sv.md": page("Hem"), "projects/p/project.yaml": project + "sourceLanguage: de\n",
      "projects/p/roles.yaml": "- { id: lead, title: Leitung, party: client }\n",
    ])
    let role = try #require(try site.parsed().0.content.project("p")?.find("lead", in: Role.schema))
    #expect(role[Role.title]?.languages.map(\.code) == ["de"])
  }

  @Test func aLinkToAPageThatCouldNotBeReadIsNoSecondFinding() throws {
    let site = SmallSite([
      "index.sv.md": page("Hem", "", "[[broken]] [x](broken.md)"), "broken.sv.md": "‸Ingen början\n",
    ])
    #expect(try site.build().diagnostics.lines == site.marks.map { "front-matter \($0)" })
  }

  @Test func threadsChangeNothing() throws {
    var files = ["projects/p/project.yaml": project]
    for number in 0..<200 {
      files["s\(number % 7)/p\(number).sv.md"] = page("P\(number)", number % 5 == 0 ? "tilte: x" : "")
    }
    let site = SmallSite(files)
    let (one, single) = ContentParser.parse(site.tree, jobs: 1)
    let (four, several) = ContentParser.parse(site.tree, jobs: 4)
    #expect(single.lines == several.lines && single.count == 40)
    #expect(one?.content.pages.map(\.identity.key) == four?.content.pages.map(\.identity.key))
  }
}
