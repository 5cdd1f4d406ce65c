// References into the data: what is found, what is empty, and what a mistyped step could have been.

import Languages
import Testing
import Transition

@Suite struct LookupTests {
  private let files = FullRecords.yaml.merging([
    "milestones": """
    - { id: m1, name: Driftstart, gate: { criteria: [a], decision: go } }
    - { id: m-empty, name: Tom }
    """
  ]) { $1 }

  /// `value`, `empty field` or `unknown step: candidates`.
  private func look(_ path: String) throws -> String {
    switch try project(files).lookup(path.split(separator: ".")) {
    case .found(let value, let spec, let record): "\(record.id).\(spec.name) \(text(value))"
    case .empty(let record, let field): "empty \(record.id).\(field)"
    case .unknown(let step, let candidates): "unknown \(step): \(candidates.prefix(3).joined(separator: " "))"
    }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .text(let text), .reference(let text): text
    case .localized(let text), .markdown(let text): text.entries.first?.text ?? ""
    case .day(let day): day.iso
    case .period(let period): period.code
    case .moment(let moment): moment.description
    case .number(let number): "\(number.mantissa)e-\(number.fractionDigits)"
    case .boolean(let flag): "\(flag)"
    case .list(let elements): "[\(elements.map { text($0.value) }.joined(separator: " "))]"
    case .record: "{}"
    case .map(let entries): "{\(entries.map(\.key).joined(separator: " "))}"
    }
  }

  @Test(arguments: [
    ("milestones.m1.name", "m1.name Driftstart"),
    ("milestones.m1.gate.decision", "m1.decision go"),
    ("milestones.m1.gate.criteria", "m1.criteria [a]"),
    ("project.goLive.SE", "p.goLive 2026-03-02"),
    ("project.goLive", "p.goLive {SE DE}"),
    ("project.calendar.holidays.SE", "p.holidays [2026-05-01 2026-06-06]"),
    ("kpis.service-level.target.min", "service-level.min 80e-0"),
    ("kpis.service-level.last", "service-level.last 815e-1"),
    ("risks.r1.score", "r1.score 12e-0"),
    ("risks.r1.x-colour", "r1.x-colour green"),
    ("project.version", "p.version 1.10"),
  ])
  func finds(_ path: String, _ expected: String) throws {
    // The measurement of the full record is one market's; the last value needs a regular one.
    let regular = path.hasSuffix("last") ? try withRegularSeries(path) : try look(path)
    #expect(regular == expected)
  }

  private func withRegularSeries(_ path: String) throws -> String {
    var files = files
    files["kpis"] = """
      - { id: service-level, name: n, target: 1, frequency: weekly, measurements: [{ period: 2026-W10, value: 81.5 }] }
      """
    guard case .found(let value, let spec, let record) = try project(files).lookup(path.split(separator: ".")) else {
      throw NotThere()
    }
    return "\(record.id).\(spec.name) \(text(value))"
  }

  @Test(arguments: [
    ("milestones.m-empty.planned", "empty m-empty.planned"),
    ("milestones.m-empty.gate.decision", "empty m-empty.gate"),
  ])
  func saysWhatIsEmpty(_ path: String, _ expected: String) throws {
    #expect(try look(path) == expected)
  }

  @Test(arguments: [
    ("milestone.m1.name", "unknown milestone: project providers scope"),
    ("milestones.m9.name", "unknown m9: m1 m-empty"),
    ("milestones", "unknown milestones: milestones.m1 milestones.m-empty"),
    ("milestones.m1", "unknown m1: m1.id m1.name m1.phase"),
    ("milestones.m1.plan", "unknown plan: id name phase"),
    ("milestones.m1.name.sv", "unknown sv: "),
    ("milestones.m1.gate.decided", "unknown decided: criteria decision"),
    ("project.goLive.NO", "unknown NO: SE DE"),
    ("project.id.x", "unknown x: "),
  ])
  func saysWhichStepIsUnknown(_ path: String, _ expected: String) throws {
    #expect(try look(path) == expected)
  }

  @Test func aProjectThatMayNotBeSeenHasNoFields() throws {
    let hidden = TransitionProject(id: "p", record: nil, records: [])
    guard case .unknown("project", let candidates) = hidden.lookup(["project", "name"]) else { throw NotThere() }
    #expect(candidates.isEmpty)
  }

  @Test func derivedFieldsAreAmongTheCandidates() throws {
    guard case .unknown(_, let candidates) = try project(files).lookup(["risks", "r1", "scores"]) else {
      throw NotThere()
    }
    #expect(candidates.contains("score"))
  }
}
