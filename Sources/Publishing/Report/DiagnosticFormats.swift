// Diagnostics for machines: JSON for editors, SARIF 2.1.0 for code hosts, what GitHub and GitLab show in a request.

import Foundation
package import Syntax

package enum DiagnosticFormat: String, CaseIterable, Sendable {
  case text, json, sarif, github, gitlab

  /// The findings in this form; `text` without colour.
  package func write(_ diagnostics: [Diagnostic]) -> String {
    switch self {
    case .text: DiagnosticText(color: false).text(diagnostics)
    case .json: Self.encode(diagnostics.map(Finding.init))
    case .sarif: Self.encode(Sarif(diagnostics.map(Finding.init)))
    case .github: diagnostics.map { Self.command(Finding($0)) }.joined()
    case .gitlab: Self.encode(CodeQuality.report(diagnostics.map(Finding.init)))
    }
  }

  static func encode(_ value: some Encodable) -> String {
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
struct Finding: Encodable {
  let rule: String
  let severity: String
  let message: String
  let explanation: String?
  let help: String?
  /// The key of the message and the values in it, for whoever says it in another language.
  let key: String?
  let values: [String: String]?
  /// Who accepts the finding, until when and why.
  let accepted: String?
  let path: String
  let line: Int
  let column: Int
  let related: [Place]

  struct Place: Encodable {
    let text: String
    let path: String
    let line: Int
    let column: Int
  }

  init(_ diagnostic: Diagnostic) {
    rule = diagnostic.id
    severity = diagnostic.severity.rawValue
    message = diagnostic.quotesSource ? diagnostic.message : "not shown to the readers of this run"
    explanation = diagnostic.quotesSource ? diagnostic.rule : nil
    help = diagnostic.quotesSource ? diagnostic.help : nil
    key = diagnostic.key
    values = diagnostic.quotesSource && !diagnostic.values.isEmpty ? diagnostic.values : nil
    accepted = diagnostic.quotesSource ? diagnostic.acceptance : diagnostic.acceptance.map { _ in "accepted" }
    path = diagnostic.place.path
    (line, column) = Self.position(diagnostic.place)
    related = diagnostic.related.map { related in
      let (line, column) = Self.position(related.place)
      return Place(text: related.text, path: related.place.path, line: line, column: column)
    }
  }

  private static func position(_ place: Syntax.Place) -> (Int, Int) {
    place.file?.position(of: Int(place.span.start)) ?? (1, 1)
  }

  var text: String { [message, explanation, help].compactMap(\.self).joined(separator: "\n") }
}
