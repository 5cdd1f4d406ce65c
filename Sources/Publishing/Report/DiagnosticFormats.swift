// Diagnostics for machines: JSON for editors, SARIF 2.1.0 for code hosts, workflow commands for GitHub.

import Foundation
package import Syntax

package enum DiagnosticFormat: String, CaseIterable, Sendable {
  case text, json, sarif, github

  /// The findings in this form; `text` without colour.
  package func write(_ diagnostics: [Diagnostic]) -> String {
    switch self {
    case .text: DiagnosticText(color: false).text(diagnostics)
    case .json: Self.encode(diagnostics.map(Finding.init))
    case .sarif: Self.encode(Sarif(diagnostics.map(Finding.init)))
    case .github: diagnostics.map { Self.command(Finding($0)) }.joined()
    }
  }

  private static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// `::error file=…,line=…,col=…,title=…::message`, with the escapes GitHub's runner undoes.
  private static func command(_ finding: Finding) -> String {
    let level = finding.severity == "note" ? "notice" : finding.severity
    let properties =
      "file=\(escape(finding.path, true)),line=\(finding.line),col=\(finding.column),title=\(escape(finding.rule, true))"
    return "::\(level) \(properties)::\(escape(finding.text, false))\n"
  }

  private static func escape(_ text: String, _ isProperty: Bool) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): output += "%25".utf8
      case 0x0D: output += "%0D".utf8
      case 0x0A: output += "%0A".utf8
      case UInt8(ascii: ":") where isProperty: output += "%3A".utf8
      case UInt8(ascii: ",") where isProperty: output += "%2C".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// A diagnostic with its place as line and column.
private struct Finding: Encodable {
  let rule: String
  let severity: String
  let message: String
  let explanation: String?
  let help: String?
  let path: String
  let line: Int
  let column: Int

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.id
    severity = diagnostic.severity.rawValue
    message = diagnostic.quotesSource ? diagnostic.message : "not shown to the readers of this run"
    explanation = diagnostic.quotesSource ? diagnostic.rule : nil
    help = diagnostic.quotesSource ? diagnostic.help : nil
    path = diagnostic.place.path
    (line, column) = diagnostic.place.file?.position(of: Int(diagnostic.place.span.start)) ?? (1, 1)
  }

  var text: String { [message, explanation, help].compactMap(\.self).joined(separator: "\n") }
}

/// The part of SARIF 2.1.0 that findings need.
private struct Sarif: Encodable {
  struct Run: Encodable {
    struct Tool: Encodable {
      struct Driver: Encodable { let name = "staffetta" }
      let driver = Driver()
    }
    let tool = Tool()
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }
  struct Result: Encodable {
    struct Message: Encodable { let text: String }
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
    }
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]
  }

  let version = "2.1.0"
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  init(_ findings: [Finding]) {
    let results = findings.map { finding in
      Result(
        ruleId: finding.rule, level: finding.severity, message: .init(text: finding.text),
        locations: [
          .init(
            physicalLocation: .init(
              artifactLocation: .init(uri: Self.reference(finding.path)),
              region: .init(startLine: finding.line, startColumn: finding.column)))
        ])
    }
    runs = [Run(results: results)]
  }
  /// A path as a URI reference: all but unreserved characters and slashes is percent-encoded. (RFC 3986)
  private static func reference(_ path: String) -> String {
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
