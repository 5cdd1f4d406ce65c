// The pages that projects have without a writer: which there are, for whom, and what takes their place.

import Publishing
import Rendering
import Site
import TestSites
import Testing

@Suite struct ProjectPagesTests {
  private let data = [
    "index.sv.md": page("Hem", "audience: public"),
    "projects/p/project.yaml": "name: { sv: Flytten }\ntype: insourcing\nstart: 2026-01-01\n",
    "projects/p/roles.yaml": "- { id: lead, title: Ledare, party: client }\n",
    "projects/p/risks.yaml": "- { id: r, title: Sent, owner: lead, probability: 4, impact: 5, trigger: t }\n",
    "projects/p/forums.yaml": "- { id: f, name: Avstämning, cadence: weekly }\n",
  ]

  private func routes(_ edition: String, _ more: [String: String] = [:]) throws -> [String] {
    let built = try SmallSite(data.merging(more) { $1 }).build(edition, withProjectPages: true)
    return built.site.pages.filter { !$0.isFallback && !$0.route.hasPrefix("de/") }.map(\.route).sorted()
  }

  @Test func everyAudienceGetsItsOwn() throws {
    #expect(try routes("open") == ["sv/"])
    #expect(
      try routes("wiki") == [
        "sv/", "sv/projects/p/", "sv/projects/p/data/", "sv/projects/p/data/forums/", "sv/projects/p/data/roles/",
      ])
    #expect(try routes("team").contains("sv/projects/p/data/risks/"))
  }

  @Test func aPageShowsTheCollectionAsItsComponentsDo() throws {
    let built = try SmallSite(data).build("team", withProjectPages: true)
    #expect(built.diagnostics.lines == [])
    let risks = try built.body("sv/projects/p/data/risks/")
    #expect(risks.contains("<figcaption>Riskmatris: Flytten</figcaption>"))
    #expect(risks.contains("<caption>Riskregister: Flytten</caption>"))
    #expect(try built.body("sv/projects/p/").contains("<section class=\"status\">"))
  }

  @Test func aWrittenPageTakesItsPlace() throws {
    let written = [
      "projects/p/index.sv.md": page("Egen", "audience: team", "Egna ord."),
      "projects/p/data/risks.sv.md": page("Egna risker", "audience: team", "Egna ord."),
    ]
    let built = try SmallSite(data.merging(written) { $1 }).build("team", withProjectPages: true)
    for route in ["sv/projects/p/", "sv/projects/p/data/risks/"] {
      #expect(try built.body(route) == "<p>Egna ord.</p>\n")
    }
    // Readers who may not see it get what they had: nothing tells them that there is another.
    #expect(try routes("wiki", written) == routes("wiki"))
  }

  @Test func severalProjectsHaveAList() throws {
    let second = ["projects/q/project.yaml": "name: { sv: Andra }\ntype: insourcing\nstart: 2026-02-01\n"]
    #expect(try routes("team", second).contains("sv/projects/"))
    #expect(try !routes("svarsund", second).contains("sv/projects/"))
  }

  @Test func whatAWrittenPageShowsIsLinked() throws {
    let written = ["projects/p/people.sv.md": page("Vi", "audience: internal", "::team\n\n::raci")]
    let built = try SmallSite(data.merging(written) { $1 }).build("team", withProjectPages: true)
    #expect(built.diagnostics.lines == [])
    let list = try built.body("sv/projects/p/data/")
    #expect(list.contains("<a href=\"../people/index.html\">Roller</a>") && !list.contains("Risker</a></li>"))
    #expect(try !routes("team", written).contains("sv/projects/p/data/roles/"))
    // Inside a part that not all its readers see, and on a page of another folder, it shows nothing to some.
    for (path, text) in [("projects/p/people.sv.md", ":::audience{team}\n::team\n:::"), ("people.sv.md", "::team")] {
      let written = [path: page("Vi", "audience: internal\nproject: p", text)]
      #expect(try routes("wiki", written).contains("sv/projects/p/data/roles/"), "\(path)")
    }
  }
}
