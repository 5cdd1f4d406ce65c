// Every file of `content` is accounted for, in every edition.

import Languages
import Site
import Syntax
import TestSites
import Testing
import Transition

@testable import Publishing

@Suite struct ConservationTests {
  private let site = SmallSite(
    [
      "index.sv.md": page("Hem", "audience: public", "![a](used.png)"), "plan.sv.md": page("Plan"),
      "team.sv.md": page("Team", "audience: team", "![b](team.png)"), "draft.sv.md": page("Utkast", "status: draft"),
      "open-draft.sv.md": page("Utkast", "status: draft\naudience: public"),
      "party.sv.md": page("P", "audience: partner\nparties: [svarsund]"),
      "later.sv.md": page("Senare", "audience: public\nembargoUntil: 2030-01-01"),
      "broken.sv.md": "no front matter", "Bad Name.sv.md": page("X"), "foreign.it.md": page("X"),
      "used.png": "", "unused.png": "", "team.png": "", "loose.yaml": "a: b", "projects/p/nothing.yaml": "a: b",
      "projects/p/project.yaml": "name: n\ntype: partner-change\nstart: 2026-01-01\nincoming: svarsund\n",
      "projects/p/roles.yaml": "- { id: lead, title: L, party: client }\n", "templates/style.css": "p {}",
    ], ignored: ["content/README.md", "content/.git/x", "templates/x~"],
    refused: ["content/link.md", "content/a\u{301}.md"],
    configuration: SmallSite.configuration + "\nfiles: { used.png: public, unused.png: public, team.png: team }\n")

  private func counts(_ name: String) throws -> (parts: [String: Int], isComplete: Bool, line: String) {
    let built = try site.build(name)
    let conservation = Conservation(built.site.edition, built.parsed, site.tree, built.site, asOf: built.site.asOf)
    let parts = Dictionary(uniqueKeysWithValues: conservation.parts.map { ($0.name, $0.count) })
    return (parts, conservation.isComplete, conservation.line)
  }

  @Test(arguments: ["open", "svarsund", "ponteluna", "wiki", "team", "board"]) func addsUp(_ edition: String) throws {
    let found = try counts(edition)
    #expect(found.isComplete, "\(found.line)")
    #expect(found.line.hasPrefix("\(edition): 22 files found = "))
    #expect(found.parts["data"] == 3 && found.parts["ignored"] == 2 && found.parts["error"] == 5)
  }

  @Test(arguments: [
    ("open", ["page": 1, "used file": 1, "unused file": 3, "other audience": 6, "draft": 1]),
    ("svarsund", ["page": 2, "used file": 1, "unused file": 3, "other audience": 5, "draft": 1]),
    ("wiki", ["page": 3, "used file": 1, "unused file": 3, "other audience": 3, "draft": 2]),
    ("team", ["page": 7, "used file": 2, "unused file": 3, "other audience": 0, "draft": 0]),
  ])
  func countsEveryKind(_ edition: String, _ expected: [String: Int]) throws {
    let found = try counts(edition).parts
    for (name, count) in expected { #expect(found[name] == count, "\(name) in \(edition): \(found)") }
  }
}
