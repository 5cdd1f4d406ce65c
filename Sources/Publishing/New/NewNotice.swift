// A notice to customers to begin with: a draft in the languages of the site, with the days of the project.

import Rendering
import Syntax
import Transition

enum NewNotice: NewSort {
  static let kind = "notice"

  /// Words in an id that say which of the carried texts to begin with; else it is about a new way to reach the service.
  private static let starters = ["maintenance", "provider"]
  /// What the carried texts have in the place of a fact.
  private static let gap = "TO" + "DO"

  static func make(_ name: String, in site: OpenSite) throws -> NewThing {
    guard isIdentifier(name) else {
      throw RequestError(message: "\"\(name)\" cannot name a notice: \(identifierRule)")
    }
    let tables = try site.project()
    if tables.project[Notice.schema].contains(where: { $0.id == name }) {
      throw RequestError(message: "\(tables.project.id) has a notice \"\(name)\" already; nothing was written")
    }
    let starter = "starter/notices-\(starters.first { name.contains($0) } ?? "channel").yaml"
    let file = SourceFile(path: "templates/" + starter, bytes: Theme.carried[starter] ?? [])
    guard let node = Starter(["notices.yaml": file]).draft(called: name, for: tables.project, tables.words) else {
      throw RequestError(
        message: """
          the days of a notice follow from the go-live, and \(tables.project.id) has none: \
          write goLive in content/projects/\(tables.project.id)/project.yaml
          """)
    }
    let path = "content/projects/\(tables.project.id)/notices/\(name).yaml"
    let text = site.modeline(of: "notices", at: path) + YAMLWriter.record(node)
    var next = [
      "\(path):\(NewTexts.line("title:", in: text)): title, summary and texts, in every language",
      "\(path):\(NewTexts.line("effective:", in: text)): the days, by market",
    ]
    next += gaps(text).map { "\(path):\($0.line): \($0.text)" }
    next.append("\(path):\(NewTexts.line("draft:", in: text)): delete draft: true when it is approved")
    next += NewRecord.noLongerProposed(Notice.schema, tables)
    return NewThing(files: [NewFile(path: path, text: text)], next: next)
  }

  /// Lines that wait for a fact, with what the text says of it.
  private static func gaps(_ text: String) -> [(line: Int, text: String)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      line.contains(gap) ? (index + 1, line.drop { $0 == " " || $0 == "-" }.description) : nil
    }
  }
}
