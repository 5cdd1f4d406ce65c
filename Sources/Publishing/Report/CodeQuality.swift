// Findings as GitLab shows them in a merge request: its Code Quality report, a subset of Code Climate's.

import Syntax

/// One finding of the report.
struct CodeQuality: Encodable {
  struct Location: Encodable {
    struct Lines: Encodable { let begin: Int }
    let path: String
    let lines: Lines
  }

  let description: String
  let checkName: String
  /// The same finding has the same print in the next run, wherever lines moved to.
  let fingerprint: String
  let severity: String
  let location: Location

  enum CodingKeys: String, CodingKey {
    case description, fingerprint, severity, location
    case checkName = "check_name"
  }

  /// All findings: alike ones in a file are counted, so that each has a print of its own.
  static func report(_ findings: [Finding]) -> [CodeQuality] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let print = "\(finding.rule):\(finding.path):\(finding.message)"
      seen[print, default: 0] += 1
      return CodeQuality(finding, fingerprint: "\(print):\(seen[print] ?? 1)")
    }
  }

  private init(_ finding: Finding, fingerprint: String) {
    description = [finding.message, finding.help].compactMap(\.self).joined(separator: "; ")
    checkName = finding.rule
    self.fingerprint = fingerprint
    severity = ["error": "major", "warning": "minor"][finding.severity] ?? "info"
    location = Location(path: finding.path, lines: .init(begin: finding.line))
  }
}
