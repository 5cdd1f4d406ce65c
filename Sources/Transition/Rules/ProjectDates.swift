// V04: a project says when it begins or when its markets go live.

import Syntax

enum ProjectDates: Rule {
  static let id = "V04"

  static func check(_ project: TransitionProject) -> [Diagnostic] {
    guard let record = project.record, record[Project.start] == nil, record[Project.goLive] == nil else { return [] }
    return [
      Diagnostic(
        id, at: record.place, "project without \"goLive\" and \"start\"",
        rule: "a project is planned from the go-live of each market, or from its first day",
        help: "add goLive: { SE: 2026-03-02 }")
    ]
  }
}
