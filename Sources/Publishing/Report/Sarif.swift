// SARIF 2.1.0: findings for code hosts, with the rules they break, their other places, and who accepts them.

import Syntax

/// The part of SARIF 2.1.0 that findings need.
struct Sarif: Encodable {
  struct Message: Encodable { let text: String }

  struct Run: Encodable {
    struct Tool: Encodable {
      struct Driver: Encodable {
        let name = "staffetta"
        let rules: [Rule]
      }
      let driver: Driver
    }
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let suppressions: [Suppression]?
    /// The same finding has the same print in the next run, wherever lines moved to.
    let partialFingerprints: [String: String]
  }

  struct Location: Encodable {
    struct Physical: Encodable {
      struct Artifact: Encodable { let uri: String }
      struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
      }
      let artifactLocation: Artifact
      let region: Region
    }
    let physicalLocation: Physical
    let message: Message?

    init(_ path: String, _ line: Int, _ column: Int, _ text: String? = nil) {
      physicalLocation = Physical(
        artifactLocation: .init(uri: Sarif.reference(path)), region: .init(startLine: line, startColumn: column))
      message = text.map { Message(text: $0) }
    }
  }

  struct Suppression: Encodable {
    let kind = "external"
    let justification: String
  }

  let version = "2.1.0"
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  init(_ findings: [Finding]) {
    var ids: [String] = []
    var rules: [Rule] = []
    for finding in findings where !ids.contains(finding.rule) {
      ids.append(finding.rule)
      rules.append(Rule(id: finding.rule, shortDescription: Message(text: finding.explanation ?? finding.rule)))
    }
    let results = findings.map { Self.result($0, ids.firstIndex(of: $0.rule) ?? 0) }
    runs = [Run(tool: .init(driver: .init(rules: rules)), results: results)]
  }

  private static func result(_ finding: Finding, _ index: Int) -> Result {
    let related = finding.related.map { Location($0.path, $0.line, $0.column, $0.text) }
    return Result(
      ruleId: finding.rule, ruleIndex: index, level: finding.severity, message: Message(text: finding.text),
      locations: [Location(finding.path, finding.line, finding.column)],
      relatedLocations: related.isEmpty ? nil : related,
      suppressions: finding.accepted.map { [Suppression(justification: $0)] },
      partialFingerprints: ["finding/v1": "\(finding.rule) \(finding.path) \(finding.message)"])
  }

  /// A path as a URI reference: all but unreserved characters and slashes is percent-encoded. (RFC 3986)
  static func reference(_ path: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        output.append(byte)
      default: output += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
