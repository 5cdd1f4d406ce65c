// Rules on order: what waits for itself, what ends before it begins, milestones outside their phase or project.

import Syntax
import TestSites
import Testing
import Transition

@Suite struct OrderRuleTests {
  /// What the rules on order say; other rules find other things in such small projects.
  private func check(_ files: [String: String]) throws -> [Diagnostic] {
    Rules.check(try project(files), asOf: try asOf("2026-03-16")).filter { ["V05", "V06", "V07"].contains($0.id) }
  }

  private func places(_ finding: Diagnostic) -> [String] {
    let related = finding.related.compactMap { note in
      note.place.file.map { file in
        let (line, column) = file.position(of: Int(note.place.span.start))
        return "\(line):\(column)"
      }
    }
    return [position(finding)] + related
  }

  // MARK: Circles

  @Test(arguments: [
    ([["m1"]], ["m1 → m1"]), ([["m2"], ["m1"]], ["m1 → m2 → m1"]), ([["m2"], ["m3"], ["m1"]], ["m1 → m2 → m3 → m1"]),
    ([[], ["m3"], ["m2"]], ["m2 → m3 → m2"]), ([["m3"], [], ["m4"], ["m3"]], ["m3 → m4 → m3"]),
    ([["m2"], ["m1", "m3"], ["m2"]], ["m1 → m2 → m1", "m2 → m3 → m2"]),
    ([["m2", "m3"], ["m4"], ["m4"], []], []), ([["m2"], ["m3"], []], []), ([["m3"], ["m3"], []], []),
  ])
  func circlesAreFound(_ depends: [[String]], _ ways: [String]) throws {
    let lines = depends.enumerated().map { index, ids in
      "- { id: m\(index + 1), name: n, dependsOn: [\(ids.joined(separator: ", "))] }\n"
    }
    let found = try check(["milestones": lines.joined()])
    #expect(found.map(\.message) == ways.map { "dependsOn goes in a circle: \($0)" })
    #expect(found.allSatisfy { $0.id == "V05" && $0.severity == .error })
  }

  @Test func aCircleNamesEveryReference() throws {
    let text = """
      - { id: m1, name: n, dependsOn: [m0, ‸m2] }
      - { id: m0, name: n }
      - { id: m2, name: n, dependsOn: [m0, ‸m1] }

      """
    #expect(try check(["milestones": text]).map(places) == [MarkedText(text).marks])
  }

  @Test func longCirclesEndAndAreCutShort() throws {
    let count = 20_000
    let lines = (1...count).map { "- { id: m\($0), name: n, dependsOn: [m\($0 % count + 1), m1] }\n" }
    let found = try check(["milestones": lines.joined()])
    #expect((1...20).contains(found.count))
    #expect(found.allSatisfy { $0.message.utf8.count < 400 && $0.related.count <= 40 })
  }

  @Test func rolesMayStandInForEachOther() throws {
    let roles = "- { id: a, title: A, party: client, backup: b }\n- { id: b, title: B, party: client, backup: a }\n"
    #expect(try check(["roles": roles]).isEmpty)
  }

  // MARK: Days

  @Test(arguments: [
    ("phases", "- { id: p, name: n, end: ‸2026-01-01, start: ‸2026-01-02 }\n"),
    ("roles", "- { id: r, title: t, party: client, to: ‸2026-01-01, from: ‸2026-01-02 }\n"),
    ("channels", "- { id: c, kind: chat, validTo: ‸2026-01-01, validFrom: ‸2026-01-02 }\n"),
    ("project", "name: n\ntype: insourcing\nend: ‸2026-01-01\nstart: ‸2026-01-02\n"),
    (
      "project",
      "name: n\ntype: insourcing\nstart: 2026-01-01\ncalendar: { blackouts: [{ to: ‸2026-01-01, from: ‸2026-01-02 }] }\n"
    ),
  ])
  func nothingEndsBeforeItBegins(_ collection: String, _ text: String) throws {
    let found = try check([collection: text])
    #expect(found.map(\.id) == ["V07"] && found.hasErrors)
    #expect(found.map(places) == [MarkedText(text).marks])
    #expect(try check([collection: text.replacing("2026-01-02", with: "2026-01-01")]).isEmpty, "one day is in order")
  }

  @Test(arguments: [
    ("2026-01-31", 0), ("2026-02-01", 1), ("2026-02-28", 1), ("2026-03-01", 0), ("2026-05-01", 0),
  ])
  func aMilestoneLiesInItsPhase(_ day: String, _ isInside: Int) throws {
    let found = try check([
      "phases": "- { id: p, name: n, start: 2026-02-01, end: 2026-02-28 }\n",
      "milestones": "- { id: m, name: n, phase: p, planned: ‸\(day) }\n",
      "project": "name: n\ntype: insourcing\nstart: 2026-01-01\nend: 2026-04-01\n",
    ])
    #expect(found.map(\.id) == (isInside == 1 ? [] : ["V06"]))
    #expect(!found.hasErrors, "the plan is a draft")
  }

  @Test(arguments: [("draft", false), ("baselined", true), ("live", true), ("closed", true)])
  func anAgreedPlanIsHeldToItsProject(_ stage: String, _ isError: Bool) throws {
    let found = try check([
      "milestones": "- { id: m, name: n, planned: ‸2026-05-01 }\n",
      "project": "name: n\ntype: insourcing\nstart: 2026-01-01\nend: 2026-04-01\nstage: \(stage)\n",
    ])
    #expect(found.map(\.message) == ["the milestone \"m\" lies after the project ends: 2026-04-01"])
    #expect(found.hasErrors == isError)
  }

  @Test func boundsInTheWrongOrderAreToldOnce() throws {
    let found = try check([
      "phases": "- { id: p, name: n, start: 2026-02-01, end: 2026-01-28 }\n",
      "milestones": "- { id: m, name: n, phase: p, planned: 2026-02-02 }\n",
    ])
    #expect(found.map(\.id) == ["V07"])
  }
}
