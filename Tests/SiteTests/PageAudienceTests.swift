// Who reads a page: audiences, partners, agents, drafts and embargoes; and whose project a page speaks of.

import Site
import Syntax
import TestSites
import Testing

@Suite struct PageAudienceTests {
  private let project = """
    name: n
    type: partner-change
    start: 2026-01-01
    incoming: [svarsund]
    outgoing: [ponteluna]
    """

  /// The editions that show a page with this front matter.
  private func readers(_ fields: String, path: String = "x.sv.md", asOf: String = "2026-03-16") throws -> [String] {
    let site = SmallSite(["index.sv.md": page("Hem"), path: page("X", fields), "projects/p/project.yaml": project])
    return try ["open", "svarsund", "ponteluna", "wiki", "team", "board"].filter { edition in
      try site.build(edition, asOf: asOf).site.pages.contains { $0.title == "X" }
    }
  }

  @Test(arguments: [
    ("", ["wiki", "team", "board"]),
    ("audience: public", ["open", "svarsund", "ponteluna", "wiki", "team", "board"]),
    ("audience: partner", ["svarsund", "ponteluna", "wiki", "team", "board"]),
    ("audience: partner\nparties: [svarsund]", ["svarsund", "wiki", "team", "board"]),
    ("audience: team", ["team", "board"]),
    ("audience: restricted", ["board"]),
    ("agents: true", ["svarsund", "wiki", "team", "board"]),
    ("agents: true\naudience: team", ["team", "board"]),
    ("agents: true\naudience: partner\nparties: [ponteluna]", ["ponteluna", "wiki", "team", "board"]),
    ("status: draft", ["team", "board"]),
    ("status: draft\naudience: public", ["team", "board"]),
    ("status: draft\nagents: true", ["team", "board"]),
    ("embargoUntil: 2026-03-17\naudience: public", ["team", "board"]),
    ("embargoUntil: 2026-03-16\naudience: public", ["open", "svarsund", "ponteluna", "wiki", "team", "board"]),
  ])
  func shows(_ fields: String, _ editions: [String]) throws {
    #expect(try readers(fields) == editions)
  }

  @Test func hiddenBlocksAndSpansLeaveNothing() throws {
    let body = """
      Före :audience[hemligt {{ project.name }}]{team} efter.

      :::audience{restricted}
      ## Hemlig rubrik
      [länk]: https://hemlig.example
      :::

      - punkt
        :::audience{team}
        hemlig punkt
        :::
      """
    let site = SmallSite(["index.sv.md": page("Hem", "", body), "projects/p/project.yaml": project])
    let wiki = try site.build("wiki")
    #expect(wiki.diagnostics.lines == [])
    let html = try wiki.text("sv/index.html")
    #expect(!html.contains("hemlig") && !html.contains("Hemlig"))
    #expect(try wiki.body("sv/").hasPrefix("<p>Före  efter.</p>\n"))
    #expect(try wiki.page("sv/").anchors == [])
    let board = try site.build("board")
    #expect(try board.body("sv/").contains("Före hemligt n efter."))
    #expect(try board.page("sv/").anchors == ["hemlig-rubrik"])
  }

  @Test func unknownDirectivesAndAudiencesAreErrors() {
    let body = "‸:::audeince{team}\na\n:::\n\n:::audience{‸publik}\nb\n:::\n"
    let site = SmallSite(["index.sv.md": page("Hem", "", body)])
    let found = site.findings()
    #expect(found.map(\.location) == site.marks)
    #expect(found.map(\.id) == ["directive", "audience"])
    #expect(found.map(\.help) == ["did you mean \"audience\"?", "did you mean \"public\"?"])
  }

  // MARK: Projects

  private let two = [
    "projects/p/project.yaml": "name: Pe\ntype: insourcing\nstart: 2026-01-01\n",
    "projects/q/project.yaml": "name: Qu\ntype: insourcing\nstart: 2026-01-01\n",
  ]

  private func body(_ path: String, _ route: String, _ fields: String = "", _ more: [String: String] = [:]) throws
    -> String
  {
    let files = ["\(path).sv.md": page("X", fields, "{{ project.name }}")]
    let built = try SmallSite(two.merging(files) { $1 }.merging(more) { $1 }).build()
    return try built.diagnostics.lines.first ?? built.body("sv/\(route)")
  }

  @Test func aPageHasItsProject() throws {
    #expect(try body("projects/q/x", "projects/q/x/") == "<p>Qu</p>\n", "by its folder")
    #expect(try body("projects/q/x", "projects/q/x/", "project: p") == "<p>Pe</p>\n", "by its front matter first")
    #expect(try body("s/x", "s/x/", "", ["s/index.sv.md": page("S", "project: q")]) == "<p>Qu</p>\n", "by its section")
    #expect(try body("x", "x/") == "reference content/x.sv.md:4:1", "of two projects it has none")
    #expect(try body("x", "x/", "", ["projects/q/project.yaml": ""]) != "<p>Pe</p>\n")
  }

  @Test func theOnlyProjectIsEveryPages() throws {
    let built = try SmallSite([
      "x.sv.md": page("X", "", "{{ project.name }}"),
      "projects/p/project.yaml": try #require(two["projects/p/project.yaml"]),
    ]).build()
    #expect(try built.body("sv/x/") == "<p>Pe</p>\n")
  }

  @Test func aPagesProjectExists() throws {
    let site = SmallSite([
      "x.sv.md": page("X", "project: ‸pp"), "projects/p/project.yaml": try #require(two["projects/p/project.yaml"]),
    ])
    let found = site.findings()
    #expect(found.lines == site.marks.map { "V01 \($0)" })
    #expect(found.first?.help == "did you mean \"p\"?")
  }

  @Test(arguments: [("2026-03-15", 1), ("2026-03-16", 0), ("2026-03-17", 0)])
  func aReviewThatIsPastIsAWarning(_ day: String, _ count: Int) throws {
    let site = SmallSite([
      "x.sv.md": page("X", "reviewBy: ‸\(day)"),
      "projects/p/project.yaml": try #require(two["projects/p/project.yaml"]),
      "projects/p/roles.yaml": "- { id: lead, title: Ledare, party: client, reviewBy: ‸\(day) }\n",
    ])
    let found = try site.build(asOf: "2026-03-16").diagnostics
    #expect(Set(found.lines) == (count == 1 ? Set(site.marks.map { "V60 \($0)" }) : []))
    #expect(!found.hasErrors)
  }

  @Test func anOwnerIsARoleOfTheProject() throws {
    let site = SmallSite([
      "x.sv.md": page("X", "owner: ‸leed"), "projects/p/project.yaml": try #require(two["projects/p/project.yaml"]),
      "projects/p/roles.yaml": "- { id: lead, title: Ledare, party: client }\n",
    ])
    let found = try site.build().diagnostics
    #expect(found.lines == site.marks.map { "V01 \($0)" })
    #expect(found.first?.help == "did you mean \"lead\"?")
  }
}
