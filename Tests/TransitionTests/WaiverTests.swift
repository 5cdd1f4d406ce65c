// Accepted findings: for one rule, one record and a while; what is wrong is never accepted.

import Syntax
import TestSites
import Testing
import Transition

@Suite struct WaiverTests {
  private let project = "name: N\ntype: partner-change\nstart: 2026-01-01\nstage: live\n"
  private let milestones = """
    - { id: m1, name: Late, phase: p, planned: 2026-03-02 }
    - { id: m2, name: Late too, phase: p, planned: 2026-03-02 }
    """

  private func findings(_ waivers: String, _ day: String = "2026-03-16") throws -> [Diagnostic] {
    let whole = try TransitionTests.project([
      "project": project, "milestones": milestones, "waivers": waivers,
      "channels": "- { id: bot, kind: bot, market: SE, address: a, validFrom: 2026-03-02 }\n",
      "roles": "- { id: spo, title: Sponsor, party: client }\n", "phases": "- { id: p, name: n }\n",
    ])
    let day = try asOf(day)
    return Waivers.apply(Rules.check(whole, asOf: day), whole, asOf: day)
  }

  private func waiver(_ rule: String, _ record: String, until: String = "2026-12-31") -> String {
    "- { rule: \(rule), record: \(record), reason: \"It is known.\", by: spo, until: \(until) }\n"
  }

  @Test func acceptsOneFindingOfOneRecord() throws {
    let late = try findings(waiver("V11", "m1")).named("V11")
    #expect(late.map(\.severity) == [.note, .warning])
    #expect(late[0].acceptance == "by spo until 2026-12-31: It is known.")
    #expect(late[1].acceptance == nil)
  }

  @Test(arguments: [("2026-03-15", [.warning]), ("2026-03-16", [.note])] as [(String, [Diagnostic.Severity])])
  func endsWithItsDay(_ until: String, _ severities: [Diagnostic.Severity]) throws {
    let late = try findings(waiver("V11", "m1", until: until)).named("V11").filter { $0.record == "m1" }
    #expect(late.map(\.severity) == severities)
  }

  @Test func acceptsWhatIsMissingInAnAgreedPlan() throws {
    #expect(try findings("[]").named("incomplete").contains { $0.record == "p" && $0.severity == .error })
    #expect(try findings(waiver("incomplete", "p")).named("incomplete").contains { $0.acceptance != nil })
  }

  @Test(arguments: [("V65", "bot"), ("V01", "m1"), ("V99", "m1")])
  func neverSafetyNorIntegrityNorNothing(_ rule: String, _ record: String) throws {
    let found = try findings(waiver(rule, record))
    #expect(found.named("waiver").hasErrors)
    #expect(found.named("V65").map(\.severity) == [.error])
  }
}
