// A data file is edited in place: only the lines that change are other lines afterwards.

import Foundation
import Syntax
import Testing

@testable import Publishing

@Suite struct DataFileEditTests {
  private static let text = """
    # The register.

    - id: r1 # the oldest
      title: { sv: Ett, de: Eins }
      # who watches
      owner: pow
      steps:
        - a
        - b

    # The second.
    - { id: r2, title: Två }

    - id: r3
      note: |-
        First line.

        Second.

    """

  private func edited(_ change: (inout DataFileEdit) -> Void) throws -> String {
    var edit = try DataFileEdit(SourceFile(path: "risks.yaml", text: Self.text))
    change(&edit)
    return edit.text
  }

  private func node(_ yaml: String) throws -> YAMLNode {
    try #require(YAMLReader.read(SourceFile(path: "", text: yaml)).0)
  }

  @Test func nothingChangesNothing() throws {
    #expect(try edited { _ in } == Self.text)
  }

  @Test func aFieldIsReplacedInItsLine() throws {
    let new = try node("owner: kno\ntitle: { sv: Ett }")
    let found = try edited { $0.change("r1", ["owner"], to: new) }
    #expect(found == Self.text.replacingOccurrences(of: "owner: pow", with: "owner: kno"))
  }

  @Test func aListOfSeveralLinesIsReplaced() throws {
    let new = try node("steps: [c]")
    let found = try edited { $0.change("r1", ["steps"], to: new) }
    #expect(found == Self.text.replacingOccurrences(of: "steps:\n    - a\n    - b", with: "steps: [c]"))
  }

  @Test func aFieldIsTakenOutWithItsLine() throws {
    let new = try node("id: r1")
    let found = try edited { $0.change("r1", ["owner"], to: new) }
    #expect(found == Self.text.replacingOccurrences(of: "  owner: pow\n", with: ""))
  }

  @Test func aNewFieldStandsBehindTheOthers() throws {
    let new = try node("impact: 4")
    let found = try edited { $0.change("r1", ["impact"], to: new) }
    #expect(found == Self.text.replacingOccurrences(of: "    - b\n", with: "    - b\n  impact: 4\n"))
  }

  @Test func aRecordOnOneLineIsWrittenAnew() throws {
    let new = try node("title: Zwei\nimpact: 4")
    let found = try edited { $0.change("r2", ["title", "impact"], to: new) }
    #expect(
      found
        == Self.text.replacingOccurrences(of: "{ id: r2, title: Två }", with: "{ id: r2, title: \"Zwei\", impact: 4 }"))
  }

  @Test func aRecordIsTakenOutAndItsCommentStays() throws {
    let found = try edited { $0.remove("r2") }
    #expect(found == Self.text.replacingOccurrences(of: "- { id: r2, title: Två }\n", with: ""))
  }

  @Test func theLastRecordLosesItsText() throws {
    let found = try edited { $0.remove("r3") }
    #expect(found.hasSuffix("- { id: r2, title: Två }\n"))
  }

  @Test func aNewRecordStandsAtTheEnd() throws {
    let new = try node("id: r4\ntitle: Fyra")
    #expect(try edited { $0.add(new) } == Self.text + "\n- id: r4\n  title: \"Fyra\"\n")
  }

  @Test func aTextOfLinesIsReplaced() throws {
    let new = try node("note: kort")
    #expect(try edited { $0.change("r3", ["note"], to: new) }.hasSuffix("- id: r3\n  note: kort\n"))
  }
}
