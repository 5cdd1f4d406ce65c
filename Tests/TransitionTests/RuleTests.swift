// Rules across the records of a project: dangling references, ids used twice, a project without days.

import Syntax
import TestSites
import Testing
import Transition

@Suite struct RuleTests {
  /// The findings as `V01 risks:1:20`, the marks as `risks:1:20`.
  private func check(_ files: [String: String]) throws -> (found: [Diagnostic], lines: [String], marks: [String]) {
    let found = Rules.check(try project(files), asOf: try asOf("2026-03-16"))
      .filter { ["V01", "V02", "V04"].contains($0.id) }
    let lines = found.map { "\($0.id) \($0.place.path.split(separator: "/").last ?? "") \(position($0))" }
    let marks = files.sorted { $0.key < $1.key }.flatMap { file in
      MarkedText(file.value).marks.map { "\(file.key).yaml \($0)" }
    }
    return (found, lines.sorted(), marks)
  }

  private let roles = "- { id: lead, title: Ledare, party: client }\n- { id: quality, title: Q, party: client }\n"

  @Test func findsDanglingReferences() throws {
    let result = try check([
      "roles": roles + "- { id: third, title: T, party: client, backup: ‸leed }\n",
      "risks": "- { id: r1, title: t, owner: ‸qality }\n- { id: r2, title: t, owner: lead, phase: ‸move }\n",
      "milestones": "- { id: m0, name: n }\n- { id: m1, name: n, dependsOn: [m0, ‸m2, ‸m3] }\n",
      "project": "name: n\ntype: insourcing\nstart: 2026-01-01\nsponsor: ‸leaad\n",
    ])
    #expect(result.lines == result.marks.map { "V01 \($0)" })
    let helps = result.found.compactMap(\.help)
    #expect(helps.contains("did you mean \"lead\"?"))
    #expect(helps.contains("did you mean \"quality\"?"))
    #expect(helps.contains("there is none"), "there are no phases to name")
  }

  @Test func everyReferencingFieldIsChecked() throws {
    let start = "name: n\ntype: insourcing\nstart: 2026-01-01\nincoming: svarsund\n"
    let all = Dictionary(
      uniqueKeysWithValues: Entities.all.filter { !$0.isOne }.map { schema in
        let required = schema.fields.filter { $0.need == .required && $0.name != "id" }
        let fields = ["id: sound"] + required.map { "\($0.name): \(SampleValues.sound($0.kind))" }
        return (schema.collection, "- { \(fields.joined(separator: ", ")) }\n")
      })
    var asked = 0
    for schema in Entities.all {
      for spec in schema.fields where !spec.kind.isPage && references(spec.kind) {
        let wrong = SampleValues.dangling(spec.kind)
        let others = schema.fields.filter { $0.need == .required && $0.name != spec.name && schema !== Project.schema }
        let lines = others.map { "\($0.name): \(SampleValues.sound($0.kind))" } + ["\(spec.name): \(wrong)"]
        var files = all.merging(["project": start]) { $1 }
        let text = schema.isOne ? lines.joined(separator: "\n") : "- { " + lines.joined(separator: ", ") + " }"
        files[schema.collection] = schema === Project.schema ? start + text : text
        let result = try check(files)
        let own = result.lines.filter { $0.contains(" \(schema.collection).yaml ") }
        #expect(own == result.marks.map { "V01 \($0)" }, "\(schema.name).\(spec.name)")
        #expect(!result.marks.isEmpty)
        asked += 1
      }
    }
    #expect(asked > 120)
  }

  private func references(_ kind: FieldKind) -> Bool {
    switch kind {
    case .reference, .referenceOrText, .party: true
    case .list(let element), .map(let element): references(element)
    case .either(_, let second): references(second)
    default: false
    }
  }

  @Test func findsIdsUsedTwice() throws {
    let result = try check([
      "roles": "- { id: lead, title: A, party: client }\n- { title: B, id: ‸lead, party: client }\n",
      "phases": "- { id: lead, name: not of the same kind }\n",
    ])
    #expect(result.lines == result.marks.map { "V02 \($0)" })
    #expect(result.found.first?.related.first.map { $0.place.file?.position(of: Int($0.place.span.start)).line } == 1)
  }

  @Test func aProjectSaysWhenItBegins() throws {
    let result = try check(["project": "‸name: n\ntype: insourcing\n"])
    #expect(result.lines == result.marks.map { "V04 \($0)" })
    #expect(try check(["project": "name: n\ntype: insourcing\ngoLive: { SE: 2026-03-02 }\n"]).lines == [])
  }

  @Test func aSoundProjectHasNoFindings() throws {
    #expect(try check(["roles": roles, "risks": "- { id: r1, title: t, owner: lead }\n"]).lines == [])
  }
}
